package dev.rebound.check;

import java.util.Arrays;

/**
 * Numbers, such as the hashes of words, each with a place in the order in which they first came: a
 * map that makes no object for what is put into it (open addressing).
 */
public final class Places {
  private long[] numbers;

  /** One more than the place of the number that stands there; 0 for none. */
  private int[] slots;

  private int size;

  /**
   * @param expected about how many there will be
   */
  public Places(int expected) {
    slots = new int[2 * Integer.highestOneBit(Math.max(expected, 4)) * 2];
    numbers = new long[slots.length / 2];
  }

  /** The place of a number, the next one where it has none yet. */
  public int of(long number) {
    int slot = slot(number);
    if (slots[slot] == 0) {
      if (size == numbers.length) {
        grow();
        slot = slot(number);
      }
      numbers[size++] = number;
      slots[slot] = size;
    }
    return slots[slot] - 1;
  }

  /** The place of a number; -1 where it has none. */
  public int find(long number) {
    return slots[slot(number)] - 1;
  }

  /** A number for a text, whose beginning has got one already. */
  public static long hash(long from, String text) {
    long hash = from;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return hash;
  }

  /** How many have a place. */
  public int size() {
    return size;
  }

  /** By their places. */
  public long[] numbers() {
    return Arrays.copyOf(numbers, size);
  }

  private int slot(long number) {
    int mask = slots.length - 1;
    long mixed = number * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (slots[slot] != 0 && numbers[slots[slot] - 1] != number) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    slots = new int[2 * slots.length];
    for (int place = 0; place < size; place++) {
      slots[slot(numbers[place])] = place + 1;
    }
  }
}
