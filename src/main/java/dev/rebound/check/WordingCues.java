package dev.rebound.check;

import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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

  private WordingCues() {}

  /** The cues of each option, in order. */
  static List<Set<String>> of(List<String> options) {
    List<List<String>> words = options.stream().map(Words::texts).toList();
    List<Set<String>> cues = new ArrayList<>();
    for (List<String> own : words) {
      Set<String> said = new HashSet<>();
      for (int i = 0; i < own.size(); i++) {
        said.add("\"" + own.get(i) + "\"");
        if (i + 1 < own.size()) {
          said.add("\"" + own.get(i) + " " + own.get(i + 1) + "\"");
        }
      }
      cues.add(said);
    }
    only(options, cues, "with a full stop", text -> text.strip().endsWith("."));
    only(options, cues, "with a comma", text -> text.contains(","));
    only(options, cues, "with a capital", WordingCues::beginsWithCapital);
    only(options, cues, "with a negative", text -> isNegative(Words.texts(text)));
    lengths(options, cues);
    numbers(options, cues);
    opposites(words, cues);
    return cues;
  }

  private static boolean beginsWithCapital(String text) {
    return !text.isBlank() && Character.isUpperCase(text.strip().codePointAt(0));
  }

  private static boolean isNegative(List<String> words) {
    return words.stream().anyMatch(word -> NEGATIVE.contains(word) || word.endsWith("n't"));
  }

  private static void only(
      List<String> options, List<Set<String>> cues, String what, Predicate<String> has) {
    List<Integer> having =
        IntStream.range(0, options.size()).filter(i -> has.test(options.get(i))).boxed().toList();
    if (having.size() == 1) {
      cues.get(having.get(0)).add("the only one " + what);
    } else if (options.size() > 2 && having.size() == options.size() - 1) {
      int without = IntStream.range(0, options.size()).filter(i -> !having.contains(i)).sum();
      cues.get(without).add("the only one " + what.replaceFirst("with", "without"));
    }
  }

  private static void lengths(List<String> options, List<Set<String>> cues) {
    int[] lengths = options.stream().mapToInt(String::length).toArray();
    for (int i = 0; i < lengths.length && lengths.length > 2; i++) {
      int own = lengths[i];
      long longer = java.util.Arrays.stream(lengths).filter(it -> it > own).count();
      long same = java.util.Arrays.stream(lengths).filter(it -> it == own).count();
      if (same == 1 && longer == 0) {
        cues.get(i).add("the longest");
      } else if (same == 1 && longer == 1) {
        cues.get(i).add("the second longest");
      } else if (same == 1 && longer == lengths.length - 1) {
        cues.get(i).add("the shortest");
      }
    }
  }

  /** Of three or more numbers, those that are neither the least nor the greatest. */
  private static void numbers(List<String> options, List<Set<String>> cues) {
    if (options.size() < 3 || !options.stream().allMatch(it -> NUMBER.matcher(it).matches())) {
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
        cues.get(i).add("a middle number");
      }
    }
  }

  /** Two options that say the same but for a word and its opposite, or for a "not". */
  private static void opposites(List<List<String>> words, List<Set<String>> cues) {
    for (int i = 0; i < words.size(); i++) {
      for (int j = i + 1; j < words.size(); j++) {
        if (areOpposites(words.get(i), words.get(j))) {
          cues.get(i).add("one of two opposites");
          cues.get(j).add("one of two opposites");
        }
      }
    }
  }

  private static boolean areOpposites(List<String> one, List<String> other) {
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
