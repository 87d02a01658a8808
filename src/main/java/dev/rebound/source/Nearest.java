package dev.rebound.source;

import static java.util.Locale.ROOT;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What exists that looks like what was written: the second half of every good message. */
public final class Nearest {
  private Nearest() {}

  /** The up to three names nearest by spelling that an author could have meant; perhaps none. */
  public static List<String> bySpelling(String written, Collection<String> existing) {
    // In a word of two letters, two edits make any other.
    int most = Math.min(written.length() - 1, Math.max(2, written.length() / 3));
    return existing.stream()
        .distinct()
        .map(name -> new Scored(name, score(written.toLowerCase(ROOT), name.toLowerCase(ROOT))))
        .filter(scored -> scored.distance <= most)
        .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
        .limit(3)
        .map(Scored::name)
        .toList();
  }

  /** The start of a long name, or a part of it, is as good as the whole but for one edit. */
  private static int score(String written, String name) {
    int whole = distance(written, name);
    if (name.length() <= written.length() || written.length() < 4) {
      return whole;
    }
    int length = written.length();
    int start =
        Math.min(
            distance(written, name.substring(0, length)),
            distance(written, name.substring(0, length + 1)));
    return name.contains(written) ? 1 : Math.min(whole, start + 1);
  }

  /**
   * {@code Nearest: a, b.}; where nothing is near, {@code There are: …} all of them, up to twelve.
   * Of names in two parts, {@code bank/question}, first those with the same first part.
   */
  public static String hint(String written, Collection<String> existing) {
    List<String> near = bySpelling(written, existing);
    if (!near.isEmpty()) {
      return "Nearest: " + String.join(", ", near) + ".";
    }
    if (existing.isEmpty()) {
      return "There are none yet.";
    }
    List<String> all = existing.stream().distinct().sorted().toList();
    int slash = written.indexOf('/') + 1;
    if (slash > 0) {
      List<String> beside =
          all.stream().filter(name -> name.startsWith(written.substring(0, slash))).toList();
      all =
          beside.isEmpty()
              ? all.stream().map(name -> name.replaceFirst("/.*", "/…")).distinct().toList()
              : beside;
    }
    return all.size() <= 12
        ? "There are: " + String.join(", ", all) + "."
        : "There are " + all.size() + ", such as " + String.join(", ", all.subList(0, 8)) + ".";
  }

  private record Scored(String name, int distance) {}

  /** Edits to get from one to the other: insert, delete, replace, swap neighbours. */
  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replace, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
