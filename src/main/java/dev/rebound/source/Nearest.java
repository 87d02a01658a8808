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
    String lower = written.toLowerCase(ROOT);
    return existing.stream()
        .distinct()
        .map(name -> new Scored(name, score(lower, name.toLowerCase(ROOT), most)))
        .filter(scored -> scored.distance <= most)
        .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
        .limit(3)
        .map(Scored::name)
        .toList();
  }

  /** The start of a long name, or a part of it, is as good as the whole but for one edit. */
  private static int score(String written, String name, int most) {
    int whole = distance(written, name, most);
    if (name.length() <= written.length() || written.length() < 4) {
      return whole;
    }
    if (name.contains(written)) {
      return 1;
    }
    int length = written.length();
    int start =
        Math.min(
            distance(written, name.substring(0, length), most),
            distance(written, name.substring(0, length + 1), most));
    return Math.min(whole, start + 1);
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

  /**
   * Edits to get from one to the other: insert, delete, replace, swap neighbours.
   *
   * @param most more than that is not counted, and told as {@code most + 1}: two texts that are not
   *     alike are left after a few letters
   */
  static int distance(CharSequence a, CharSequence b, int most) {
    int far = most + 1;
    int width = b.length();
    if (Math.abs(a.length() - width) > most) {
      return far;
    }
    int[] before = new int[width + 1];
    int[] last = new int[width + 1];
    int[] row = new int[width + 1];
    for (int j = 0; j <= width; j++) {
      last[j] = Math.min(j, far);
    }
    boolean near = true;
    for (int i = 1; i <= a.length(); i++) {
      // What is farther from the diagonal takes more edits than count.
      int from = Math.max(1, i - most);
      int to = Math.min(width, i + most);
      row[from - 1] = from == 1 ? Math.min(i, far) : far;
      boolean nearer = row[from - 1] < far;
      char letter = a.charAt(i - 1);
      for (int j = from; j <= to; j++) {
        char other = b.charAt(j - 1);
        int above = j == i + most ? far : last[j];
        int edits =
            Math.min(last[j - 1] + (letter == other ? 0 : 1), Math.min(above, row[j - 1]) + 1);
        if (i > 1 && j > 1 && letter == b.charAt(j - 2) && a.charAt(i - 2) == other) {
          edits = Math.min(edits, before[j - 2] + 1);
        }
        row[j] = Math.min(edits, far);
        nearer |= row[j] < far;
      }
      // A swap reaches back two rows.
      if (!nearer && !near) {
        return far;
      }
      near = nearer;
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[width];
  }
}
