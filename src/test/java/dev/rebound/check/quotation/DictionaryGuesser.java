package dev.rebound.check.quotation;

import dev.rebound.course.SourceLock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who has the lock, everything published of the source, and a word list with every word of
 * it, and who wants the rest of the text: runs that are known are lengthened by a word on either
 * side, gaps of one word are filled from the whole list and gaps of two from a short one, and
 * whatever is found is known from then on.
 */
final class DictionaryGuesser {
  private static final int WINDOW = SourceLock.WINDOW;

  private final SourceLock lock;
  private final Digests digests;
  private final List<String> dictionary;
  private final long[] numbers;
  private final long[] likely;
  private final List<String> likelyWords;
  private final Set<List<String>> runs = new HashSet<>();
  private final Deque<List<String>> toTry = new ArrayDeque<>();
  private final Set<String> found = new TreeSet<>();

  /**
   * @param likely a few hundred words, of which every pair is tried
   */
  DictionaryGuesser(SourceLock lock, Collection<String> dictionary, Collection<String> likely) {
    this.lock = lock;
    this.digests = new Digests(lock.salt());
    this.dictionary = List.copyOf(new TreeSet<>(dictionary));
    this.numbers = this.dictionary.stream().mapToLong(Digests::word).toArray();
    this.likelyWords = List.copyOf(new TreeSet<>(likely));
    this.likely = likelyWords.stream().mapToLong(Digests::word).toArray();
  }

  /** Every run of words that a digest confirmed although it was not published. */
  Set<String> guess(List<List<String>> published) {
    for (List<String> text : published) {
      for (int size = WINDOW - 2; size <= WINDOW; size++) {
        for (int i = 0; i + size <= text.size(); i++) {
          know(text.subList(i, i + size));
        }
      }
    }
    for (SourceLock.LockedExcerpt excerpt : lock.excerpts()) {
      for (List<String> text : published) {
        if (digests.run(text).equals(excerpt.digest())) {
          around(excerpt, text);
        }
      }
    }
    while (!toTry.isEmpty()) {
      List<String> run = toTry.pop();
      switch (run.size()) {
        case WINDOW -> replaceOne(run);
        case WINDOW - 1 -> addOne(run);
        default -> addTwo(run);
      }
    }
    paragraphs(published);
    return found;
  }

  private void know(List<String> run) {
    List<String> copy = List.copyOf(run);
    if (runs.add(copy)) {
      toTry.add(copy);
    }
  }

  /** A window that is in the lock gives two runs to go on from. */
  private void confirm(List<String> window) {
    if (found.add(String.join(" ", window))) {
      know(window.subList(1, WINDOW));
      know(window.subList(0, WINDOW - 1));
    }
  }

  private void addOne(List<String> run) {
    long[] window = new long[WINDOW];
    for (int gap = 0; gap < WINDOW; gap++) {
      fill(window, run, gap);
      for (int i = 0; i < numbers.length; i++) {
        window[gap] = numbers[i];
        if (lock.windows().contains(digests.window(window, 0, WINDOW))) {
          confirm(with(run, gap, dictionary.get(i)));
        }
      }
    }
  }

  private void replaceOne(List<String> run) {
    if (lock.windows().contains(window(run))) {
      confirm(run);
    }
    for (int gap = 0; gap < WINDOW; gap++) {
      List<String> rest = new ArrayList<>(run);
      rest.remove(gap);
      long[] window = new long[WINDOW];
      fill(window, rest, gap);
      for (int i = 0; i < numbers.length; i++) {
        window[gap] = numbers[i];
        if (lock.windows().contains(digests.window(window, 0, WINDOW))) {
          confirm(with(rest, gap, dictionary.get(i)));
        }
      }
    }
  }

  /** Two words before, two after, one on either side, and two together in any gap. */
  private void addTwo(List<String> run) {
    long[] window = new long[WINDOW];
    for (int first = 0; first < WINDOW; first++) {
      for (int second : new TreeSet<>(List.of(Math.min(first + 1, WINDOW - 1), WINDOW - 1))) {
        if (second == first || (second == WINDOW - 1 && first != 0 && first != WINDOW - 2)) {
          continue;
        }
        int at = 0;
        for (int i = 0; i < WINDOW; i++) {
          window[i] = i == first || i == second ? 0 : Digests.word(run.get(at++));
        }
        for (int a = 0; a < likely.length; a++) {
          window[first] = likely[a];
          for (int b = 0; b < likely.length; b++) {
            window[second] = likely[b];
            if (lock.windows().contains(digests.window(window, 0, WINDOW))) {
              confirm(with(with(run, first, likelyWords.get(a)), second, likelyWords.get(b)));
            }
          }
        }
      }
    }
  }

  /** An excerpt's neighbours: every window of its paragraph in which one word is unknown. */
  private void around(SourceLock.LockedExcerpt excerpt, List<String> text) {
    Optional<SourceLock.LockedParagraph> paragraph =
        lock.paragraphs().stream().filter(p -> p.number() == excerpt.paragraph()).findFirst();
    String[] known = new String[paragraph.orElseThrow().words()];
    for (SourceLock.LockedExcerpt other : lock.excerpts()) {
      if (other.paragraph() == excerpt.paragraph() && other.digest().equals(digests.run(text))) {
        for (int i = 0; i < text.size(); i++) {
          known[other.firstWord() - 1 + i] = text.get(i);
        }
      }
    }
    for (int start = 0; start + WINDOW <= known.length; start++) {
      List<String> part = Arrays.asList(known).subList(start, start + WINDOW);
      List<String> rest = part.stream().filter(word -> word != null).toList();
      if (rest.size() == WINDOW - 1) {
        know(rest);
      }
    }
  }

  /** A paragraph that is known but for one or two words at its ends or in one gap. */
  private void paragraphs(List<List<String>> published) {
    for (SourceLock.LockedParagraph paragraph : lock.paragraphs()) {
      for (List<String> text : published) {
        int missing = paragraph.words() - text.size();
        if (paragraph.digest().isEmpty() || missing < 0 || missing > 1) {
          continue;
        }
        for (int gap = 0; missing == 1 && gap <= text.size(); gap++) {
          for (String word : dictionary) {
            List<String> whole = with(text, gap, word);
            if (digests.run(whole).equals(paragraph.digest().get())) {
              found.add(String.join(" ", whole));
            }
          }
        }
      }
    }
  }

  private long window(List<String> words) {
    return digests.window(words.stream().mapToLong(Digests::word).toArray(), 0, WINDOW);
  }

  private static void fill(long[] window, List<String> rest, int gap) {
    for (int i = 0; i < WINDOW; i++) {
      window[i] = i == gap ? 0 : Digests.word(rest.get(i < gap ? i : i - 1));
    }
  }

  private static List<String> with(List<String> words, int at, String word) {
    List<String> more = new ArrayList<>(words);
    more.add(at, word);
    return List.copyOf(more);
  }
}
