package dev.rebound.check.rules;

import dev.rebound.course.Answer;
import dev.rebound.source.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that give an option away by their tone.
 *
 * @param harmless set phrases in which such a word says nothing of the kind
 */
record CueWords(Set<String> words, Pattern harmless) {
  /** "All" in "at all" or "small" is none. */
  static final CueWords ABSOLUTE =
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

  static final CueWords VAGUE =
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

  /** Those in a text, in order. */
  Set<String> in(String text) {
    String folded = " " + String.join(" ", Words.texts(text)) + " ";
    Set<String> found = new LinkedHashSet<>(Words.texts(harmless.matcher(folded).replaceAll("")));
    found.retainAll(words);
    return found;
  }

  boolean inAny(List<Answer> answers) {
    return answers.stream().anyMatch(answer -> !in(ChoiceRule.plain(answer)).isEmpty());
  }

  boolean inEach(List<Answer> answers) {
    return answers.stream().noneMatch(answer -> in(ChoiceRule.plain(answer)).isEmpty());
  }
}
