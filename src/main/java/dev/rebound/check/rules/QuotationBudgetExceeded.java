package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.source.Words;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is quoted of a source stays within its budget: words an excerpt, share of the whole, number
 * of quotes.
 */
public final class QuotationBudgetExceeded implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    context.content().sources().stream()
        .filter(source -> !source.isFree())
        .forEach(source -> source(source, found));
  }

  private static void source(Source source, Findings found) {
    Source.QuotationLimit limit = source.quotation();
    for (Excerpt excerpt : source.excerpts()) {
      int words = Words.texts(excerpt.text().value()).size();
      if (words > limit.words()) {
        found.at(
            excerpt.text().span(),
            "excerpt \""
                + excerpt.id().value()
                + "\" has "
                + words
                + " words; this source allows "
                + limit.words()
                + ".",
            "Quote less, or cite the paragraph instead.");
      }
    }
    List<Excerpt> excerpts = source.excerpts();
    if (limit.quotes().isPresent() && excerpts.size() > limit.quotes().getAsInt()) {
      Excerpt first = excerpts.get(limit.quotes().getAsInt());
      found.at(
          first.id().span(),
          "source \""
              + source.id().value()
              + "\" has "
              + excerpts.size()
              + " excerpts; it allows "
              + limit.quotes().getAsInt()
              + ".",
          "Cite paragraphs instead, which quotes nothing.");
    }
    source.lock().ifPresent(lock -> share(source, lock, found));
  }

  /** Overlapping excerpts count their common words once. */
  private static void share(Source source, SourceLock lock, Findings found) {
    Map<Integer, BitSet> quoted = new HashMap<>();
    for (SourceLock.LockedExcerpt excerpt : lock.excerpts()) {
      quoted
          .computeIfAbsent(excerpt.paragraph(), p -> new BitSet())
          .set(excerpt.firstWord(), excerpt.firstWord() + excerpt.words());
    }
    int words = quoted.values().stream().mapToInt(BitSet::cardinality).sum();
    int all = lock.authorsWords();
    double limit = source.quotation().percent();
    if (all > 0 && words * 100.0 > limit * all) {
      found.at(
          source.quotation().span(),
          String.format(
              Locale.ROOT,
              "%d of the author's %d words are quoted: %.1f %%; the budget is %s %%.",
              words,
              all,
              words * 100.0 / all,
              limit == Math.rint(limit) ? String.valueOf((int) limit) : String.valueOf(limit)),
          "Shorten or drop excerpts of \"" + source.id().value() + "\".");
    }
  }
}
