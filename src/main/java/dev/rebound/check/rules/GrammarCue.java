package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.course.Answer;
import dev.rebound.course.Question;
import dev.rebound.source.Words;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Every option finishes the stem's sentence. */
public final class GrammarCue extends ChoiceRule {
  /** Plurals without an s. Of them, and of other words, only "a" and "an" say how many. */
  private static final Set<String> IRREGULAR =
      Set.of("children", "data", "feet", "men", "people", "police", "staff", "teeth", "women");

  @Override
  boolean readsEnglish() {
    return true;
  }

  @Override
  void question(Question question, Findings found) {
    List<String> words = Words.texts(question.stem().plain());
    if (words.isEmpty() || !Stem.isUnfinished(question.stem().plain())) {
      return;
    }
    String last = words.get(words.size() - 1);
    switch (last) {
      case "a" -> check(question, last, text -> !startsWithVowelSound(text), found);
      case "an" -> check(question, last, GrammarCue::startsWithVowelSound, found);
      case "is", "was", "has" -> check(question, last, text -> !isPlural(text), found);
      case "are", "were", "have" -> check(question, last, text -> !isSingular(text), found);
      default -> {}
    }
  }

  private static void check(
      Question question, String last, Predicate<String> fits, Findings found) {
    boolean rightFit = right(question).stream().map(ChoiceRule::plain).allMatch(fits);
    boolean wrongFit = wrong(question).stream().map(ChoiceRule::plain).anyMatch(fits);
    if (rightFit && !wrongFit) {
      Answer key = right(question).get(0);
      found.at(
          key.span(),
          "only what is right can follow the stem's last word \"" + last + "\".",
          last.startsWith("a") && last.length() < 3
              ? "Take \"" + last + "\" out of the stem and put an article into each option."
              : "Make the options all one or all many, or end the stem in another word.");
    }
  }

  private static boolean startsWithVowelSound(String text) {
    List<String> words = Words.texts(text);
    String first = words.isEmpty() ? "" : words.get(0);
    if (first.matches("(hour|honest|honou?r|heir).*|8.*|11|18")) {
      return true;
    }
    return first.matches("[aeiou].*")
        && !first.matches("(uni[^mn]|us(e|u|ab)|eu|one$|once$|ut(il|en)).*");
  }

  private static boolean isSingular(String text) {
    List<String> words = Words.texts(text);
    return !words.isEmpty()
        && (Set.of("a", "an", "one", "this", "that", "each", "every").contains(words.get(0))
            || (isShort(words)
                && !words.get(words.size() - 1).endsWith("s")
                && !IRREGULAR.contains(words.get(words.size() - 1))));
  }

  private static boolean isPlural(String text) {
    List<String> words = Words.texts(text);
    return !words.isEmpty()
        && (Set.of("two", "three", "four", "these", "those", "several", "many", "both", "few")
                .contains(words.get(0))
            || (isShort(words) && words.get(words.size() - 1).matches(".*[^suia]s")));
  }

  /** One word, with or without "the": longer ones would have to be parsed. */
  private static boolean isShort(List<String> words) {
    return words.size() == 1 || (words.size() == 2 && words.get(0).equals("the"));
  }
}
