package dev.rebound.load;

import dev.rebound.source.Inline;
import dev.rebound.source.Problems;
import dev.rebound.source.Raw;
import dev.rebound.source.ScalarStyle;
import dev.rebound.source.SourceFile;
import java.util.List;

/** Reads one text as the inline Markdown that texts of a bank are, its quotes as they are typed. */
public final class InlineReader {
  private static final Typography AS_TYPED = Typography.of("");

  private InlineReader() {}

  public static List<Inline> read(String markdown, Problems problems) {
    SourceFile file = new SourceFile("text", markdown);
    String text = file.text();
    Raw.Scalar scalar =
        new Raw.Scalar(file.span(0, text.length()), text, Raw.ScalarType.TEXT, ScalarStyle.NONE);
    return MarkdownReader.prose(file, scalar, AS_TYPED, problems).inlines();
  }
}
