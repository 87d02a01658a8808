package dev.rebound.check;

import dev.rebound.check.quotation.Digests;
import dev.rebound.course.ParagraphKind;
import dev.rebound.course.Source;
import dev.rebound.course.SourceText;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where sources are at hand, a copy with some words changed: ten of fifteen words in a row stand in
 * the same order among fifteen of a source. Who shares two words in a row three times there is
 * looked at word by word.
 */
public final class NearCopies {
  /** So many words in a row are compared … */
  public static final int SPAN = 15;

  /** … and are a copy when so many of them stand there in order, … */
  public static final int SAME = 10;

  /** … among them so many that carry content: anybody joins words as everybody does. */
  private static final int CONTENT = 3;

  private static final int PAIRS = 3;

  /** A word that stands nowhere: what it is next to is another paragraph. */
  private static final long END = 0;

  private final long[] words;
  private final boolean[] content;
  private final int[] sources;
  private final List<String> ids;
  private final Map<Long, int[]> pairs = new HashMap<>();

  /**
   * A copy.
   *
   * @param from its first word in the text
   * @param to the word behind its last
   * @param same how many of these words stand in the source in the same order
   * @param source the source's id
   */
  public record Copy(int from, int to, int same, String source) {}

  private record Hit(int at, int in) {}

  private NearCopies(long[] words, boolean[] content, int[] sources, List<String> ids) {
    this.words = words;
    this.content = content;
    this.sources = sources;
    this.ids = ids;
    Map<Long, List<Integer>> found = new HashMap<>();
    for (int i = 0; i + 1 < words.length; i++) {
      if (words[i] != END && words[i + 1] != END) {
        found.computeIfAbsent(pair(words, i), key -> new ArrayList<>()).add(i);
      }
    }
    found.forEach(
        (key, places) -> pairs.put(key, places.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** Of the sources that are at hand and may not be copied. */
  public static NearCopies of(List<Source> all) {
    List<Long> words = new ArrayList<>();
    List<Boolean> content = new ArrayList<>();
    List<Integer> sources = new ArrayList<>();
    List<String> ids = all.stream().map(source -> source.id().value()).toList();
    for (int i = 0; i < all.size(); i++) {
      Optional<SourceText> text = all.get(i).text();
      for (SourceText.Paragraph paragraph :
          text.map(SourceText::paragraphs).orElse(List.<SourceText.Paragraph>of())) {
        if (all.get(i).kindOf(paragraph.number()) == ParagraphKind.BOILERPLATE) {
          continue;
        }
        for (Words.Word word : paragraph.words()) {
          words.add(Digests.word(word.text()));
          content.add(WordStatistics.carriesContent(word.text()));
          sources.add(i);
        }
        words.add(END);
        content.add(false);
        sources.add(i);
      }
    }
    boolean[] carries = new boolean[content.size()];
    for (int i = 0; i < carries.length; i++) {
      carries[i] = content.get(i);
    }
    return new NearCopies(
        words.stream().mapToLong(Long::longValue).toArray(),
        carries,
        sources.stream().mapToInt(Integer::intValue).toArray(),
        ids);
  }

  /** Whether there is nothing to compare with. */
  public boolean isEmpty() {
    return words.length == 0;
  }

  /** The copies in a text, in order; none lies over another. */
  public List<Copy> in(long[] text) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i + 1 < text.length; i++) {
      for (int in : pairs.getOrDefault(pair(text, i), new int[0])) {
        hits.add(new Hit(i, in));
      }
    }
    hits.sort(Comparator.comparingInt(Hit::in));
    List<Copy> found = new ArrayList<>();
    for (int h = 0; h < hits.size(); h++) {
      Hit hit = hits.get(h);
      if (isDense(hits, h)
          && found.stream().noneMatch(it -> it.from() <= hit.at && hit.at < it.to())) {
        best(text, hit).ifPresent(found::add);
      }
    }
    return apart(found);
  }

  /** Whether enough pairs follow this one, in the text as in the source. */
  private static boolean isDense(List<Hit> hits, int h) {
    Hit first = hits.get(h);
    int near = 1;
    for (int i = h + 1; i < hits.size() && hits.get(i).in < first.in + SPAN && near < PAIRS; i++) {
      int ahead = hits.get(i).at - first.at;
      near += ahead > 0 && ahead < SPAN ? 1 : 0;
    }
    return near >= PAIRS;
  }

  /** The window around a pair that holds most words of the source, where that is a copy. */
  private Optional<Copy> best(long[] text, Hit hit) {
    int before = SPAN - SAME;
    Copy best = null;
    for (int at = Math.max(0, hit.at - before); at <= hit.at; at++) {
      for (int in = Math.max(0, hit.in - before); in <= hit.in; in++) {
        int[] same = inOrder(text, at, in);
        if (same.length >= SAME && (best == null || same.length > best.same)) {
          best =
              new Copy(same[0], same[same.length - 1] + 1, same.length, ids.get(sources[hit.in]));
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The words of a window that stand in one of the source in the same order, by their places in the
   * text; none where too few carry content.
   */
  private int[] inOrder(long[] text, int at, int in) {
    int rows = Math.min(SPAN, text.length - at);
    int columns = 0;
    while (columns < SPAN && in + columns < words.length && words[in + columns] != END) {
      columns++;
    }
    int[][] longest = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        longest[i][j] =
            text[at + i] == words[in + j]
                ? 1 + longest[i + 1][j + 1]
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int[] same = new int[longest[0][0]];
    Set<Long> telling = new HashSet<>();
    int count = 0;
    for (int i = 0, j = 0; count < same.length; ) {
      if (text[at + i] == words[in + j]) {
        same[count++] = at + i;
        if (content[in + j]) {
          telling.add(words[in + j]);
        }
        i++;
        j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return telling.size() >= CONTENT ? same : new int[0];
  }

  /** One after the other: of two that meet, one. */
  private static List<Copy> apart(List<Copy> found) {
    List<Copy> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(Copy::from));
    List<Copy> apart = new ArrayList<>();
    for (Copy copy : sorted) {
      Copy last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
      if (last == null || copy.from() >= last.to()) {
        apart.add(copy);
      } else {
        apart.set(
            apart.size() - 1,
            new Copy(
                last.from(),
                Math.max(last.to(), copy.to()),
                Math.max(last.same(), copy.same()),
                last.source()));
      }
    }
    return apart;
  }

  private static long pair(long[] words, int at) {
    return words[at] * 31 + words[at + 1];
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof NearCopies that
        && ids.equals(that.ids)
        && Arrays.equals(words, that.words)
        && Arrays.equals(sources, that.sources);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }
}
