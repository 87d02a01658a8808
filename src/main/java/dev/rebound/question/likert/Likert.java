package dev.rebound.question.likert;

import dev.rebound.course.Answer;
import dev.rebound.course.Interaction;
import dev.rebound.course.QuestionTraits;
import dev.rebound.question.QuestionType;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import java.util.ArrayList;
import java.util.List;

/**
 * Say where one stands; nothing is right or wrong:
 *
 * <pre>{@code
 * - id: how-often
 *   type: likert
 *   level: understand
 *   stem: How often do you say sorry before you explain?
 *   scale: [never, seldom, often, always]
 *   about: concern-restores
 * }</pre>
 */
public final class Likert implements QuestionType {
  @Override
  public QuestionTraits traits() {
    return new QuestionTraits(
        "likert",
        Interaction.Type.LIKERT,
        QuestionTraits.Response.PICKED,
        false,
        QuestionTraits.Feedback.NONE,
        QuestionTraits.Options.NONE);
  }

  /** None: no point of a scale applies or breaks anything. */
  @Override
  public List<Answer> answers(Raw.Mapping question, ProseReader prose) {
    return List.of();
  }

  @Override
  public Interaction interaction(Raw.Mapping question, List<Answer> answers, ProseReader prose) {
    List<Interaction.Choice> scale = new ArrayList<>();
    for (Located<String> point : question.texts("scale")) {
      Prose text = new Prose(point.span(), List.of(new Inline.Text(point.span(), point.value())));
      scale.add(new Interaction.Choice(prose.id(point.value()), text));
    }
    return Interaction.choice(false, List.copyOf(scale), List.of());
  }
}
