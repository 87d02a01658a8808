package dev.rebound.exchange;

import dev.rebound.source.Slug;
import dev.rebound.source.SourceSpan;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a reader has at hand: where losses go, how Markdown is read, what becomes of pictures. */
public final class Incoming {
  /** Questions that one file may bring. A bank is read, checked and shown as a whole. */
  public static final int MOST_QUESTIONS = 10_000;

  private static final int MOST_PICTURES = 1_000;

  private final InlineParser parser;
  private final PictureCheck check;
  private final Losses losses;
  private final String prefix;
  private final Map<String, byte[]> offered = new LinkedHashMap<>();
  private final Map<String, byte[]> kept = new TreeMap<>();
  private final Map<String, String> paths = new LinkedHashMap<>();

  /**
   * @param prefix the bank's id, which its pictures' names begin with
   */
  public Incoming(InlineParser parser, PictureCheck check, Losses losses, String prefix) {
    this.parser = parser;
    this.check = check;
    this.losses = losses;
    this.prefix = prefix;
  }

  InlineParser parser() {
    return parser;
  }

  public Losses losses() {
    return losses;
  }

  /** For the texts of one question. */
  public Texts texts(SourceSpan span, String question) {
    return new Texts(span, question, this);
  }

  /** A file that came along with the next text, by the address that it gives it. */
  public void offer(String address, byte[] bytes) {
    offered.put(address, bytes);
  }

  /** The files of one text are not those of the next. */
  public void nextText() {
    offered.clear();
    paths.clear();
  }

  /** The pictures that texts show, by their path. */
  public Map<String, byte[]> pictures() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(kept));
  }

  /** The path of a picture that can be kept; else what is wrong with it has been reported. */
  Optional<String> picture(String address, HtmlReader.Report report) {
    String known = paths.get(address);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<String> path =
        address.startsWith("data:") ? inline(address, report) : attached(address, report);
    path.ifPresent(it -> paths.put(address, it));
    return path;
  }

  private Optional<String> attached(String address, HtmlReader.Report report) {
    byte[] exact = offered.get(address);
    byte[] bytes = exact == null ? offered.get(unescaped(address)) : exact;
    if (bytes == null) {
      report.lost(
          Loss.What.PICTURE,
          "the picture \""
              + HtmlReader.cut(address)
              + "\" is not in the file; its alternative text is kept.");
      return Optional.empty();
    }
    String plain = unescaped(address);
    return keep(plain.substring(plain.lastIndexOf('/') + 1), bytes, report);
  }

  /** {@code my%20picture.png} is the file "my picture.png". */
  private static String unescaped(String address) {
    try {
      return java.net.URLDecoder.decode(
          address.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IllegalArgumentException none) {
      return address;
    }
  }

  private Optional<String> inline(String address, HtmlReader.Report report) {
    int comma = address.indexOf(',');
    String head = address.substring(0, Math.max(0, comma)).toLowerCase(Locale.ROOT);
    if (head.startsWith("data:image/") && head.endsWith(";base64")) {
      try {
        byte[] bytes = Base64.getMimeDecoder().decode(address.substring(comma + 1));
        String kind = head.substring("data:image/".length(), head.indexOf(';'));
        return keep("picture." + kind.replace("svg+xml", "svg"), bytes, report);
      } catch (IllegalArgumentException damaged) {
        report.lost(Loss.What.PICTURE, "a picture inside a text is damaged and left out.");
        return Optional.empty();
      }
    }
    report.lost(Loss.What.PICTURE, "a picture inside a text is of no known kind, and is left out.");
    return Optional.empty();
  }

  private Optional<String> keep(String name, byte[] bytes, HtmlReader.Report report) {
    String ending = kind(bytes);
    if (ending.isEmpty()) {
      report.lost(
          Loss.What.PICTURE,
          "the picture \""
              + HtmlReader.cut(name)
              + "\" is left out: SVG, PNG, JPEG and WebP can be shown.");
      return Optional.empty();
    }
    StringBuilder why = new StringBuilder();
    Optional<byte[]> clean =
        check.clean(
            "picture." + ending,
            bytes,
            problem -> why.append(why.isEmpty() ? problem.message() : ""));
    if (clean.isEmpty() || kept.size() >= MOST_PICTURES) {
      report.lost(
          Loss.What.PICTURE, "the picture \"" + HtmlReader.cut(name) + "\" is left out: " + why);
      return Optional.empty();
    }
    int dot = name.lastIndexOf('.');
    String stem = Slug.id(dot > 0 ? name.substring(0, dot) : name, 40);
    String own = stem.isEmpty() ? "picture" : stem;
    String base = "images/" + (own.startsWith(prefix + "-") ? own : prefix + "-" + own);
    String path = base + "." + ending;
    for (int n = 2;
        kept.containsKey(path) && !java.util.Arrays.equals(kept.get(path), clean.get());
        n++) {
      path = base + "-" + n + "." + ending;
    }
    kept.put(path, clean.get());
    return Optional.of(path);
  }

  /** By how it begins, whatever its name says. */
  private static String kind(byte[] bytes) {
    String head =
        new String(
            bytes, 0, Math.min(bytes.length, 400), java.nio.charset.StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u0089PNG")) {
      return "png";
    } else if (head.startsWith("\u00FF\u00D8\u00FF")) {
      return "jpg";
    } else if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return "webp";
    }
    return head.contains("<svg") ? "svg" : "";
  }

  /** Refuses a file that holds more than can be worked with. */
  public static void bound(int questions, SourceSpan at) throws Unreadable {
    if (questions > MOST_QUESTIONS) {
      throw new Unreadable(
          at,
          "holds more than " + MOST_QUESTIONS + " questions.",
          "Export fewer at a time, a category to a file.");
    }
  }
}
