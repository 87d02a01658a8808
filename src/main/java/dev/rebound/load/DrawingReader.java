package dev.rebound.load;

import dev.rebound.source.Located;
import dev.rebound.source.Problem;
import dev.rebound.source.Problems;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An SVG picture, of a course or as the logo, that stands on its own: it runs nothing, asks for
 * nothing, keeps still and ends. What is published is written anew from what was read, without
 * comments, document types and what drawing programs note for themselves, so that no other program
 * can read something else in it.
 */
final class DrawingReader {
  /** How deep elements may be nested; programs that draw recurse. */
  static final int MAX_DEPTH = 100;

  /** How many elements are drawn at most, those that {@code <use>} repeats counted each time. */
  static final int MAX_DRAWN = 20_000;

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  private static final Set<String> RUNS =
      Set.of(
          "script",
          "foreignobject",
          "iframe",
          "object",
          "embed",
          "audio",
          "video",
          "handler",
          "listener");

  private static final Set<String> MOVES =
      Set.of(
          "animate",
          "animatecolor",
          "animatemotion",
          "animatetransform",
          "discard",
          "mpath",
          "set");

  /** What draws, or helps to; anything else has no meaning for a browser either. */
  private static final Set<String> DRAWS =
      Set.of(
          ("a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer"
                  + " feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap"
                  + " feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR"
                  + " feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight"
                  + " feSpecularLighting feSpotLight feTile feTurbulence filter g image line"
                  + " linearGradient marker mask path pattern polygon polyline radialGradient rect"
                  + " stop style svg switch symbol text textPath title tspan use view")
              .split(" "));

  /** Of CSS and attributes: what is not in the file itself. */
  private static final Pattern OUTSIDE =
      Pattern.compile(
          "(?i)@import|javascript:|\\b(?:image-set|image|src)\\(" + "|url\\(\\s*+(?!['\"]?\\s*+#)");

  /** CSS writes any letter as its number, too. */
  private static final Pattern CSS_ESCAPE = Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})\\s?|(.))");

  private static final Pattern CSS_MOVES = Pattern.compile("(?i)@(?:-[a-z]+-)?keyframes");

  /** A reference to another element of the same file. */
  private static final Pattern LOCAL = Pattern.compile("(?i)url\\(\\s*+['\"]?\\s*+#([^'\")\\s]++)");

  private static final Pattern PICTURE_INSIDE =
      Pattern.compile("data:image/(png|jpeg|webp);base64,(.*+)", Pattern.DOTALL);

  private static final Pattern NO_LENGTH =
      Pattern.compile("-.*|[+]?(?:0++\\.?|\\.0)0*+(?:[a-z]{1,3}|%)?");

  private static final Pattern DASHES = Pattern.compile("(?i)stroke-dasharray\\s*+:([^;}]++)");

  private static final Pattern NUMBER =
      Pattern.compile("[+]?(?:\\d++\\.?|\\.\\d)\\d*+(?:[eE][-+]?\\d++)?");

  /** Of a picture's longer side; finer dashes are seen as a line, and each of them is drawn. */
  private static final double FINEST_DASH = 1 / 2_000.0;

  private final SourceFile file;
  private final Problems problems;
  private double side = 100;
  private final StringBuilder out = new StringBuilder();
  private final DrawingReferences references = new DrawingReferences();
  private final List<Located<String>> texts = new ArrayList<>();
  private boolean sound = true;

  private DrawingReader(SourceFile file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * A drawing.
   *
   * @param svg as it is published
   * @param texts what is written in it, for the eye or for a screen reader
   */
  record Drawing(String svg, List<Located<String>> texts) {}

  /** The picture as it is published; nothing when something is wrong with it, which is reported. */
  static Optional<Drawing> read(SourceFile file, Problems problems) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    DrawingReader reader = new DrawingReader(file, problems);
    try {
      reader.document(factory.createXMLStreamReader(new StringReader(file.text())));
    } catch (XMLStreamException broken) {
      Location at = broken.getLocation();
      reader.problem(
          "SyntaxError",
          at == null ? SourceSpan.wholeFile(file.name()) : reader.place(at),
          "this is no SVG picture: its XML cannot be read here.",
          "Save it anew as plain SVG, without entities of its own; or as PNG.");
    }
    return reader.sound
        ? Optional.of(new Drawing(reader.out.append('\n').toString(), List.copyOf(reader.texts)))
        : Optional.empty();
  }

  private void document(XMLStreamReader xml) throws XMLStreamException {
    int depth = 0;
    SourceSpan tag = SourceSpan.wholeFile(file.name());
    boolean open = false;
    boolean style = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        tag = start(xml);
        if (depth == 0 && !isRoot(xml, tag)) {
          return;
        }
        if (depth == MAX_DEPTH) {
          problem(
              "SyntaxError",
              tag,
              "this picture is nested more than " + MAX_DEPTH + " deep.",
              "Ungroup it in your drawing program and save it again.");
          return;
        }
        String name = xml.getLocalName();
        if (runsOrMoves(name, tag) || !isDrawn(xml)) {
          skip(xml);
          continue;
        }
        out.append(open ? ">" : "").append('<').append(name);
        open = true;
        style = name.equals("style");
        depth++;
        references.open(tag, isPaint(name));
        attributes(xml, tag, depth == 1);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        out.append(open ? "/>" : "</" + xml.getLocalName() + ">");
        open = false;
        style = false;
        depth--;
        references.close();
      } else if (event == XMLStreamConstants.CHARACTERS && depth > 0) {
        String text = xml.getText();
        if (style) {
          css(text, tag);
        } else if (!text.isBlank()) {
          texts.add(new Located<>(text.strip(), tag));
        }
        out.append(open ? ">" : "");
        open = false;
        escape(text, false);
      }
    }
    references
        .problem()
        .ifPresent(
            it -> {
              sound = false;
              problems.add(it);
            });
  }

  private boolean isRoot(XMLStreamReader xml, SourceSpan tag) {
    if (!xml.getLocalName().equals("svg") || !isDrawn(xml)) {
      problem(
          "SyntaxError",
          tag,
          "this is no SVG picture: it begins with <" + xml.getLocalName() + ">.",
          "Give the file the ending of what it is, or save it as SVG.");
      return false;
    }
    String box = String.valueOf(xml.getAttributeValue(null, "viewBox")).strip();
    String[] sides = box.split("[\\s,]+", -1);
    boolean none =
        isNothing(xml.getAttributeValue(null, "width"))
            || isNothing(xml.getAttributeValue(null, "height"))
            || (sides.length == 4 && (isNothing(sides[2]) || isNothing(sides[3])));
    if (none) {
      problem(
          "SyntaxError",
          tag,
          "this picture has no size: nothing of it can be seen.",
          "Give <svg> the width and height that it has, or a viewBox.");
    }
    side =
        sides.length == 4
            ? Math.max(sum(sides[2]), sum(sides[3]))
            : Math.max(
                sum(String.valueOf(xml.getAttributeValue(null, "width"))),
                sum(String.valueOf(xml.getAttributeValue(null, "height"))));
    return !none;
  }

  /** Of all numbers in it, whatever their units. */
  private static double sum(String text) {
    return NUMBER.matcher(text).results().mapToDouble(it -> Double.parseDouble(it.group())).sum();
  }

  private void dashes(String array, SourceSpan tag) {
    double period = sum(array);
    if (period > 0 && period < side * FINEST_DASH) {
      problem(
          "SyntaxError",
          tag,
          "this line has dashes finer than anybody sees: stroke-dasharray %s."
              .formatted(array.strip()),
          "Make them longer, or the line solid.");
    }
  }

  private static boolean isNothing(@org.jspecify.annotations.Nullable String length) {
    return length != null && NO_LENGTH.matcher(length.strip()).matches();
  }

  /** Whether an element is SVG's; a file without a namespace means SVG. */
  private static boolean isDrawn(XMLStreamReader xml) {
    String space = xml.getNamespaceURI();
    return (space == null || space.isEmpty() || space.equals(SVG))
        && DRAWS.contains(xml.getLocalName());
  }

  /** What colours a shape is no shape. */
  private static boolean isPaint(String name) {
    return name.endsWith("Gradient")
        || name.equals("stop")
        || name.equals("filter")
        || (name.startsWith("fe") && !name.equals("feImage"));
  }

  private boolean runsOrMoves(String name, SourceSpan tag) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (RUNS.contains(lower)) {
      unsafe(tag, "a picture holds no <" + name + ">.");
      return true;
    }
    if (MOVES.contains(lower)) {
      moves(tag);
      return true;
    }
    return false;
  }

  /** Reads on to the end of an element that is left out. */
  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private void attributes(XMLStreamReader xml, SourceSpan tag, boolean root) {
    if (root) {
      out.append(" xmlns=\"").append(SVG).append("\" xmlns:xlink=\"").append(XLINK).append('"');
    }
    boolean link = xml.getLocalName().equals("a");
    // It gives the line a length of its own, which its dashes are measured in.
    String pathLength = xml.getAttributeValue(null, "pathLength");
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = xml.getAttributeLocalName(i);
      String lower = name.toLowerCase(Locale.ROOT);
      String value = xml.getAttributeValue(i);
      String written = written(xml.getAttributeNamespace(i), name);
      if (written.isEmpty()) {
        continue;
      }
      if (lower.startsWith("on")) {
        unsafe(tag, "a picture holds no script: " + name + ".");
      } else if (lower.equals("href") || lower.equals("src")) {
        link(value.strip(), link, tag);
      } else {
        css(value, tag);
        if (written.equals("id")) {
          references.id(value);
        } else if (written.equals("stroke-dasharray") && pathLength == null) {
          dashes(value, tag);
        }
      }
      out.append(' ').append(written).append("=\"");
      escape(value, true);
      out.append('"');
    }
  }

  /** What an attribute is called in what is published; empty when it is left out. */
  private static String written(@org.jspecify.annotations.Nullable String space, String name) {
    if (space == null || space.isEmpty()) {
      return name;
    }
    if (space.equals(XLINK)) {
      return name.equals("href") ? "xlink:href" : "";
    }
    boolean kept = space.equals(XMLConstants.XML_NS_URI) && !name.equals("base");
    return kept ? "xml:" + name : "";
  }

  private void link(String to, boolean onlyALink, SourceSpan tag) {
    if (to.startsWith("#")) {
      if (!onlyALink) {
        references.to(to.substring(1));
      }
      return;
    }
    if (!to.startsWith("data:image/")) {
      outside(tag);
    } else if (!isPicture(to)) {
      problem(
          "SyntaxError",
          tag,
          "the picture inside this picture cannot be read.",
          "Take it out, or put it in again as PNG or JPEG.");
    }
  }

  private static boolean isPicture(String address) {
    Matcher inside = PICTURE_INSIDE.matcher(address);
    if (!inside.matches()) {
      return false;
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(inside.group(2));
      return PixelReader.flaw(bytes, inside.group(1)).isEmpty();
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private void css(String text, SourceSpan tag) {
    String plain =
        text.indexOf('\\') < 0
            ? text
            : CSS_ESCAPE.matcher(text).replaceAll(DrawingReader::unescaped);
    if (OUTSIDE.matcher(plain).find()) {
      outside(tag);
    }
    if (CSS_MOVES.matcher(plain).find()) {
      moves(tag);
    }
    DASHES.matcher(plain).results().forEach(it -> dashes(it.group(1), tag));
    Matcher local = LOCAL.matcher(plain);
    while (local.find()) {
      references.to(local.group(1));
    }
  }

  private static String unescaped(java.util.regex.MatchResult escape) {
    int point = escape.group(1) == null ? 0 : Integer.parseInt(escape.group(1), 16);
    String letter =
        escape.group(1) == null
            ? escape.group(2)
            : Character.isValidCodePoint(point) ? Character.toString(point) : "";
    return Matcher.quoteReplacement(letter);
  }

  private void escape(String text, boolean quoted) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append(quoted ? "&quot;" : "\"");
        case '\n', '\t' -> out.append(quoted ? "&#" + (int) c + ";" : String.valueOf(c));
        default -> out.append(c);
      }
    }
  }

  private void moves(SourceSpan tag) {
    problem(
        "UnsafeHtml",
        tag,
        "a picture keeps still: movement distracts readers, and paper cannot show it.",
        "Save it without its animation.");
  }

  private void outside(SourceSpan tag) {
    unsafe(tag, "a picture asks for nothing outside its own file.");
  }

  private void unsafe(SourceSpan tag, String message) {
    problem(
        "UnsafeHtml",
        tag,
        message,
        "Save it as plain SVG: shapes and colours, no scripts, no fonts, nothing linked.");
  }

  private void problem(String rule, SourceSpan at, String message, String hint) {
    sound = false;
    problems.add(new Problem(rule, at, message, hint));
  }

  /** Where a tag begins: the reader stands at its end. */
  private SourceSpan start(XMLStreamReader xml) {
    SourceSpan end = place(xml.getLocation());
    int to = file.offset(end.line(), end.column());
    return file.at(Math.max(0, file.text().lastIndexOf('<', Math.max(0, to - 1))));
  }

  private SourceSpan place(Location at) {
    int line = Math.max(1, Math.min(at.getLineNumber(), file.lines()));
    int end = file.lineEnd(line);
    int offset = file.offset(line, Math.max(1, at.getColumnNumber()));
    return file.at(Math.min(offset, Math.max(end, 0)));
  }
}
