package dev.rebound.check;

import dev.rebound.course.Answer;
import dev.rebound.source.Prose;
import dev.rebound.source.Words;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that give an option away by their tone. The lists are English.
 *
 * @param words their numbers
 * @param harmless set phrases in which such a word says nothing of the kind
 */
public record CueWords(BitSet words, Pattern harmless) {
  private static final Pattern ABOUT_OPTIONS =
      Pattern.compile(
          "(all|none|any|both|neither|two|three|most|some)( of)?( the)?"
              + " (above|below|these|those|following|them"
              + "|((other|above|previous) )?(options|answers|choices|ones))"
              + "|(all|none|both|neither)( of (them|these|the above))?"
              + " (is|are) (right|correct|true|wrong|false)"
              + "|(both |neither |either )?[a-f] (and|or|nor|&) [a-f]( only)?");

  /** What such an option begins with. */
  private static final BitSet BEGINS_ABOUT_OPTIONS =
      numbers(
          "all", "any", "both", "either", "most", "neither", "none", "some", "three", "two", "a",
          "b", "c", "d", "e", "f");

  /** In words: "none of the above are correct". */
  private static final int LONGEST_ABOUT_OPTIONS = 6;

  /** "All" in "at all" or "small" is none. */
  public static final CueWords ABSOLUTE =
      new CueWords(
          numbers(
              "absolutely",
              "all",
              "always",
              "completely",
              "entirely",
              "every",
              "everybody",
              "everyone",
              "everything",
              "impossible",
              "must",
              "never",
              "nobody",
              "none",
              "nothing",
              "only",
              "totally"),
          Pattern.compile(
              "\\b(after all|at all|all right|first of all|not only|if only|all day|all night"
                  + "|only just|nothing but|nothing much|all the same|every now and then)\\b"));

  public static final CueWords VAGUE =
      new CueWords(
          numbers(
              "frequently",
              "generally",
              "likely",
              "mostly",
              "normally",
              "occasionally",
              "often",
              "perhaps",
              "possibly",
              "probably",
              "rarely",
              "seldom",
              "sometimes",
              "typically",
              "usually"),
          Pattern.compile("\\b(how often|as often as)\\b"));

  private static BitSet numbers(String... words) {
    BitSet numbers = new BitSet();
    for (String word : words) {
      numbers.set(Words.number(word));
    }
    return numbers;
  }

  /** Those in a text, in order. */
  public Set<String> in(Prose text) {
    return hasSome(text) ? find(text) : Set.of();
  }

  private boolean hasSome(Prose text) {
    for (int word : text.words()) {
      if (words.get(word)) {
        return true;
      }
    }
    return false;
  }

  private Set<String> find(Prose text) {
    String folded = " " + String.join(" ", Words.texts(text.words())) + " ";
    Set<String> found = new LinkedHashSet<>();
    for (int word : Words.numbers(harmless.matcher(folded).replaceAll(""))) {
      if (words.get(word)) {
        found.add(Words.text(word));
      }
    }
    return found;
  }

  public boolean inAny(List<Answer> answers) {
    for (Answer answer : answers) {
      if (!in(answer.text()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  public boolean inEach(List<Answer> answers) {
    for (Answer answer : answers) {
      if (in(answer.text()).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Whether an option is about the other options, as "all of the above" is. */
  public static boolean isAboutOptions(Answer answer) {
    int[] option = answer.text().words();
    return option.length > 0
        && option.length <= LONGEST_ABOUT_OPTIONS
        && BEGINS_ABOUT_OPTIONS.get(option[0])
        && ABOUT_OPTIONS.matcher(String.join(" ", Words.texts(option))).matches();
  }
}
