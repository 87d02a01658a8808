package dev.rebound.check.rules;

import dev.rebound.check.Choice;
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
  void question(Choice choice, Findings found) {
    if (CueWords.ABSOLUTE.inAny(choice.right())) {
      return;
    }
    for (Answer answer : choice.wrong()) {
      Set<String> absolute = CueWords.ABSOLUTE.in(answer.text());
      if (!absolute.isEmpty() && !CueWords.isAboutOptions(answer)) {
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
}
