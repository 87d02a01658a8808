package dev.rebound.check;

import dev.rebound.source.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that give an option away by their tone. The lists are English.
 *
 * @param words as they are compared
 * @param harmless set phrases in which such a word says nothing of the kind
 */
public record CueWords(Set<String> words, Pattern harmless) {
  private static final Pattern ABOUT_OPTIONS =
      Pattern.compile(
          "(all|none|any|both|neither|two|three|most|some)( of)?( the)?"
              + " (above|below|these|those|following|them"
              + "|((other|above|previous) )?(options|answers|choices|ones))"
              + "|(all|none|both|neither)( of (them|these|the above))?"
              + " (is|are) (right|correct|true|wrong|false)"
              + "|(both |neither |either )?[a-f] (and|or|nor|&) [a-f]( only)?");

  /** What such an option begins with. */
  private static final Set<String> BEGINS_ABOUT_OPTIONS =
      Set.of(
          "all", "any", "both", "either", "most", "neither", "none", "some", "three", "two", "a",
          "b", "c", "d", "e", "f");

  /** In words: "none of the above are correct". */
  private static final int LONGEST_ABOUT_OPTIONS = 6;

  /** "All" in "at all" or "small" is none. */
  public static final CueWords ABSOLUTE =
      new CueWords(
          Set.of(
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
          Set.of(
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

  /** Those in the words of a text, in order. */
  public Set<String> in(List<String> text) {
    return text.stream().anyMatch(words::contains) ? find(text) : Set.of();
  }

  private Set<String> find(List<String> text) {
    String folded = " " + String.join(" ", text) + " ";
    Set<String> found = new LinkedHashSet<>(Words.texts(harmless.matcher(folded).replaceAll("")));
    found.retainAll(words);
    return found;
  }

  /** Whether an option is about the other options, as "all of the above" is. */
  public static boolean isAboutOptions(List<String> option) {
    return !option.isEmpty()
        && option.size() <= LONGEST_ABOUT_OPTIONS
        && BEGINS_ABOUT_OPTIONS.contains(option.get(0))
        && ABOUT_OPTIONS.matcher(String.join(" ", option)).matches();
  }
}
