package dev.rebound.question.choice;

import dev.rebound.course.Answer;
import dev.rebound.course.Interaction;
import dev.rebound.course.QuestionTraits;
import dev.rebound.question.Answers;
import dev.rebound.question.QuestionType;
import dev.rebound.source.Problems;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import java.util.List;

/**
 * Pick one option, or with {@code select: several} every right one:
 *
 * <pre>{@code
 * - id: slow-service
 *   type: choice
 *   level: apply
 *   stem: A guest says "You people are so slow." What do you say first?
 *   options:
 *     - { text: Your time matters., correct: true, applies: agree-with-value, feedback: … }
 *     - { text: It was on time., breaks: no-fact-fight, feedback: … }
 * }</pre>
 *
 * With {@code mark: breaks} the right option is the one that breaks its principle: "Which sentence
 * defends?"
 */
public final class Choice implements QuestionType {
  @Override
  public QuestionTraits traits() {
    return new QuestionTraits(
        "choice",
        Interaction.Type.CHOICE,
        QuestionTraits.Response.PICKED,
        true,
        QuestionTraits.Feedback.EVERY_ANSWER,
        QuestionTraits.Options.LISTED);
  }

  @Override
  public List<Answer> answers(Raw.Mapping question, ProseReader prose) {
    return Answers.listed(question, "options", "option", option -> option.isTrue("correct"), prose);
  }

  @Override
  public Interaction interaction(Raw.Mapping question, List<Answer> answers, ProseReader prose) {
    boolean several = question.text("select").filter(s -> s.value().equals("several")).isPresent();
    boolean breaking = question.text("mark").filter(m -> m.value().equals("breaks")).isPresent();
    return Interaction.choice(several, Answers.choices(answers), Answers.right(answers), breaking);
  }

  /** One option is right or it is not. */
  @Override
  public void check(Raw.Mapping question, Problems problems) {
    if (question.isTrue("partial")
        && question.text("select").filter(s -> s.value().equals("several")).isEmpty()) {
      problems.schema(
          question.scalar("partial").orElseThrow().span(),
          "`partial` needs several right options.",
          "Say `select: several`, or leave it out.");
    }
  }
}
