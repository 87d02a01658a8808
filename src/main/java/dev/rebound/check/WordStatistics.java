package dev.rebound.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be counted in the words of a question without knowing what they mean. The rules about
 * clues share it, so that all of them mean the same by a word that carries content. Its word lists
 * are English.
 */
public final class WordStatistics {
  private static final Set<String> STOP_WORDS =
      Set.of(
          """
          a about above after again against all almost also am an and any anyone anything are aren't
          around as ask at away back be because been before being below between both but by came can
          can't cannot come comes could couldn't did didn't do does doesn't doing don't done down
          during each either else ever every everyone everything few first for from further get gets
          give gives go goes got had hadn't has hasn't have haven't having he he'd he'll he's her here
          hers herself him himself his how i i'd i'll i'm i've if in into is isn't it it's its itself
          just last let let's like made make makes many may me mean means might mine more most much
          must my myself neither next no nobody none nor not nothing now of off often on once one only
          or other others our ours ourselves out over own per please put same say says said she she'd
          she'll she's should shouldn't since so some someone something soon still such take takes tell
          tells than that that's the their theirs them themselves then there there's these they
          they'd they'll they're they've thing things this those though through to today together too
          two under until up upon us use used very via want wants was wasn't way we we'd we'll we're
          we've went were weren't what what's when where whether which while who who's whom whose
          why will with within without won't would wouldn't yes yet you you'd you'll you're you've
          your yours yourself
          """
              .trim()
              .split("\\s+"));

  private static final @Nullable Known[] KNOWN = new Known[1 << 13];

  private WordStatistics() {}

  /** Whether the word lists apply to a language, given as its BCP 47 tag. */
  public static boolean isEnglish(String language) {
    return language.matches("(?i)en(-.*)?");
  }

  /**
   * The stems of the words that carry content, each with the first word that has it, in order.
   *
   * @param text its words
   */
  public static Map<String, String> contentWords(List<String> text) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String word : text) {
      String stem = known(word).stem;
      if (stem != null) {
        words.putIfAbsent(stem, word);
      }
    }
    return words;
  }

  /**
   * What is known of a word, by its hash. Threads may overwrite each other's: it is found out
   * again.
   *
   * @param stem null where the word carries no content
   */
  private record Known(String word, @Nullable String stem) {}

  private static Known known(String word) {
    int slot = word.hashCode() & KNOWN.length - 1;
    Known known = KNOWN[slot];
    if (known == null || !known.word.equals(word)) {
      boolean content = word.length() > 1 && !STOP_WORDS.contains(word);
      known = new Known(word, content ? stem(word) : null);
      KNOWN[slot] = known;
    }
    return known;
  }

  /**
   * The stems of the words that carry content.
   *
   * @param text its words
   */
  public static Set<String> stems(List<String> text) {
    return contentWords(text).keySet();
  }

  /** {@code complaints}, {@code complaint}, {@code complained} and {@code complaining} are one. */
  static String stem(String word) {
    String stem = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    if (stem.length() > 4 && stem.endsWith("ies")) {
      return stem.substring(0, stem.length() - 3) + "i";
    }
    if (stem.length() > 4 && endsInOneOf(stem, "ses", "xes", "zes", "ches", "shes")) {
      stem = stem.substring(0, stem.length() - 2);
    } else if (stem.length() > 3 && stem.endsWith("s") && !endsInOneOf(stem, "ss", "us", "is")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    if (stem.length() > 5 && stem.endsWith("ing")) {
      stem = undoubled(stem.substring(0, stem.length() - 3));
    } else if (stem.length() > 4 && stem.endsWith("ed")) {
      stem = undoubled(stem.substring(0, stem.length() - 2));
    }
    if (stem.length() > 3 && stem.endsWith("e")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    return stem.length() > 2 && stem.endsWith("y")
        ? stem.substring(0, stem.length() - 1) + "i"
        : stem;
  }

  private static boolean endsInOneOf(String word, String... ends) {
    for (String end : ends) {
      if (word.endsWith(end)) {
        return true;
      }
    }
    return false;
  }

  private static String undoubled(String stem) {
    int last = stem.length() - 1;
    return last > 2
            && stem.charAt(last) == stem.charAt(last - 1)
            && "lsz".indexOf(stem.charAt(last)) < 0
        ? stem.substring(0, last)
        : stem;
  }

  /** How many members two sets have in common. */
  public static int common(Set<String> one, Set<String> other) {
    int common = 0;
    for (String word : one) {
      common += other.contains(word) ? 1 : 0;
    }
    return common;
  }

  /**
   * The exact probability that chance alone brings at least {@code successes} in tries that succeed
   * with these probabilities: the tail of the binomial distribution where all are equal, as for
   * questions with the same number of options.
   */
  public static double atLeast(int successes, List<Double> probabilities) {
    double[] exactly = new double[probabilities.size() + 1];
    exactly[0] = 1;
    int tries = 0;
    for (double p : probabilities) {
      tries++;
      for (int i = tries; i > 0; i--) {
        exactly[i] = exactly[i] * (1 - p) + exactly[i - 1] * p;
      }
      exactly[0] *= 1 - p;
    }
    double tail = 0;
    for (int i = exactly.length - 1; i >= Math.max(0, successes); i--) {
      tail += exactly[i];
    }
    return Math.min(1, tail);
  }
}
