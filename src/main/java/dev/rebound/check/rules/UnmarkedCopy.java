package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.check.Writing;
import dev.rebound.check.quotation.Digests;
import dev.rebound.course.Content;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Eight or more words in a row of a source stand only in a credited quote. */
public final class UnmarkedCopy implements Rule {
  @Override
  public void check(Content content, Findings found) {
    List<Known> sources =
        content.sources().stream().filter(s -> s.lock().isPresent()).map(Known::of).toList();
    Map<String, Long> numbers = new HashMap<>();
    for (Writing writing : Writing.all(content)) {
      List<Writing.LocatedWord> words = writing.words();
      if (words.size() < SourceLock.WINDOW) {
        continue;
      }
      long[] run =
          words.stream()
              .mapToLong(word -> numbers.computeIfAbsent(word.text(), Digests::word))
              .toArray();
      sources.forEach(source -> copied(writing, words, run, source, found));
    }
  }

  private static void copied(
      Writing writing, List<Writing.LocatedWord> words, long[] run, Known source, Findings found) {
    int i = 0;
    while (i + SourceLock.WINDOW <= run.length) {
      int end = i;
      while (end + SourceLock.WINDOW <= run.length && source.has(run, end)) {
        end++;
      }
      if (end == i) {
        i++;
        continue;
      }
      int last = end - 1 + SourceLock.WINDOW;
      StringBuilder copy = new StringBuilder();
      for (int w = i; w < Math.min(last, i + 6); w++) {
        copy.append(words.get(w).text()).append(' ');
      }
      found.at(
          words.get(i).span(),
          "this "
              + writing.kind()
              + " has "
              + (last - i)
              + " words in a row of \""
              + source.id
              + "\": \""
              + copy.toString().strip()
              + "…\".",
          "Say it in your own words, or quote an excerpt with its credit.");
      i = last;
    }
  }

  /**
   * A source's windows: those of its lock, and those of its excerpts, which the lock leaves out.
   */
  private record Known(String id, Digests digests, Set<Long> windows) {
    static Known of(Source source) {
      SourceLock lock = source.lock().orElseThrow();
      Digests digests = new Digests(lock.salt());
      Set<Long> windows = new HashSet<>(lock.windows());
      for (Excerpt excerpt : source.excerpts()) {
        List<Long> numbers = new ArrayList<>();
        Words.texts(excerpt.text().value()).forEach(word -> numbers.add(Digests.word(word)));
        long[] run = numbers.stream().mapToLong(Long::longValue).toArray();
        for (int i = 0; i + SourceLock.WINDOW <= run.length; i++) {
          windows.add(digests.window(run, i, SourceLock.WINDOW));
        }
      }
      return new Known(source.id().value(), digests, windows);
    }

    boolean has(long[] run, int from) {
      return windows.contains(digests.window(run, from, SourceLock.WINDOW));
    }
  }
}
