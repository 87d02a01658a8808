package dev.rebound.check.rules;

import dev.rebound.check.ChoiceItem;
import dev.rebound.check.CueWords;
import dev.rebound.check.Findings;
import dev.rebound.course.Answer;
import java.util.Set;

/** Words like "always" and "never" do not mark the wrong options. */
public final class AbsoluteTermCue extends ChoiceRule {
  @Override
  boolean readsEnglish() {
    return true;
  }

  @Override
  void question(ChoiceItem choice, Findings found) {
    if (choice.right().stream().anyMatch(answer -> !absolute(choice, answer).isEmpty())) {
      return;
    }
    for (Answer answer : choice.wrong()) {
      Set<String> absolute = absolute(choice, answer);
      if (!absolute.isEmpty() && !CueWords.isAboutOptions(choice.words(answer))) {
        found.at(
            answer.span(),
            "only wrong options have a word like "
                + listed(absolute)
                + ", so a guesser drops "
                + quoted(plain(answer))
                + ".",
            "Say it without the word, or use one in the right option, too.");
      }
    }
  }

  private static Set<String> absolute(ChoiceItem choice, Answer answer) {
    return CueWords.ABSOLUTE.in(choice.words(answer)).isEmpty()
        ? Set.of()
        : CueWords.ABSOLUTE.marking(plain(answer));
  }
}
