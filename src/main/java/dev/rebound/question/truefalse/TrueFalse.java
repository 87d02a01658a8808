package dev.rebound.question.truefalse;

import dev.rebound.course.Answer;
import dev.rebound.course.Interaction;
import dev.rebound.course.QuestionTraits;
import dev.rebound.question.Answers;
import dev.rebound.question.QuestionType;
import dev.rebound.source.Inline;
import dev.rebound.source.Prose;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Say whether the stem is true:
 *
 * <pre>{@code
 * - id: fixing-delights
 *   type: true-false
 *   level: understand
 *   stem: A customer whose problem was fixed is delighted.
 *   correct: false
 *   "true": { breaks: fixing-is-the-minimum, feedback: … }
 *   "false": { applies: fixing-is-the-minimum, feedback: … }
 * }</pre>
 */
public final class TrueFalse implements QuestionType {
  @Override
  public QuestionTraits traits() {
    return new QuestionTraits(
        "true-false",
        Interaction.Type.TRUE_FALSE,
        QuestionTraits.Response.PICKED,
        true,
        QuestionTraits.Feedback.EVERY_ANSWER,
        QuestionTraits.Options.VERDICTS);
  }

  @Override
  public List<Answer> answers(Raw.Mapping question, ProseReader prose) {
    boolean stemIsTrue = question.isTrue("correct");
    List<Answer> answers = new ArrayList<>();
    for (Raw.Entry entry : question.entries()) {
      String key = entry.key().value();
      if ((key.equals("true") || key.equals("false")) && entry.value() instanceof Raw.Mapping raw) {
        boolean value = key.equals("true");
        // Pages show their own language's words for these two; this is what messages call them.
        SourceSpan at = entry.key().span();
        Prose text = new Prose(at, List.of(new Inline.Text(at, key)));
        answers.add(Answers.read(raw, at, key, "answer", text, value == stemIsTrue, prose));
      }
    }
    // True first, in whichever order the author wrote them.
    answers.sort(Comparator.comparing(Answer::id).reversed());
    return List.copyOf(answers);
  }

  @Override
  public Interaction interaction(Raw.Mapping question, List<Answer> answers, ProseReader prose) {
    return Interaction.choice(false, Answers.choices(answers), Answers.right(answers));
  }
}
