package dev.rebound.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Every different word that was read, folded, by its number. A course has millions of words and a
 * few thousand different ones: a text keeps numbers, which are compared, counted and looked up
 * without a look at a letter.
 *
 * <p>Where nothing was read before, "Sorry, so sorry" is {@code 0 1 0}.
 *
 * <p>What is found is found without a lock. A thread may see less than another has just added; then
 * it looks again under the lock.
 */
final class Vocabulary {
  /** The longest word whose letters fill a key: what has such a key needs no second look. */
  private static final int PACKED = 8;

  private static final Vocabulary ALL = new Vocabulary();

  private volatile Table table = new Table(1 << 12);
  private int size;

  private Vocabulary() {}

  /** Arrays that grow together. */
  private static final class Table {
    /** By hash, a word's number and one more: 0 where there is none. */
    final int[] slots;

    final long[] keys;
    final @Nullable String[] texts;

    Table(int slots) {
      this.slots = new int[slots];
      keys = new long[slots / 2];
      texts = new @Nullable String[slots / 2];
    }

    Table(Table small, int size) {
      slots = new int[2 * small.slots.length];
      keys = Arrays.copyOf(small.keys, slots.length / 2);
      texts = Arrays.copyOf(small.texts, slots.length / 2);
      for (int number = 0; number < size; number++) {
        int slot = slot(keys[number]);
        while (slots[slot] != 0) {
          slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = number + 1;
      }
    }

    int slot(long key) {
      long mixed = key * 0x9E3779B97F4A7C15L;
      return (int) (mixed >>> 40) & slots.length - 1;
    }

    /** The slot of a word, or the one that it would take. */
    int find(long key, String word) {
      int slot = slot(key);
      while (slots[slot] != 0) {
        int number = slots[slot] - 1;
        if (keys[number] == key && (key >= 0 || word.equals(texts[number]))) {
          break;
        }
        slot = slot + 1 & slots.length - 1;
      }
      return slot;
    }
  }

  /** The key of a word and one more letter of it, which is ASCII. */
  static long key(long before, int letter) {
    return before << 8 | letter;
  }

  /**
   * The number of the word that stands in {@code text}, folded or not.
   *
   * @param packed the {@link #key} of its letters, folded, all of which are ASCII
   */
  static int number(long packed, String text, int start, int end) {
    boolean isLong = end - start > PACKED;
    long key = isLong ? packed | Long.MIN_VALUE : packed;
    Table now = ALL.table;
    int[] slots = now.slots;
    int slot = now.slot(key);
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (now.keys[number] == key && (!isLong || isWord(now.texts[number], text, start, end))) {
        return number;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return ALL.add(key, Words.folded(text, start, end));
  }

  private static boolean isWord(@Nullable String word, String text, int start, int end) {
    if (word == null || word.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (word.charAt(i - start) != Words.plain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The number of a word that is folded already. */
  static int number(String word) {
    long key = 0;
    int all = 0;
    for (int i = 0; i < word.length(); i++) {
      key = key(key, word.charAt(i));
      all |= word.charAt(i);
    }
    boolean isPacked = word.length() <= PACKED && all < 128;
    return ALL.add(isPacked ? key : key | Long.MIN_VALUE, word);
  }

  /** The word that has a number. */
  static String text(int number) {
    String text = ALL.table.texts[number];
    if (text == null) {
      throw new IllegalArgumentException("no word has number " + number);
    }
    return text;
  }

  private synchronized int add(long key, String word) {
    int slot = table.find(key, word);
    if (table.slots[slot] != 0) {
      return table.slots[slot] - 1;
    }
    if (size == table.keys.length) {
      table = new Table(table, size);
      slot = table.find(key, word);
    }
    table.keys[size] = key;
    table.texts[size] = word;
    table.slots[slot] = ++size;
    return size - 1;
  }
}
