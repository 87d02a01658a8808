package dev.rebound.question.sequencing;

import dev.rebound.course.Answer;
import dev.rebound.course.Interaction;
import dev.rebound.course.QuestionTraits;
import dev.rebound.question.Answers;
import dev.rebound.question.QuestionType;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import java.util.List;

/**
 * Put steps in order; they are written in the right one:
 *
 * <pre>{@code
 * - id: first-minute
 *   type: sequencing
 *   level: apply
 *   stem: A guest complains. In which order?
 *   steps:
 *     - { text: Listen to the end, applies: hear-it-out, feedback: … }
 *     - { text: Say sorry, applies: concern-restores, feedback: … }
 *     - { text: Say what happens next, applies: name-the-next-step, feedback: … }
 * }</pre>
 */
public final class Sequencing implements QuestionType {
  @Override
  public QuestionTraits traits() {
    return new QuestionTraits(
        "sequencing",
        Interaction.Type.SEQUENCING,
        QuestionTraits.Response.ORDERED,
        true,
        QuestionTraits.Feedback.EVERY_ANSWER,
        QuestionTraits.Options.NONE);
  }

  @Override
  public List<Answer> answers(Raw.Mapping question, ProseReader prose) {
    return Answers.listed(question, "steps", "step", step -> true, prose);
  }

  @Override
  public Interaction interaction(Raw.Mapping question, List<Answer> answers, ProseReader prose) {
    return Interaction.sequencing(Answers.choices(answers));
  }
}
