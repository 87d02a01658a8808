package dev.rebound.check.rules;

import dev.rebound.check.AuthoredText;
import dev.rebound.check.CheckContext;
import dev.rebound.check.ContentWalk;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.check.quotation.Digests;
import dev.rebound.check.quotation.WindowTable;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Lesson;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Eight or more words in a row of a source stand only in a credited quote. */
public final class UnmarkedCopy implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    List<Source> sources = context.content().sources();
    List<Known> known = context.kept(UnmarkedCopy.class, sources, () -> known(sources));
    for (ContentWalk.Part part : context.parts()) {
      context.keptFindings(
          this, part.thing(), known, found, own -> part(part, context, known, own));
    }
  }

  private static void part(
      ContentWalk.Part part, CheckContext context, List<Known> known, Findings found) {
    List<AuthoredText> texts = context.in(part).texts();
    for (int i = 0; i < texts.size(); i++) {
      long[] words =
          part.thing() instanceof Lesson lesson
              ? context.words(lesson).get(i)
              : Digests.words(texts.get(i).words());
      for (Known sources : known) {
        copied(texts.get(i), words, sources, found);
      }
    }
  }

  private static void copied(AuthoredText text, long[] run, Known sources, Findings found) {
    int i = 0;
    while (i + SourceLock.WINDOW <= run.length) {
      int source = sources.of(run, i);
      int end = i;
      while (source >= 0
          && end + SourceLock.WINDOW <= run.length
          && sources.of(run, end) == source) {
        end++;
      }
      if (end == i) {
        i++;
        continue;
      }
      int last = end - 1 + SourceLock.WINDOW;
      List<AuthoredText.LocatedWord> words = text.located();
      StringBuilder copy = new StringBuilder();
      for (int w = i; w < Math.min(last, i + 6); w++) {
        copy.append(words.get(w).text()).append(' ');
      }
      found.at(
          words.get(i).span().to(words.get(last - 1).span()),
          "this "
              + text.kind()
              + " has "
              + (last - i)
              + " words in a row of \""
              + sources.ids.get(source)
              + "\": \""
              + copy.toString().strip()
              + "…\".",
          "Say it in your own words, or quote an excerpt with its credit.");
      i = last;
    }
  }

  /** The sources by the key of their locks: those that share one are looked up in one step. */
  private static List<Known> known(List<Source> all) {
    Map<String, List<Source>> bySalt = new TreeMap<>();
    for (Source source : all) {
      source
          .lock()
          .ifPresent(
              lock -> bySalt.computeIfAbsent(lock.salt(), s -> new ArrayList<>()).add(source));
    }
    return bySalt.entrySet().stream().map(e -> Known.of(e.getKey(), e.getValue())).toList();
  }

  /** The windows of some sources' locks, and of their excerpts, which the locks leave out. */
  private record Known(Digests digests, WindowTable windows, List<String> ids) {
    static Known of(String salt, List<Source> sources) {
      Digests digests = new Digests(salt);
      WindowTable windows =
          new WindowTable(
              sources.stream().mapToInt(s -> s.lock().orElseThrow().windows().size()).sum());
      for (int number = 0; number < sources.size(); number++) {
        Source source = sources.get(number);
        int own = number;
        source.lock().orElseThrow().windows().forEach(window -> windows.put(window, own));
        for (Excerpt excerpt : source.excerpts()) {
          long[] run = Digests.words(Words.texts(excerpt.text().value()));
          for (int i = 0; i + SourceLock.WINDOW <= run.length; i++) {
            windows.put(digests.window(run, i, SourceLock.WINDOW), number);
          }
        }
      }
      return new Known(digests, windows, sources.stream().map(s -> s.id().value()).toList());
    }

    /** The number of the source that holds this window; -1 where none does. */
    int of(long[] run, int from) {
      return windows.get(digests.window(run, from, SourceLock.WINDOW));
    }
  }
}
