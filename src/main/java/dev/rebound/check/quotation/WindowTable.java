package dev.rebound.check.quotation;

import java.util.Arrays;

/**
 * Window digests and the number of the source each belongs to. Every run of eight words of a course
 * is looked up here once, and nearly none is found, so the digests stand bare in one array (open
 * addressing) instead of as objects in a map. They are uniform already; their low bits are hash
 * enough.
 */
public final class WindowTable {
  private static final int NONE = -1;

  /** A bit for each window, by its high bits: it says no at once to nearly all that is not here. */
  private final long[] seen = new long[1 << 14];

  private long[] windows;
  private int[] numbers;
  private int size;

  /**
   * @param expected about how many windows it will hold
   */
  public WindowTable(int expected) {
    windows = new long[Integer.highestOneBit(expected + 256) * 4];
    numbers = new int[windows.length];
    Arrays.fill(numbers, NONE);
  }

  /** Adds a window; the first number it was put with stays. */
  public void put(long window, int number) {
    if (2 * (size + 1) > windows.length) {
      grow();
    }
    int at = slot(window);
    seen[word(window)] |= 1L << bit(window);
    if (numbers[at] == NONE) {
      windows[at] = window;
      numbers[at] = number;
      size++;
    }
  }

  /** The number a window was put with; -1 when it was not. */
  public int get(long window) {
    boolean maybe = (seen[word(window)] >> bit(window) & 1) != 0;
    return maybe ? numbers[slot(window)] : NONE;
  }

  private int word(long window) {
    return (int) (window >>> 32) & seen.length - 1;
  }

  private static int bit(long window) {
    return (int) (window >>> 58);
  }

  /** Where the window stands, or where it would. */
  private int slot(long window) {
    int mask = windows.length - 1;
    int at = (int) window & mask;
    while (numbers[at] != NONE && windows[at] != window) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldWindows = windows;
    int[] oldNumbers = numbers;
    windows = new long[2 * oldWindows.length];
    numbers = new int[windows.length];
    Arrays.fill(numbers, NONE);
    size = 0;
    for (int i = 0; i < oldWindows.length; i++) {
      if (oldNumbers[i] != NONE) {
        put(oldWindows[i], oldNumbers[i]);
      }
    }
  }
}
