package dev.rebound.publish.page;

import dev.rebound.course.Excerpt;
import dev.rebound.course.Source;
import dev.rebound.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The credit line of a source, made of the fields that are known:
 *
 * <pre>{@code Kate Nasser, “Leaders, Can You Ace This …?”, KateNasser Blog, 2012, ¶8}</pre>
 */
public final class Credit {
  private Credit() {}

  /** The line for the work as a whole. */
  public static String of(Source source) {
    return line(source, OptionalInt.empty());
  }

  /** The line for one excerpt: the work and its paragraph. */
  public static String of(Source source, Excerpt excerpt) {
    return line(source, excerpt.paragraph());
  }

  private static String line(Source source, OptionalInt paragraph) {
    List<String> parts = new ArrayList<>();
    source.creator().map(Located::value).ifPresent(parts::add);
    // Without a title our own words say what it is, and are not set as a title.
    source
        .title()
        .map(Located::value)
        .map(title -> "\u201c" + title + "\u201d")
        .or(() -> source.about().map(Located::value))
        .ifPresent(parts::add);
    source.container().map(Located::value).ifPresent(parts::add);
    source.date().map(Located::value).ifPresent(parts::add);
    paragraph.ifPresent(number -> parts.add("\u00b6" + number));
    return String.join(", ", parts);
  }
}
