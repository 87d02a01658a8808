package dev.rebound.question.longanswer;

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
 * Write at length, then compare with a model; nothing is scored:
 *
 * <pre>{@code
 * - id: your-reply
 *   type: long-answer
 *   level: apply
 *   stem: Write the first two sentences of your reply.
 *   model: { text: "You planned around this and we let you down.", applies: concern-restores }
 *   checklist:
 *     - { text: It names what the customer lost., applies: concern-restores }
 *   about: concern-restores
 * }</pre>
 */
public final class LongAnswer implements QuestionType {
  private static final String MODEL = "model";

  @Override
  public QuestionTraits traits() {
    return new QuestionTraits(
        "long-answer",
        Interaction.Type.LONG_FILL_IN,
        QuestionTraits.Response.TYPED,
        false,
        QuestionTraits.Feedback.NONE,
        QuestionTraits.Options.NONE);
  }

  @Override
  public List<Answer> answers(Raw.Mapping question, ProseReader prose) {
    Optional<Raw.Mapping> model = question.mapping(MODEL);
    Optional<Raw.Scalar> text = model.flatMap(it -> it.scalar("text"));
    List<Answer> answers = new ArrayList<>();
    if (model.isPresent() && text.isPresent()) {
      answers.add(
          Answers.read(
              model.get(),
              model.get().span(),
              MODEL,
              "model answer",
              prose.read(text.get()),
              true,
              prose));
    }
    answers.addAll(Answers.listed(question, "checklist", "checklist line", line -> true, prose));
    return List.copyOf(answers);
  }

  @Override
  public Interaction interaction(Raw.Mapping question, List<Answer> answers, ProseReader prose) {
    return Interaction.written(
        Answers.choices(answers.stream().filter(it -> !it.id().equals(MODEL)).toList()));
  }
}
