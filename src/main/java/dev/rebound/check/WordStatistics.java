package dev.rebound.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

  private WordStatistics() {}

  /** Whether the word lists apply to a language, given as its BCP 47 tag. */
  public static boolean isEnglish(String language) {
    return language.matches("(?i)en(-.*)?");
  }

  /** Whether a word means something by itself. */
  public static boolean carriesContent(String word) {
    return word.length() > 1 && !STOP_WORDS.contains(word);
  }

  /** {@code complaints}, {@code complaint}, {@code complained} and {@code complaining} are one. */
  public static String stem(String word) {
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

  /**
   * The stems of those words that carry content, each once: of "What do you say to her? Her pump
   * leaks, and leaks." those of "pump" and "leaks".
   */
  public static Set<String> stems(List<String> words) {
    Set<String> stems = new LinkedHashSet<>();
    for (String word : words) {
      if (carriesContent(word)) {
        stems.add(stem(word));
      }
    }
    return stems;
  }

  /** How many both have. */
  public static int common(Set<String> one, Set<String> other) {
    int common = 0;
    for (String each : one) {
      common += other.contains(each) ? 1 : 0;
    }
    return common;
  }

  /**
   * The exact probability that chance alone brings at least {@code successes} in tries that succeed
   * with these probabilities: the tail of the binomial distribution where all are equal, as for
   * questions with the same number of options.
   */
  public static double atLeast(int successes, double[] probabilities) {
    double[] exactly = new double[probabilities.length + 1];
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
