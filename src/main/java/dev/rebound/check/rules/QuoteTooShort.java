package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Source;
import dev.rebound.source.Words;

/** An excerpt has words enough to be its author's and nobody else's. */
public final class QuoteTooShort implements FirmRule {
  private static final int LEAST = 4;

  @Override
  public void check(CheckContext context, Findings found) {
    for (Source source : context.content().sources()) {
      for (Excerpt excerpt : source.excerpts()) {
        int words = Words.texts(excerpt.text().value()).size();
        if (words < LEAST) {
          found.at(
              excerpt.text().span(),
              "excerpt \""
                  + excerpt.id().value()
                  + "\" has "
                  + (words == 1 ? "1 word" : words + " words")
                  + ": anybody may have said that.",
              "Quote at least "
                  + LEAST
                  + " words, or cite the paragraph: `cites: [\""
                  + source.id().value()
                  + " ¶<paragraph>\"]`.");
        }
      }
    }
  }
}
