package dev.rebound.load;

import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Problems;
import dev.rebound.source.Prose;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * CommonMark and GFM tables to our markup. What authors write most is read by {@link
 * PlainMarkdown}; what that declines, such as {@code - a list\n - in a list}, by {@link
 * FlexmarkReader}. Wherever both read, they read the same.
 */
final class MarkdownReader {
  private static final boolean[] MARKS = new boolean[128];

  static {
    for (char mark : "*_[`<&\\\n".toCharArray()) {
      MARKS[mark] = true;
    }
  }

  private MarkdownReader() {}

  /** The body of a file from an offset on. */
  static List<Block> blocks(SourceFile file, int from, Typography typography, Problems problems) {
    Optional<List<Block>> plain = PlainMarkdown.blocks(file, from, typography, problems);
    return plain.isPresent()
        ? plain.get()
        : FlexmarkReader.blocks(file, from, typography, problems);
  }

  /** One YAML text as inline Markdown. */
  static Prose prose(Raw.Scalar text, Typography typography, Problems problems) {
    if (isPlain(text.text())) {
      return new Prose(
          text.span(), List.of(new Inline.Text(text.span(), typography.curl(text.text()))));
    }
    Optional<List<Inline>> plain = PlainMarkdown.prose(text, typography, problems);
    return plain.isPresent()
        ? new Prose(text.span(), plain.get())
        : FlexmarkReader.prose(text, typography, problems);
  }

  /** Most YAML texts hold no Markdown at all; they need no parser. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < MARKS.length && MARKS[c]) {
        return false;
      }
    }
    return true;
  }
}
