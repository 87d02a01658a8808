package dev.rebound.check.quotation;

import dev.rebound.source.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Keyed digests of runs of words. Two steps: a word becomes a number once, whichever sources it is
 * held against; a run of numbers becomes a digest by SipHash-2-4 under a source's own key.
 */
public final class Digests {
  private static final long WORD_KEY_0 = 0x7265626f756e6421L;
  private static final long WORD_KEY_1 = 0x776f726473776f72L;

  private final long key0;
  private final long key1;

  /**
   * @param salt 32 hexadecimal digits; anything else is digested to that
   */
  public Digests(String salt) {
    String key = salt.matches("[0-9a-f]{32}") ? salt : Sha256.of(salt).substring(0, 32);
    key0 = Long.parseUnsignedLong(key.substring(0, 16), 16);
    key1 = Long.parseUnsignedLong(key.substring(16), 16);
  }

  /** The number of one word. */
  public static long word(String word) {
    return word(word, new long[4]);
  }

  /**
   * @param room for blocks, used where it is enough
   */
  private static long word(String word, long[] room) {
    int length = word.length();
    if (length >= 8 * room.length) {
      return bytes(word.getBytes(StandardCharsets.UTF_8));
    }
    Arrays.fill(room, 0);
    for (int i = 0; i < length; i++) {
      char c = word.charAt(i);
      if (c >= 128) {
        return bytes(word.getBytes(StandardCharsets.UTF_8));
      }
      room[i / 8] |= (long) c << (8 * (i % 8));
    }
    int last = length / 8;
    room[last] |= (long) length << 56;
    return sip(WORD_KEY_0, WORD_KEY_1, room, 0, last + 1);
  }

  private static long bytes(byte[] bytes) {
    long[] blocks = new long[bytes.length / 8 + 1];
    for (int i = 0; i < bytes.length; i++) {
      blocks[i / 8] |= (bytes[i] & 0xFFL) << (8 * (i % 8));
    }
    blocks[blocks.length - 1] |= (long) bytes.length << 56;
    return sip(WORD_KEY_0, WORD_KEY_1, blocks, 0, blocks.length);
  }

  /** The numbers of some words. */
  public static long[] words(List<String> words) {
    long[] numbers = new long[words.size()];
    long[] room = new long[4];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = word(words.get(i), room);
    }
    return numbers;
  }

  /** The digest of the words {@code from} to {@code from + count}. */
  public long window(long[] words, int from, int count) {
    return sip(key0, key1, words, from, count);
  }

  /** The digest of a whole run of words, as locks write it. */
  public String run(List<String> words) {
    long[] numbers = words(words);
    return HexFormat.of().toHexDigits(window(numbers, 0, numbers.length));
  }

  /** SipHash-2-4 (Aumasson and Bernstein 2012) over whole 64-bit blocks, the last as given. */
  static long sip(long key0, long key1, long[] blocks, int from, int count) {
    long v0 = key0 ^ 0x736f6d6570736575L;
    long v1 = key1 ^ 0x646f72616e646f6dL;
    long v2 = key0 ^ 0x6c7967656e657261L;
    long v3 = key1 ^ 0x7465646279746573L;
    // Two rounds a block, then four without one. Two stand here in full: they are run ten times for
    // each run of words of a course.
    int end = from + count;
    for (int i = from; i < end + 2; i++) {
      long block = 0;
      if (i < end) {
        block = blocks[i];
      } else if (i == end) {
        v2 ^= 0xff;
      }
      v3 ^= block;
      v0 += v1;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v3;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 += v3;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 += v1;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v2 = Long.rotateLeft(v2, 32);
      v0 += v1;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v3;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 += v3;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 += v1;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v2 = Long.rotateLeft(v2, 32);
      v0 ^= block;
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }
}
