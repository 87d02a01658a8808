package dev.rebound.publish;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Content;
import dev.rebound.source.Portable;
import dev.rebound.source.SourceSpan;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything a build writes has a path of its own, which every system can hold. The publishers say
 * which paths there will be.
 */
public final class OutputPath implements FirmRule {
  /** In UTF-8. Windows has room for 260 characters, of which the reader's own folder takes some. */
  static final int LONGEST = 200;

  private final List<Function<Content, List<Destination>>> publishers;

  /**
   * @param publishers what each publisher will write for a content
   */
  public OutputPath(List<Function<Content, List<Destination>>> publishers) {
    this.publishers = List.copyOf(publishers);
  }

  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    Map<String, Destination> taken = new HashMap<>();
    Set<SourceSpan> reported = new HashSet<>();
    Set<String> unreadable = new HashSet<>();
    content.problems().forEach(problem -> unreadable.add(problem.span().file()));
    for (Function<Content, List<Destination>> publisher : publishers) {
      for (Destination one : publisher.apply(content)) {
        Destination other = taken.putIfAbsent(key(one.path()), one);
        Optional<SourceSpan> place = one.from();
        if (other != null && !other.what().equals(one.what())) {
          // Whichever bears a name that the author can change.
          place
              .or(other::from)
              .filter(reported::add)
              .ifPresent(
                  at ->
                      clash(
                          at,
                          place.isPresent() ? one : other,
                          place.isPresent() ? other : one,
                          found));
        }
        if (place.isPresent()
            && !unreadable.contains(place.get().file())
            && !reported.contains(place.get())
            && unfit(one, place.get(), found)) {
          reported.add(place.get());
        }
      }
    }
  }

  /**
   * Names that differ in case, or in how an accent is written, are one on Windows and macOS; many
   * hosts show {@code trace.html} as {@code trace}.
   */
  private static String key(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .replaceFirst("\\.html$", "");
  }

  private static void clash(SourceSpan at, Destination one, Destination other, Findings found) {
    found.at(
        at,
        one.path().equals(other.path())
            ? "%s and %s would both be written to \"%s\"."
                .formatted(one.what(), other.what(), one.path())
            : "%s and %s would have one address: \"%s\" and \"%s\"."
                .formatted(one.what(), other.what(), one.path(), other.path()),
        one.what().startsWith("stock") ? "Remove one." : "Choose another name.");
  }

  private static boolean unfit(Destination one, SourceSpan at, Findings found) {
    String path = one.own();
    Optional<String> reason = Portable.flaw(path);
    if (reason.isPresent()) {
      found.at(
          at,
          "%s would be written to \"%s\", %s.".formatted(one.what(), path, reason.get()),
          "Choose another name.");
      return true;
    }
    int length = path.getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST) {
      found.at(
          at,
          "%s would be written to a path of %d bytes, and many systems take no more than %d."
              .formatted(shortened(one.what()), length, LONGEST),
          "Choose a shorter name, for it or for its course.");
      return true;
    }
    return false;
  }

  private static String shortened(String what) {
    return what.length() <= 60 ? what : what.substring(0, 57) + "…";
  }
}
