package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.quotation.Digests;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.source.Block;
import dev.rebound.source.Markup;
import dev.rebound.source.Words;
import java.util.List;
import java.util.Optional;

/**
 * Every excerpt stands in its source to the letter, as its lock proves; and every quote of it
 * stands in the excerpt's own words.
 */
public final class QuoteNotInSource extends ReadingRule {
  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    super.check(context, found);
    for (Source source : content.sources()) {
      if (!UnreadableFiles.file(content, "/sources/" + source.id().value() + ".lock")) {
        source.excerpts().forEach(excerpt -> excerpt(excerpt, source, found));
      }
    }
    for (Course course : content.courses()) {
      for (List<Block> body : course.bodies()) {
        Markup.eachBlock(
            body,
            block -> {
              if (block instanceof Block.ExcerptQuote quote) {
                quote(quote, content, found);
              }
            });
      }
    }
  }

  private static void excerpt(Excerpt excerpt, Source source, Findings found) {
    String again =
        "un `rebound source add FILE --id " + source.id().value() + "` with the source at hand.";
    Optional<SourceLock> lock = source.lock();
    Optional<SourceLock.LockedExcerpt> locked = lock.flatMap(l -> l.excerpt(excerpt.id().value()));
    if (locked.isEmpty() && source.isFree()) {
      // That its text is missing has been reported.
      return;
    }
    if (locked.isEmpty()) {
      found.at(
          excerpt.id().span(),
          "excerpt \"" + excerpt.id().value() + "\" has not been held against its source.",
          "R" + again);
      return;
    }
    List<String> words = Words.texts(excerpt.text().value());
    if (!new Digests(lock.get().salt()).run(words).equals(locked.get().digest())) {
      found.at(
          excerpt.text().span(),
          "excerpt \"" + excerpt.id().value() + "\" is not what the source says.",
          "It was "
              + locked.get().words()
              + " words of paragraph "
              + locked.get().paragraph()
              + " when it was locked. Undo the change, or r"
              + again);
    } else if (contradicts(locked.get(), words.size(), lock.get())) {
      found.at(
          excerpt.text().span(),
          "the lock says of excerpt \""
              + excerpt.id().value()
              + "\" what cannot be: it has "
              + words.size()
              + " words, and would be "
              + locked.get().words()
              + " from word "
              + locked.get().firstWord()
              + " of paragraph "
              + locked.get().paragraph()
              + ".",
          "The lock was changed by hand. R" + again);
    } else if (!source.isFree()
        && excerpt.paragraph().isPresent()
        && excerpt.paragraph().getAsInt() != locked.get().paragraph()) {
      found.at(
          excerpt.text().span(),
          "excerpt \""
              + excerpt.id().value()
              + "\" does not stand in paragraph "
              + excerpt.paragraph().getAsInt()
              + ".",
          "It stands in paragraph " + locked.get().paragraph() + ".");
    }
  }

  /** Whether an entry says something else than its excerpt or its paragraph. */
  private static boolean contradicts(SourceLock.LockedExcerpt locked, int words, SourceLock lock) {
    Optional<SourceLock.LockedParagraph> paragraph =
        lock.paragraphs().stream().filter(p -> p.number() == locked.paragraph()).findFirst();
    return locked.words() != words
        || paragraph.filter(p -> locked.firstWord() + locked.words() - 1 <= p.words()).isEmpty();
  }

  private static void quote(Block.ExcerptQuote quote, Content content, Findings found) {
    Optional<Excerpt> excerpt = content.excerpt(quote.excerpt().id());
    if (excerpt.isEmpty()) {
      return;
    }
    List<String> said = Markup.words(quote.words());
    List<String> wanted = Words.texts(excerpt.get().text().value());
    if (!said.equals(wanted)) {
      int same = 0;
      while (same < said.size()
          && same < wanted.size()
          && said.get(same).equals(wanted.get(same))) {
        same++;
      }
      String at = same < said.size() ? "from \"" + said.get(same) + "\" on" : "at its end";
      found.at(
          quote.words().get(0).span(),
          "this is not excerpt \""
              + quote.excerpt().id()
              + "\" to the letter: it differs "
              + at
              + ".",
          "The excerpt reads: " + excerpt.get().text().value());
    }
  }
}
