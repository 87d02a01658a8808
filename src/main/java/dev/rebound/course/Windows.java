package dev.rebound.course;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The digests of a lock's runs of words, {@code { -77, 4, 1901 }}: thousands a source, so they
 * stand bare and in order instead of as objects in a set.
 */
public final class Windows {
  private final long[] sorted;

  private Windows(long[] sorted) {
    this.sorted = sorted;
  }

  /** Those of a set. */
  public static Windows of(Collection<Long> windows) {
    return of(windows.stream().mapToLong(Long::longValue).toArray());
  }

  /** Those of an array in any order, which is left to this. */
  public static Windows of(long[] windows) {
    Arrays.sort(windows);
    return new Windows(windows);
  }

  public boolean contains(long window) {
    return Arrays.binarySearch(sorted, window) >= 0;
  }

  public int size() {
    return sorted.length;
  }

  /** In ascending order. */
  public void forEach(LongConsumer taker) {
    for (long window : sorted) {
      taker.accept(window);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Windows that && Arrays.equals(sorted, that.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  @Override
  public String toString() {
    return sorted.length + " windows";
  }
}
