package dev.rebound.check;

import dev.rebound.source.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * What is to be seen in the options of a question, by names that an author can read: its words, and
 * how it differs from the others.
 */
final class WordingCues {
  private static final Pattern NUMBER = Pattern.compile("\\D*(\\d+(?:[.,]\\d+)?)\\D*");

  private static final Set<String> NEGATIVE =
      Set.of(
          "not", "no", "never", "nobody", "nothing", "none", "cannot", "without", "refuse",
          "refuses", "avoid", "avoids", "deny", "denies", "ignore", "ignores", "stop", "stops");

  private static final List<Set<String>> OPPOSITES =
      List.of(
          Set.of("more", "less"),
          Set.of("more", "fewer"),
          Set.of("before", "after"),
          Set.of("first", "last"),
          Set.of("first", "later"),
          Set.of("always", "never"),
          Set.of("raise", "lower"),
          Set.of("raises", "lowers"),
          Set.of("rises", "falls"),
          Set.of("increases", "decreases"),
          Set.of("increase", "decrease"),
          Set.of("high", "low"),
          Set.of("higher", "lower"),
          Set.of("long", "short"),
          Set.of("longer", "shorter"),
          Set.of("fast", "slow"),
          Set.of("faster", "slower"),
          Set.of("early", "late"),
          Set.of("earlier", "later"),
          Set.of("with", "without"),
          Set.of("open", "closed"),
          Set.of("accept", "refuse"),
          Set.of("accepts", "refuses"),
          Set.of("all", "none"),
          Set.of("everybody", "nobody"),
          Set.of("yes", "no"),
          Set.of("true", "false"),
          Set.of("up", "down"),
          Set.of("in", "out"),
          Set.of("good", "bad"),
          Set.of("better", "worse"),
          Set.of("strong", "weak"),
          Set.of("stronger", "weaker"));

  private final List<String> options;
  private final List<List<String>> words;
  private final Seen seen;

  private WordingCues(List<String> options, Seen seen) {
    this.options = options;
    this.seen = seen;
    words = options.stream().map(Words::texts).toList();
  }

  /** Is told each cue of each option, some of them several times. */
  private interface Seen {
    /**
     * @param second the word behind it, where the cue is both; else empty
     */
    void word(int option, String first, String second);

    void look(int option, String name);
  }

  /** The cues of each option, as numbers, each once: what they are called takes long to make. */
  static List<long[]> of(List<String> options) {
    List<Places> cues = options.stream().map(it -> new Places(it.length() / 2)).toList();
    new WordingCues(
            options,
            new Seen() {
              @Override
              public void word(int option, String first, String second) {
                cues.get(option).of(number(first, second));
              }

              @Override
              public void look(int option, String name) {
                cues.get(option).of(number(name));
              }
            })
        .tell();
    return cues.stream().map(Places::numbers).toList();
  }

  /** What the cues of one of these options are called, by their numbers. */
  static Map<Long, String> names(List<String> options, int of) {
    Map<Long, String> names = new HashMap<>();
    new WordingCues(
            options,
            new Seen() {
              @Override
              public void word(int option, String first, String second) {
                if (option == of) {
                  String both = second.isEmpty() ? first : first + " " + second;
                  names.put(number(first, second), "\"" + both + "\"");
                }
              }

              @Override
              public void look(int option, String name) {
                if (option == of) {
                  names.put(number(name), name);
                }
              }
            })
        .tell();
    return names;
  }

  private static long number(String first, String second) {
    long number = Places.hash(1, first);
    return second.isEmpty() ? number : Places.hash(31 * number + 2, second);
  }

  private static long number(String look) {
    return Places.hash(3, look);
  }

  private void tell() {
    for (int option = 0; option < words.size(); option++) {
      List<String> own = words.get(option);
      for (int i = 0; i < own.size(); i++) {
        seen.word(option, own.get(i), "");
        if (i + 1 < own.size()) {
          seen.word(option, own.get(i), own.get(i + 1));
        }
      }
    }
    only("with a full stop", i -> options.get(i).endsWith("."));
    only("with a comma", i -> options.get(i).indexOf(',') >= 0);
    only("with a capital", i -> beginsWithCapital(options.get(i)));
    only("with a negative", i -> isNegative(words.get(i)));
    lengths();
    numbers();
    opposites();
  }

  private static boolean beginsWithCapital(String text) {
    return !text.isBlank() && Character.isUpperCase(text.codePointAt(0));
  }

  private static boolean isNegative(List<String> words) {
    return words.stream().anyMatch(word -> NEGATIVE.contains(word) || word.endsWith("n't"));
  }

  private void only(String what, IntPredicate has) {
    int having = 0;
    int with = -1;
    int without = -1;
    for (int i = 0; i < options.size(); i++) {
      boolean its = has.test(i);
      having += its ? 1 : 0;
      with = its ? i : with;
      without = its ? without : i;
    }
    if (having == 1) {
      seen.look(with, "the only one " + what);
    } else if (options.size() > 2 && having == options.size() - 1) {
      seen.look(without, "the only one without" + what.substring("with".length()));
    }
  }

  private void lengths() {
    if (options.size() < 3) {
      return;
    }
    for (int i = 0; i < options.size(); i++) {
      int longer = 0;
      int same = 0;
      for (String other : options) {
        longer += other.length() > options.get(i).length() ? 1 : 0;
        same += other.length() == options.get(i).length() ? 1 : 0;
      }
      if (same == 1 && longer == 0) {
        seen.look(i, "the longest");
      } else if (same == 1 && longer == 1) {
        seen.look(i, "the second longest");
      } else if (same == 1 && longer == options.size() - 1) {
        seen.look(i, "the shortest");
      }
    }
  }

  /** Of three or more numbers, those that are neither the least nor the greatest. */
  private void numbers() {
    if (options.size() < 3
        || options.get(0).chars().noneMatch(Character::isDigit)
        || !options.stream().allMatch(it -> NUMBER.matcher(it).matches())) {
      return;
    }
    double[] values =
        options.stream()
            .mapToDouble(
                it -> Double.parseDouble(NUMBER.matcher(it).replaceFirst("$1").replace(',', '.')))
            .toArray();
    double least = java.util.Arrays.stream(values).min().orElse(0);
    double most = java.util.Arrays.stream(values).max().orElse(0);
    for (int i = 0; i < values.length; i++) {
      if (values[i] > least && values[i] < most) {
        seen.look(i, "a middle number");
      }
    }
  }

  /** Two options that say the same but for a word and its opposite, or for a "not". */
  private void opposites() {
    for (int i = 0; i < words.size(); i++) {
      for (int j = i + 1; j < words.size(); j++) {
        if (areOpposites(words.get(i), words.get(j))) {
          seen.look(i, "one of two opposites");
          seen.look(j, "one of two opposites");
        }
      }
    }
  }

  private static boolean areOpposites(List<String> one, List<String> other) {
    // Most options share next to nothing: to see that takes no sets.
    int strange = 0;
    for (int i = 0; i < one.size() && strange < 2; i++) {
      strange += other.contains(one.get(i)) || one.indexOf(one.get(i)) < i ? 0 : 1;
    }
    if (strange > 1) {
      return false;
    }
    Set<String> first = new HashSet<>(one);
    Set<String> second = new HashSet<>(other);
    Set<String> shared = new HashSet<>(first);
    shared.retainAll(second);
    first.removeAll(shared);
    second.removeAll(shared);
    Set<String> differing = new HashSet<>(first);
    differing.addAll(second);
    boolean denied =
        first.size() + second.size() == 1
            && shared.size() > 1
            && isNegative(List.copyOf(differing));
    return denied || (first.size() == 1 && second.size() == 1 && OPPOSITES.contains(differing));
  }
}
