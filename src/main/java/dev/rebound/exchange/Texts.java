package dev.rebound.exchange;

import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The texts of one foreign question, in whatever markup, as inline Markdown. What has no place is
 * reported under the question's id.
 */
public final class Texts {
  /** What a text of a bank may hold, with its key on one line. */
  public static final int LONGEST = 9_900;

  private static final int MOST_TAGS = 20_000;

  /** TeX as LMSs know it. A single dollar is money unless what it encloses says otherwise. */
  private static final Pattern FORMULA =
      Pattern.compile(
          "\\$\\$[^$]{1,2000}+\\$\\$|\\\\\\((?:(?!\\\\\\)).){1,2000}\\\\\\)"
              + "|\\\\\\[(?:(?!\\\\]).){1,2000}\\\\]|\\[tex][^\\[]{1,2000}+\\[/tex]"
              + "|\\$(?=\\S)[^$\\n]{1,300}+\\$(?!\\d)",
          Pattern.DOTALL);

  private static final Pattern REALLY = Pattern.compile("[\\\\^_{}]");

  /** What stands in a text where a formula stood. */
  public static final String FORMULA_MARK = "(formula)";

  /** What stands for a model answer where none came along. */
  public static final String NO_MODEL = "To be written.";

  private static final Pattern SCRIPT =
      Pattern.compile("(?is)<(script|style)\\b[^>]{0,1000}>.*?(</\\1\\s*>|$)");

  private static final Pattern TAG =
      Pattern.compile("(?s)</?[A-Za-z][^<>]{0,1000}>|<!--.{0,1000}?-->");

  private static final Pattern UNWANTED =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\uFEFF\\uFFFE\\uFFFF]|\\p{Cs}");

  private final SourceSpan span;
  private final String question;
  private final Incoming in;

  Texts(SourceSpan span, String question, Incoming in) {
    this.span = span;
    this.question = question;
    this.in = in;
  }

  public void lost(Loss.What what, String message) {
    in.losses().add(span, question, what, message);
  }

  /** HTML, or what may be HTML. */
  public String html(String html) {
    if (html.chars().filter(c -> c == '<').limit(MOST_TAGS).count() == MOST_TAGS) {
      lost(Loss.What.TEXT, "a text with more than " + MOST_TAGS + " tags is left out.");
      return "";
    }
    String text = withoutFormulas(clean(html));
    if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
      return bounded(InlineMarkdown.plain(cut(text.replaceAll("\\s+", " "))));
    }
    HtmlReader reader = new HtmlReader(span, this::lost, this::picture);
    return markdown(reader.read(text));
  }

  /** Moodle's own: HTML in which a line's end is one. */
  public String moodle(String text) {
    return text.indexOf('<') < 0 && text.indexOf('&') < 0
        ? plain(text)
        : html(text.strip().replace("\n", "<br>"));
  }

  /** No markup at all. */
  public String plain(String text) {
    return bounded(InlineMarkdown.plain(cut(withoutFormulas(clean(text)))));
  }

  /** Markdown, of which only what this project has is taken. */
  public String markdown(String text) {
    String clean = cut(withoutFormulas(clean(text)).strip());
    boolean tags = TAG.matcher(clean).find();
    String bare = tags ? withoutTags(clean) : clean;
    List<Inline> inlines =
        in.parser()
            .read(
                bare,
                problem ->
                    lost(
                        problem.rule().equals("BrokenLink") ? Loss.What.LINK : Loss.What.TEXT,
                        problem.message()));
    return bounded(InlineMarkdown.write(inlines));
  }

  /** Only where a reader of Markdown sees HTML in it: {@code `<b>`} is code. */
  private String withoutTags(String text) {
    List<String> found = new ArrayList<>();
    in.parser().read(text, problem -> found.add(problem.rule()));
    if (!found.contains("UnsafeHtml")) {
      return text;
    }
    lost(Loss.What.TEXT, "HTML in a Markdown text is left out; its words are kept.");
    return TAG.matcher(SCRIPT.matcher(text).replaceAll("")).replaceAll("").strip();
  }

  /** A text of ours without its marks, whose brackets mean something else. */
  public String unmarked(String markdown) {
    if (InlineMarkdown.isPlain(markdown.replace("[[", ""))) {
      return markdown;
    }
    List<Inline> inlines = in.parser().read(markdown, problem -> {});
    if (!Markup.isPlain(inlines)) {
      lost(
          Loss.What.FORMATTING,
          "emphasis and pictures around gaps are left out; the words are kept.");
    }
    return Markup.plain(inlines);
  }

  private String markdown(List<Inline> inlines) {
    String words = Markup.plain(inlines);
    if (words.length() > LONGEST) {
      return bounded(InlineMarkdown.plain(cut(words)));
    }
    String written = InlineMarkdown.write(inlines);
    if (InlineMarkdown.isPlain(written)) {
      return bounded(written);
    }
    // Marks that touch letters do not always count: then the words alone are kept.
    List<Inline> read = in.parser().read(written, problem -> {});
    if (!Markup.plain(read).equals(words)) {
      lost(Loss.What.FORMATTING, "emphasis inside a word is left out; the words are kept.");
      return bounded(InlineMarkdown.plain(words));
    }
    return bounded(written);
  }

  /** Before anything looks for marks in it. */
  private String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    lost(
        Loss.What.TEXT,
        "a text has " + text.length() + " characters; the first " + LONGEST + " are taken.");
    return text.substring(0, LONGEST);
  }

  /** Without what no text holds: controls, and signs that turn its direction. */
  public static String clean(String text) {
    return UNWANTED.matcher(text).replaceAll("");
  }

  private String withoutFormulas(String text) {
    if (text.indexOf('$') < 0 && text.indexOf('\\') < 0 && text.indexOf("[tex]") < 0) {
      return text;
    }
    Matcher formula = FORMULA.matcher(text);
    StringBuilder out = new StringBuilder();
    while (formula.find()) {
      String it = formula.group();
      boolean single = it.startsWith("$") && !it.startsWith("$$");
      if (single && !REALLY.matcher(it).find()) {
        formula.appendReplacement(out, Matcher.quoteReplacement(it));
        continue;
      }
      lost(Loss.What.TEXT, "the formula " + HtmlReader.cut(it) + " is left out.");
      formula.appendReplacement(out, Matcher.quoteReplacement(FORMULA_MARK));
    }
    return formula.appendTail(out).toString();
  }

  /** Marks and backslashes may make a text longer than it is. */
  private String bounded(String written) {
    // A reference such as &#16; has been read by now.
    String markdown = clean(written);
    if (markdown.length() <= LONGEST) {
      return markdown;
    }
    lost(Loss.What.TEXT, "a text is too long with its marks; the first half is taken.");
    String words = Markup.plain(in.parser().read(markdown, it -> {}));
    return InlineMarkdown.plain(words.substring(0, Math.min(words.length(), LONGEST / 2)));
  }

  private Optional<Inline> picture(Element img) {
    String alt = clean(img.attr("alt")).strip();
    Optional<String> path = in.picture(img.attr("src").strip(), this::lost);
    if (path.isPresent()) {
      return Optional.of(new Inline.Image(span, path.get(), alt));
    }
    return alt.isEmpty() ? Optional.empty() : Optional.of(new Inline.Text(span, alt));
  }
}
