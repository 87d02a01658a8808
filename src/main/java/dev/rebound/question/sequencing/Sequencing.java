package dev.rebound.question.sequencing;

import dev.rebound.course.Answer;
import dev.rebound.course.Interaction;
import dev.rebound.course.QuestionTraits;
import dev.rebound.question.Answers;
import dev.rebound.question.QuestionType;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    List<Answer> answers = new ArrayList<>();
    for (Raw.Mapping step : question.mappings("steps")) {
      Optional<Raw.Scalar> text = step.scalar("text");
      if (text.isPresent()) {
        String id = Answers.id(step, text.get());
        answers.add(
            Answers.read(step, step.span(), id, "step", prose.read(text.get()), true, prose));
      }
    }
    return List.copyOf(answers);
  }

  @Override
  public Interaction interaction(Raw.Mapping question, List<Answer> answers, ProseReader prose) {
    return Interaction.sequencing(Answers.choices(answers));
  }
}
