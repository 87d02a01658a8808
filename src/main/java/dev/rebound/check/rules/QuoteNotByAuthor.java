package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Content;
import dev.rebound.course.Excerpt;
import dev.rebound.course.ParagraphKind;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.source.Located;
import java.util.Optional;

/**
 * An excerpt stands in a paragraph that {@code blocks:} gives to the credited author: what a site
 * says about a talk is not what the speaker said.
 */
public final class QuoteNotByAuthor implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    for (Source source : content.sources()) {
      String file = source.id().span().file();
      // With a broken `blocks:` nobody's words are known to be anybody's.
      if (content.problems().stream().noneMatch(problem -> problem.span().file().equals(file))) {
        source.lock().ifPresent(lock -> creator(source, lock, found));
        source.lock().ifPresent(lock -> source(source, lock, found));
      }
    }
  }

  /** Whom the record credits is whom it credited when the source was at hand. */
  private static void creator(Source source, SourceLock lock, Findings found) {
    Optional<String> now = source.creator().map(Located::value);
    if (lock.version() > 1 && !now.equals(lock.creator())) {
      found.at(
          source.creator().map(Located::span).orElse(source.id().span()),
          "source \""
              + source.id()
              + "\" is credited to "
              + now.orElse("nobody")
              + "; it was locked as a work of "
              + lock.creator().orElse("nobody that is known")
              + ".",
          "Undo the change, or run `rebound source add FILE --id "
              + source.id()
              + "` with the source at hand.");
    }
  }

  private static void source(Source source, SourceLock lock, Findings found) {
    for (Excerpt excerpt : source.excerpts()) {
      lock.excerpt(excerpt.id().value())
          .map(SourceLock.LockedExcerpt::paragraph)
          .filter(paragraph -> !source.kindOf(paragraph).isAuthors())
          .ifPresent(
              paragraph -> {
                ParagraphKind kind = source.kindOf(paragraph);
                found.at(
                    excerpt.text().span(),
                    "excerpt \""
                        + excerpt.id().value()
                        + "\" stands in paragraph "
                        + paragraph
                        + ", which is "
                        + kind.word()
                        + ".",
                    "Quote the credited author's own words, or mend `blocks:` if paragraph "
                        + paragraph
                        + " is theirs.");
              });
    }
  }
}
