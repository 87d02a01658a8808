package dev.rebound.check.rules;

import dev.rebound.check.AuthoredText.LocatedWord;
import dev.rebound.check.CheckContext;
import dev.rebound.check.ContentWalk;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.check.NearCopies;
import dev.rebound.check.WordStream;
import dev.rebound.check.quotation.Digests;
import dev.rebound.check.quotation.WindowTable;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.source.SourceSpan;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Eight or more words in a row of a source stand only in a credited quote; where the source is at
 * hand, ten of fifteen in its order.
 */
public final class UnmarkedCopy implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    List<Source> sources =
        context.content().sources().stream().filter(source -> !source.isOurs()).toList();
    List<Known> known = context.kept(UnmarkedCopy.class, sources, () -> known(sources));
    NearCopies near = context.kept(NearCopies.class, sources, () -> NearCopies.of(sources));
    for (ContentWalk.Part part : context.parts()) {
      context.keptFindings(
          this,
          part.thing(),
          List.of(known, near),
          found,
          own -> new InPart(known, near, new ArrayList<>(), own).check(context, part));
    }
  }

  /**
   * @param from its first word
   * @param to the word behind its last
   * @param what how many words are the same, in words
   */
  private record Copy(int from, int to, String what, String source) {}

  /**
   * What is copied in one part.
   *
   * @param reported where findings stand already: a copy is named once, however it is read
   */
  private record InPart(
      List<Known> known, NearCopies near, List<SourceSpan> reported, Findings found) {
    void check(CheckContext context, ContentWalk.Part part) {
      for (WordStream stream : WordStream.in(context, part)) {
        long[] written = stream.written();
        report(copies(written), stream, false);
        if (stream.mayBeDisguised()) {
          long[] seen = stream.seen();
          if (!Arrays.equals(written, seen)) {
            report(copies(seen), stream, true);
          }
        }
      }
    }

    private List<Copy> copies(long[] run) {
      List<Copy> copies = new ArrayList<>();
      known.forEach(sources -> exact(run, sources, copies));
      if (!near.isEmpty()) {
        near.in(run)
            .forEach(
                it ->
                    copies.add(
                        new Copy(
                            it.from(),
                            it.to(),
                            it.same() + " of " + (it.to() - it.from()) + " words in the order",
                            it.source())));
      }
      return copies;
    }

    private static void exact(long[] run, Known sources, List<Copy> copies) {
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
        copies.add(new Copy(i, last, (last - i) + " words in a row", sources.ids.get(source)));
        i = last;
      }
    }

    private void report(List<Copy> copies, WordStream stream, boolean seen) {
      if (copies.isEmpty()) {
        return;
      }
      List<LocatedWord> words = stream.located(seen);
      for (Copy copy : copies) {
        LocatedWord first = words.get(copy.from());
        // Where it runs over several texts, an editor underlines it to the end of the first.
        SourceSpan last = first.span();
        for (int i = copy.from(); i < copy.to(); i++) {
          SourceSpan at = words.get(i).span();
          last = at.file().equals(last.file()) && at.compareTo(last) > 0 ? at : last;
        }
        SourceSpan all = first.span().to(last);
        if (reported.stream().anyMatch(it -> overlap(it, all))) {
          continue;
        }
        reported.add(all);
        String start =
            words.subList(copy.from(), Math.min(copy.to(), copy.from() + 6)).stream()
                .map(LocatedWord::text)
                .collect(Collectors.joining(" "));
        found.at(
            all,
            "this "
                + stream.kindAt(first)
                + " has "
                + copy.what()
                + " of \""
                + copy.source()
                + "\": \""
                + start
                + "…\".",
            "Say it in your own words, or quote an excerpt with its credit.");
      }
    }

    private static boolean overlap(SourceSpan one, SourceSpan other) {
      return one.file().equals(other.file())
          && starts(one) < ends(other)
          && starts(other) < ends(one);
    }

    private static long starts(SourceSpan span) {
      return ((long) span.line() << 32) + span.column();
    }

    private static long ends(SourceSpan span) {
      return Math.max(starts(span) + 1, ((long) span.endLine() << 32) + span.endColumn());
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
