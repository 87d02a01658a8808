package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import java.util.OptionalInt;

/** An excerpt stands in one place of its source, so that its credit can name it. */
public final class QuoteAmbiguous implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    for (Source source : context.content().sources()) {
      for (Excerpt excerpt : source.excerpts()) {
        source
            .lock()
            .flatMap(lock -> lock.excerpt(excerpt.id().value()))
            .filter(locked -> locked.places() > 1)
            .ifPresent(
                locked ->
                    found.at(
                        excerpt.text().span(),
                        "excerpt \""
                            + excerpt.id().value()
                            + "\" stands in "
                            + locked.places()
                            + " places of its source.",
                        hint(excerpt, locked)));
      }
    }
  }

  private static String hint(Excerpt excerpt, SourceLock.LockedExcerpt locked) {
    boolean named = excerpt.paragraph().equals(OptionalInt.of(locked.paragraph()));
    return (named
            ? "Quote a word more, so that it stands in one"
            : "Quote a word more, or say `Paragraph "
                + locked.paragraph()
                + ".` below it if that is the one")
        + "; then run `rebound source add` again.";
  }
}
