package dev.rebound.check;

import dev.rebound.source.WordTable;
import dev.rebound.source.Words;
import java.util.Arrays;

/**
 * The stems of those words of a text that carry content, each once: of "What do you say to her? Her
 * pump leaks, and leaks." those of "pump" and "leaks".
 */
public final class Stems {
  private static final WordTable STEM =
      new WordTable(
          word ->
              WordStatistics.carriesContent(word)
                  ? Words.number(WordStatistics.stem(word))
                  : WordTable.NONE);

  /** Their numbers as words, in order. */
  private final int[] numbers;

  /** A bit for each: two without a bit in common have no stem in common. */
  private final long bits;

  private Stems(int[] numbers) {
    this.numbers = numbers;
    long all = 0;
    for (int number : numbers) {
      all |= 1L << number;
    }
    bits = all;
  }

  /**
   * @param text its words, as {@link Words#numbers} gives them
   */
  public static Stems of(int[] text) {
    int[] stems = new int[text.length];
    int size = 0;
    for (int word : text) {
      int stem = STEM.of(word);
      if (stem != WordTable.NONE) {
        stems[size++] = stem;
      }
    }
    Arrays.sort(stems, 0, size);
    int different = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || stems[i] != stems[i - 1]) {
        stems[different++] = stems[i];
      }
    }
    return new Stems(Arrays.copyOf(stems, different));
  }

  /** The stem of a word; negative where it carries no content. */
  public static int of(int word) {
    return STEM.of(word);
  }

  public boolean isEmpty() {
    return numbers.length == 0;
  }

  /** Their numbers as words, in ascending order; whoever asks must not change them. */
  public int[] numbers() {
    return numbers;
  }

  public boolean contains(int stem) {
    return (bits >>> stem & 1) != 0 && Arrays.binarySearch(numbers, stem) >= 0;
  }

  /** Whether a text says nothing else. */
  public boolean covers(int[] text) {
    for (int word : text) {
      int stem = STEM.of(word);
      if (stem != WordTable.NONE && !contains(stem)) {
        return false;
      }
    }
    return true;
  }

  /** How many both have. */
  public int common(Stems others) {
    if ((bits & others.bits) == 0) {
      return 0;
    }
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < numbers.length && j < others.numbers.length) {
      int difference = numbers[i] - others.numbers[j];
      common += difference == 0 ? 1 : 0;
      i += difference <= 0 ? 1 : 0;
      j += difference >= 0 ? 1 : 0;
    }
    return common;
  }

  /** Those that both have. */
  public Stems and(Stems others) {
    return which(others, true);
  }

  /** Those that the others do not have. */
  public Stems without(Stems others) {
    return which(others, false);
  }

  private Stems which(Stems others, boolean shared) {
    int[] left = new int[numbers.length];
    int size = 0;
    for (int number : numbers) {
      if (others.contains(number) == shared) {
        left[size++] = number;
      }
    }
    return new Stems(Arrays.copyOf(left, size));
  }
}
