package dev.rebound;

/** A text that counts how often a character of it, or of a part of it, is looked at. */
public final class CountedText implements CharSequence {
  private final String text;
  private final long[] looks;

  public CountedText(String text) {
    this(text, new long[1]);
  }

  private CountedText(String text, long[] looks) {
    this.text = text;
    this.looks = looks;
  }

  public long looks() {
    return looks[0];
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    looks[0]++;
    return text.charAt(index);
  }

  /** Making a part looks at all of it: a copy does. */
  @Override
  public CharSequence subSequence(int start, int end) {
    looks[0] += end - start;
    return new CountedText(text.substring(start, end), looks);
  }

  @Override
  public String toString() {
    looks[0] += text.length();
    return text;
  }
}
