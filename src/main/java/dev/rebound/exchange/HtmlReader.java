package dev.rebound.exchange;

import dev.rebound.source.Inline;
import dev.rebound.source.Reference;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Foreign HTML as the inlines of one text. Paragraphs, items and rows become lines; what has no
 * place here is reported and left out, never written as it is.
 */
final class HtmlReader {
  private static final int DEPTH = 60;

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "li",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "pre",
          "tr",
          "dt",
          "dd",
          "section",
          "article",
          "header",
          "footer",
          "center",
          "ul",
          "ol",
          "dl",
          "table",
          "address",
          "figure",
          "figcaption",
          "hr",
          "details",
          "summary",
          "caption");

  /** What a learner would meet, by what an author calls it. */
  private static final Map<String, String> NO_PLACE =
      Map.ofEntries(
          Map.entry("script", "a script"),
          Map.entry("math", "a formula (MathML)"),
          Map.entry("svg", "a drawing inside the text"),
          Map.entry("audio", "a sound"),
          Map.entry("video", "a video"),
          Map.entry("object", "an embedded object"),
          Map.entry("embed", "an embedded object"),
          Map.entry("applet", "an embedded program"),
          Map.entry("iframe", "an embedded page"),
          Map.entry("frame", "an embedded page"),
          Map.entry("canvas", "a drawing by a script"),
          Map.entry("form", "a form"),
          Map.entry("input", "a form field"),
          Map.entry("select", "a form field"),
          Map.entry("textarea", "a form field"),
          Map.entry("button", "a button"),
          Map.entry("include", "text from another file (XInclude)"));

  private static final Set<String> SILENT =
      Set.of("style", "head", "meta", "link", "title", "base", "noscript", "template", "param");

  private static final Map<String, String> LOOKS =
      Map.of(
          "u",
          "underlining",
          "s",
          "striking out",
          "strike",
          "striking out",
          "del",
          "striking out",
          "mark",
          "highlighting",
          "sub",
          "lowering",
          "sup",
          "raising");

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";
  private static final String PLAIN = "0123456789+-=()n";

  private static final Pattern BLANKS =
      Pattern.compile("[ \\t\\r\\n\\f\\u00A0]{2,}|[\\t\\r\\n\\f]");
  private static final Pattern EDGES = Pattern.compile("^\\u00A0|\\u00A0$");

  private final SourceSpan span;
  private final Report report;
  private final Function<Element, Optional<Inline>> pictures;

  /** Where to say what is left out. */
  @FunctionalInterface
  interface Report {
    void lost(Loss.What what, String message);
  }

  /**
   * @param pictures a picture that comes along; what else it may be has been reported
   */
  HtmlReader(SourceSpan span, Report report, Function<Element, Optional<Inline>> pictures) {
    this.span = span;
    this.report = report;
    this.pictures = pictures;
  }

  List<Inline> read(String html) {
    Run run = new Run();
    children(Jsoup.parseBodyFragment(html).body(), run, 0);
    return run.trimmed();
  }

  /** Inlines as they are collected: neighbours join, blanks collapse. */
  private static final class Run {
    private final List<Inline> inlines = new ArrayList<>();
    private boolean lineEnds;

    boolean isBlank() {
      return inlines.stream().allMatch(it -> it instanceof Inline.Text t && t.text().isBlank());
    }

    void text(SourceSpan span, String text) {
      if (text.isEmpty() || (text.isBlank() && (inlines.isEmpty() || lineEnds))) {
        return;
      }
      end(span);
      boolean starts = inlines.isEmpty() || last() instanceof Inline.Break;
      String words = starts ? text.stripLeading() : text;
      if (!inlines.isEmpty() && last() instanceof Inline.Text before) {
        boolean twice = before.text().endsWith(" ") && words.startsWith(" ");
        String joined = before.text() + (twice ? words.substring(1) : words);
        inlines.set(inlines.size() - 1, new Inline.Text(span, joined));
      } else if (!words.isEmpty()) {
        inlines.add(new Inline.Text(span, words));
      }
    }

    void add(SourceSpan span, Inline inline) {
      end(span);
      inlines.add(inline);
    }

    /** The next text stands on a line of its own. */
    void line() {
      lineEnds = !inlines.isEmpty();
    }

    private void end(SourceSpan span) {
      if (lineEnds) {
        lineEnds = false;
        strip();
        inlines.add(new Inline.Break(span, true));
      }
    }

    private void strip() {
      if (!inlines.isEmpty() && last() instanceof Inline.Text text) {
        inlines.set(inlines.size() - 1, new Inline.Text(text.span(), text.text().stripTrailing()));
      }
    }

    private Inline last() {
      return inlines.get(inlines.size() - 1);
    }

    List<Inline> trimmed() {
      strip();
      while (!inlines.isEmpty()
          && (last() instanceof Inline.Break
              || (last() instanceof Inline.Text text && text.text().isEmpty()))) {
        inlines.remove(inlines.size() - 1);
      }
      return List.copyOf(inlines);
    }
  }

  private void children(Element parent, Run run, int depth) {
    if (depth > DEPTH) {
      report.lost(Loss.What.FORMATTING, "is nested deeper than " + DEPTH + "; its words are kept.");
      run.text(span, parent.text());
      return;
    }
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode text) {
        run.text(span, collapsed(text.getWholeText()));
      } else if (node instanceof Element element) {
        element(element, run, depth + 1);
      }
    }
  }

  /** A blank that does not break is kept where one stands between two words alone. */
  private static String collapsed(String text) {
    return EDGES.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll(" ");
  }

  private void element(Element element, Run run, int depth) {
    String name = element.normalName();
    if (SILENT.contains(name)) {
      return;
    }
    String noPlace = NO_PLACE.get(name);
    if (noPlace != null) {
      report.lost(Loss.What.TEXT, noPlace + " is left out.");
      return;
    }
    switch (name) {
      case "br" -> run.line();
      case "img" -> picture(element, run);
      case "b", "strong" -> wrapped(element, run, depth, it -> new Inline.Strong(span, it));
      case "i", "em", "cite", "dfn", "var" ->
          wrapped(element, run, depth, it -> new Inline.Emphasis(span, it));
      case "code", "tt", "kbd", "samp" ->
          code(element.wholeText().replaceAll("\\s*\n\\s*", " "), run);
      case "a" -> link(element, run, depth);
      case "pre" -> preformatted(element, run);
      case "sub" -> small(element, run, depth, LOWERED);
      case "sup" -> small(element, run, depth, RAISED);
      default -> {
        if (LOOKS.containsKey(name)) {
          report.lost(Loss.What.FORMATTING, LOOKS.get(name) + " is left out; the words are kept.");
        }
        if (BLOCKS.contains(name)) {
          block(name, element, run, depth);
        } else {
          if (name.equals("td") || name.equals("th")) {
            cell(element, run);
          }
          children(element, run, depth);
        }
      }
    }
  }

  private void picture(Element element, Run run) {
    Optional<Inline> picture = pictures.apply(element);
    if (picture.isPresent() && picture.get() instanceof Inline.Text alt) {
      run.text(span, " " + alt.text() + " ");
    } else {
      picture.ifPresent(it -> run.add(span, it));
    }
  }

  private void block(String name, Element element, Run run, int depth) {
    run.line();
    if (name.equals("ul") || name.equals("ol") || name.equals("table")) {
      report.lost(
          Loss.What.FORMATTING,
          "a " + (name.equals("table") ? "table" : "list") + " inside a text became lines.");
    }
    if (name.equals("li")) {
      boolean numbered = element.parent() != null && element.parent().normalName().equals("ol");
      run.text(span, numbered ? (element.elementSiblingIndex() + 1) + ") " : "• ");
    }
    children(element, run, depth);
    run.line();
  }

  private void cell(Element element, Run run) {
    if (element.elementSiblingIndex() > 0) {
      run.text(span, " | ");
    }
  }

  private void wrapped(Element element, Run run, int depth, Function<List<Inline>, Inline> mark) {
    Run inner = new Run();
    boolean blankBefore = startsBlank(element);
    children(element, inner, depth);
    boolean blankAfter = endsBlank(element);
    if (inner.isBlank()) {
      run.text(span, blankBefore || blankAfter ? " " : "");
      return;
    }
    if (blankBefore) {
      run.text(span, " ");
    }
    run.add(span, mark.apply(inner.trimmed()));
    if (blankAfter) {
      run.text(span, " ");
    }
  }

  private static boolean startsBlank(Element element) {
    String text = element.wholeText();
    return !text.isEmpty() && isBlank(text.charAt(0));
  }

  private static boolean endsBlank(Element element) {
    String text = element.wholeText();
    return !text.isEmpty() && isBlank(text.charAt(text.length() - 1));
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00A0';
  }

  private void code(String text, Run run) {
    if (!text.isBlank()) {
      run.add(span, new Inline.Code(span, text));
    }
  }

  private void preformatted(Element element, Run run) {
    report.lost(Loss.What.FORMATTING, "a block of code became lines of code.");
    for (String line : element.wholeText().split("\n", -1)) {
      run.line();
      code(line.stripTrailing(), run);
    }
    run.line();
  }

  private void link(Element element, Run run, int depth) {
    String href = element.attr("href").strip();
    String lower = href.toLowerCase(Locale.ROOT);
    boolean web =
        lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith("mailto:");
    Optional<Reference> ours = Reference.parse(href, span);
    if (web && href.chars().noneMatch(c -> c <= ' ' || c == '"' || c == 0x7F)) {
      wrapped(element, run, depth, it -> new Inline.WebLink(span, href, it));
      return;
    }
    if (ours.isPresent() && ours.get().id().matches("[A-Za-z0-9/_-]+")) {
      wrapped(element, run, depth, it -> new Inline.ReferenceLink(ours.get(), it));
      return;
    }
    if (!href.isEmpty()) {
      report.lost(
          Loss.What.LINK, "a link to \"" + cut(href) + "\" is left out; its words are kept.");
    }
    children(element, run, depth);
  }

  /** Digits and signs have raised and lowered forms of their own. */
  private void small(Element element, Run run, int depth, String forms) {
    String text = element.text().replace('−', '-');
    if (!text.isEmpty() && text.chars().allMatch(c -> PLAIN.indexOf(c) >= 0)) {
      StringBuilder out = new StringBuilder();
      text.chars().forEach(c -> out.append(forms.charAt(PLAIN.indexOf(c))));
      run.text(span, out.toString());
      return;
    }
    report.lost(
        Loss.What.FORMATTING,
        LOOKS.get(element.normalName()) + " is left out; the words are kept.");
    children(element, run, depth);
  }

  static String cut(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 60 ? line : line.substring(0, 57) + "…";
  }
}
