package dev.rebound.question.hottext;

import dev.rebound.course.Answer;
import dev.rebound.course.Interaction;
import dev.rebound.course.QuestionTraits;
import dev.rebound.question.Answers;
import dev.rebound.question.QuestionType;
import dev.rebound.source.Problems;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Mark phrases in a running text; {@code mark} says which, a segment without a role is plain text:
 *
 * <pre>{@code
 * - id: find-the-defence
 *   type: hot-text
 *   level: analyse
 *   stem: Mark what defends instead of helping.
 *   mark: breaks
 *   segments:
 *     - text: "Thank you for writing."
 *     - { text: Our records show it was on time., breaks: no-fact-fight, feedback: … }
 *     - { text: I will call you at nine., applies: name-the-next-step }
 * }</pre>
 */
public final class HotText implements QuestionType {
  @Override
  public QuestionTraits traits() {
    return new QuestionTraits(
        "hot-text",
        Interaction.Type.CHOICE,
        QuestionTraits.Response.PICKED,
        true,
        QuestionTraits.Feedback.RIGHT_ANSWERS,
        QuestionTraits.Options.NONE);
  }

  @Override
  public List<Answer> answers(Raw.Mapping question, ProseReader prose) {
    boolean breaks = marksBreaks(question);
    List<Answer> answers = new ArrayList<>();
    for (Raw.Mapping segment : question.mappings("segments")) {
      Optional<Raw.Scalar> text = segment.scalar("text");
      if (text.isPresent() && isHot(segment)) {
        String id = Answers.id(segment, text.get(), prose);
        boolean right = segment.text(breaks ? "breaks" : "applies").isPresent();
        answers.add(
            Answers.read(
                segment, segment.span(), id, "phrase", prose.read(text.get()), right, prose));
      }
    }
    return List.copyOf(answers);
  }

  @Override
  public Interaction interaction(Raw.Mapping question, List<Answer> answers, ProseReader prose) {
    List<Interaction.Choice> passage = new ArrayList<>();
    for (Raw.Mapping segment : question.mappings("segments")) {
      Optional<Raw.Scalar> text = segment.scalar("text");
      if (text.isPresent()) {
        String id = isHot(segment) ? Answers.id(segment, text.get(), prose) : "";
        passage.add(new Interaction.Choice(id, prose.read(text.get())));
      }
    }
    return Interaction.marking(List.copyOf(passage), Answers.right(answers), marksBreaks(question));
  }

  private static boolean marksBreaks(Raw.Mapping question) {
    return question.text("mark").filter(it -> it.value().equals("applies")).isEmpty();
  }

  private static boolean isHot(Raw.Mapping segment) {
    return segment.text("applies").isPresent() || segment.text("breaks").isPresent();
  }

  /** Whoever marks a phrase judges one thing about it. */
  @Override
  public void check(Raw.Mapping question, Problems problems) {
    for (Raw.Mapping segment : question.mappings("segments")) {
      if (segment.text("applies").isPresent()) {
        segment
            .text("breaks")
            .ifPresent(
                breaks ->
                    problems.schema(
                        breaks.span(),
                        "this segment applies one principle and breaks another.",
                        "Keep the one that counts here, or make two segments of it."));
      }
    }
  }
}
