package dev.rebound.check.rules;

import dev.rebound.check.ChoiceItem;
import dev.rebound.check.CueWords;
import dev.rebound.check.Findings;
import dev.rebound.course.Answer;
import dev.rebound.source.Severity;
import java.util.Set;

/** Words like "usually" do not mark the right option. */
public final class VagueTermCue extends ChoiceRule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  boolean readsEnglish() {
    return true;
  }

  @Override
  void question(ChoiceItem choice, Findings found) {
    if (choice.right().stream().noneMatch(answer -> vague(choice, answer).isEmpty())
        && choice.wrong().stream().allMatch(answer -> vague(choice, answer).isEmpty())) {
      Answer key = choice.key();
      found.at(
          key.span(),
          "only what is right has a careful word like " + listed(vague(choice, key)) + ".",
          "Say it without the word, or use one in a wrong option, too.");
    }
  }

  private static Set<String> vague(ChoiceItem choice, Answer answer) {
    return CueWords.VAGUE.in(choice.words(answer));
  }
}
