package dev.rebound.exchange;

import dev.rebound.source.Inline;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes inlines as the Markdown that they are read from: {@code *so*}, {@code **so**}, {@code
 * [so](https://…)}. Only what would mean something else is escaped, so that a text of a bank stays
 * as an author would type it.
 */
final class InlineMarkdown {
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^(?=(?:[-+>]|#{1,6})(?:\\s|$)|>|~~~|[-=]{2,}\\s*$|[-:|\\s]+$)(?=\\S)");
  private static final int LONGEST_GAP = 60;
  private static final Pattern NUMBER = Pattern.compile("(?m)^(\\d{1,9})(?=[.)](?:\\s|$))");
  private static final Pattern ENTITY =
      Pattern.compile("&(?=#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)");

  private InlineMarkdown() {}

  static String write(List<Inline> inlines) {
    StringBuilder out = new StringBuilder();
    append(inlines, out);
    String text = out.toString().strip();
    return isPlain(text) ? text : escapeBlocks(text);
  }

  /** A text that is no Markdown, as Markdown. */
  static String plain(String text) {
    StringBuilder out = new StringBuilder();
    String[] lines = text.strip().split("\\s*\n\\s*", -1);
    for (int i = 0; i < lines.length; i++) {
      out.append(i == 0 ? "" : "\\\n").append(escape(lines[i]));
    }
    String escaped = out.toString();
    return isPlain(escaped) ? escaped : escapeBlocks(escaped);
  }

  /** Whether it is read as it stands: see MarkdownReader.isPlain. */
  static boolean isPlain(String text) {
    return text.chars().noneMatch(c -> "*_[`<&\\\n".indexOf(c) >= 0);
  }

  private static void append(List<Inline> inlines, StringBuilder out) {
    for (Inline inline : inlines) {
      if (inline instanceof Inline.Text it) {
        out.append(escape(it.text()));
      } else if (inline instanceof Inline.Emphasis it) {
        marked("*", it.content(), out);
      } else if (inline instanceof Inline.Strong it) {
        marked("**", it.content(), out);
      } else if (inline instanceof Inline.Code it) {
        code(it.text(), out);
      } else if (inline instanceof Inline.ReferenceLink it) {
        link(it.content(), it.to().kind() + ":" + it.to().id(), out);
      } else if (inline instanceof Inline.Mapping it) {
        out.append("[·](").append(it.to().kind()).append(':').append(it.to().id()).append(')');
      } else if (inline instanceof Inline.WebLink it) {
        link(it.content(), it.destination(), out);
      } else if (inline instanceof Inline.Image it) {
        out.append("![").append(bracketed(escape(it.alt()))).append("](");
        out.append(destination(it.path())).append(')');
      } else if (inline instanceof Inline.Break it) {
        out.append(it.hard() ? "\\\n" : " ");
      }
    }
  }

  /** Marks do not count beside a blank, so blanks stand outside. */
  private static void marked(String mark, List<Inline> content, StringBuilder out) {
    StringBuilder inner = new StringBuilder();
    append(content, inner);
    String text = inner.toString();
    String bare = text.strip();
    if (bare.isEmpty()) {
      out.append(text);
      return;
    }
    int at = text.indexOf(bare);
    out.append(text, 0, at).append(mark).append(bare).append(mark);
    out.append(text.substring(at + bare.length()));
  }

  private static void code(String text, StringBuilder out) {
    String fence = "`";
    while (text.contains(fence)) {
      fence += "`";
    }
    boolean padded = text.startsWith("`") || text.endsWith("`") || text.isBlank();
    out.append(fence).append(padded ? " " : "").append(text.replace('\n', ' '));
    out.append(padded ? " " : "").append(fence);
  }

  private static void link(List<Inline> content, String destination, StringBuilder out) {
    StringBuilder inner = new StringBuilder();
    append(content, inner);
    out.append('[').append(bracketed(inner.toString())).append("](");
    out.append(destination(destination)).append(')');
  }

  /** Brackets that do not pair would end a link's text. */
  private static String bracketed(String escaped) {
    return escaped.replaceAll("(?<!\\\\)([\\[\\]])", "\\\\$1");
  }

  private static String destination(String url) {
    return url.replace(" ", "%20")
        .replace("(", "%28")
        .replace(")", "%29")
        .replace("<", "%3C")
        .replace("\\", "%5C")
        .replace("\n", "");
  }

  private static String escape(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (means(text, i, c)) {
        out.append('\\');
      }
      out.append(c == '\n' ? ' ' : c);
    }
    return ENTITY.matcher(out).replaceAll("\\\\&");
  }

  /** Whether Markdown would take a character for a mark. */
  private static boolean means(String text, int at, char c) {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
    return switch (c) {
      case '`' -> true;
      case '*' -> !(isBlank(before) && isBlank(after) && at > 0 && at + 1 < text.length());
      case '_' ->
          !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after))
              && !isGap(text, at);
      // At the end, what follows in another inline would be escaped.
      case '\\' -> at + 1 == text.length() || !(Character.isLetterOrDigit(after) || after == ' ');
      case '<' -> Character.isLetter(after) || "/!?".indexOf(after) >= 0 || at + 1 == text.length();
      case '[' ->
          text.indexOf("](", at) > 0 || text.indexOf("]:", at) > 0 || text.indexOf(']', at) < 0;
      case '!' -> at + 1 == text.length();
      default -> false;
    };
  }

  /** {@code Say _____ first.} Three or more behind a blank can end no emphasis. */
  private static boolean isGap(String text, int at) {
    int from = at;
    int to = at;
    while (from > 0 && at - from < LONGEST_GAP && text.charAt(from - 1) == '_') {
      from--;
    }
    while (to < text.length() && to - at < LONGEST_GAP && text.charAt(to) == '_') {
      to++;
    }
    return to - from >= 3
        && from > 0
        && isBlank(text.charAt(from - 1))
        && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u00A0';
  }

  private static String escapeBlocks(String text) {
    return NUMBER.matcher(BLOCK.matcher(text).replaceAll("\\\\")).replaceAll("$1\\\\");
  }
}
