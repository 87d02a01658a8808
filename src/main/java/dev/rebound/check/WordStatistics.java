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
    int kept = kept(word);
    String stem = kept < word.length() ? word.substring(0, kept) : word;
    return endsInI(word, kept) ? stem + "i" : stem;
  }

  /** The hash code of a {@link #stem}, without making it. */
  public static int stemHash(String word) {
    int kept = kept(word);
    int hash = 0;
    for (int i = 0; i < kept; i++) {
      hash = 31 * hash + word.charAt(i);
    }
    return endsInI(word, kept) ? 31 * hash + 'i' : hash;
  }

  /** How many of a word's characters its stem begins with. */
  private static int kept(String word) {
    int end = word.endsWith("'s") ? word.length() - 2 : word.length();
    char last = end == 0 ? ' ' : word.charAt(end - 1);
    if (last == 's') {
      if (end > 4 && ends(word, end, "ies")) {
        return end - 3;
      }
      if (end > 4 && endsInOneOf(word, end, "ses", "xes", "zes", "ches", "shes")) {
        end -= 2;
      } else if (end > 3 && !endsInOneOf(word, end, "ss", "us", "is")) {
        end--;
      }
      last = word.charAt(end - 1);
    }
    if (last == 'g' && end > 5 && ends(word, end, "ing")) {
      end = undoubled(word, end - 3);
    } else if (last == 'd' && end > 4 && ends(word, end, "ed")) {
      end = undoubled(word, end - 2);
    }
    if (end > 3 && word.charAt(end - 1) == 'e') {
      end--;
    }
    return end > 2 && word.charAt(end - 1) == 'y' ? end - 1 : end;
  }

  /** Whether an "i" stands for the "y" or the "ies" behind what is kept. */
  private static boolean endsInI(String word, int kept) {
    return kept > 1
        && kept < word.length()
        && (word.charAt(kept) == 'y' || (kept > 1 && isIes(word, kept)));
  }

  private static boolean isIes(String word, int kept) {
    return word.startsWith("ies", kept)
        && (kept + 3 == word.length() || word.startsWith("'s", kept + 3));
  }

  private static boolean ends(String word, int end, String with) {
    return word.startsWith(with, end - with.length());
  }

  private static boolean endsInOneOf(String word, int end, String... all) {
    for (String with : all) {
      if (ends(word, end, with)) {
        return true;
      }
    }
    return false;
  }

  private static int undoubled(String word, int end) {
    int last = end - 1;
    return last > 2
            && word.charAt(last) == word.charAt(last - 1)
            && "lsz".indexOf(word.charAt(last)) < 0
        ? last
        : end;
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
