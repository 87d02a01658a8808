package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;

/** An excerpt is a fragment: it holds no whole sentence of its source. */
public final class WholeSentenceQuoted implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    for (Source source : context.content().sources()) {
      if (source.isFree()) {
        continue;
      }
      for (Excerpt excerpt : source.excerpts()) {
        source
            .lock()
            .flatMap(lock -> lock.excerpt(excerpt.id().value()))
            .filter(SourceLock.LockedExcerpt::wholeSentence)
            .ifPresent(
                whole ->
                    found.at(
                        excerpt.text().span(),
                        "excerpt \""
                            + excerpt.id().value()
                            + "\" holds a whole sentence of its source.",
                        "Quote a fragment, then run `rebound source add` again."));
      }
    }
  }
}
