package dev.rebound.question.hotspot;

import dev.rebound.course.Answer;
import dev.rebound.course.Interaction;
import dev.rebound.course.Interaction.Area;
import dev.rebound.course.QuestionTraits;
import dev.rebound.question.Answers;
import dev.rebound.question.QuestionType;
import dev.rebound.source.Problems;
import dev.rebound.source.Prose;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Find one place in a picture, or with {@code select: several} every right one. Areas are measured
 * in hundredths of the picture:
 *
 * <pre>{@code
 * - id: where-it-starts
 *   type: hotspot
 *   level: analyse
 *   stem: Where does a guest lose the most time?
 *   picture: "![A counter from above: a queue, one till, two shut ones](images/counter.svg)"
 *   areas:
 *     - { text: The shut tills, left: 40, top: 10, width: 30, height: 25, correct: true, applies: … }
 *     - { text: The queue, left: 5, top: 50, width: 60, height: 30, breaks: …, feedback: … }
 * }</pre>
 *
 * <p>With {@code mark: breaks} the right area is the one that breaks its principle.
 */
public final class Hotspot implements QuestionType {
  private static final List<String> SIDES = List.of("left", "top", "width", "height");

  private static final Pattern PICTURE = Pattern.compile("!\\[[^\\[\\]]+]\\([^()\\s]+\\)");

  @Override
  public QuestionTraits traits() {
    return new QuestionTraits(
        "hotspot",
        Interaction.Type.CHOICE,
        QuestionTraits.Response.PICKED,
        true,
        QuestionTraits.Feedback.EVERY_ANSWER,
        QuestionTraits.Options.LISTED);
  }

  @Override
  public List<Answer> answers(Raw.Mapping question, ProseReader prose) {
    return Answers.listed(question, "areas", "area", area -> area.isTrue("correct"), prose);
  }

  @Override
  public Interaction interaction(Raw.Mapping question, List<Answer> answers, ProseReader prose) {
    List<Optional<Area>> places =
        question.mappings("areas").stream()
            .filter(raw -> raw.scalar("text").isPresent())
            .map(Hotspot::area)
            .toList();
    List<Interaction.Choice> areas = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      areas.add(new Interaction.Choice(answer.id(), answer.text(), places.get(i)));
    }
    Prose picture =
        Answers.prose(question, "picture", prose)
            .orElseGet(() -> new Prose(question.span(), List.of()));
    return Interaction.locating(
        question.text("select").filter(it -> it.value().equals("several")).isPresent(),
        picture,
        List.copyOf(areas),
        Answers.right(answers),
        question.text("mark").filter(it -> it.value().equals("breaks")).isPresent());
  }

  private static Optional<Area> area(Raw.Mapping raw) {
    List<Integer> sides = SIDES.stream().flatMap(side -> raw.integer(side).stream()).toList();
    return sides.size() == SIDES.size()
        ? Optional.of(new Area(sides.get(0), sides.get(1), sides.get(2), sides.get(3)))
        : Optional.empty();
  }

  /** There is one picture, and each area lies in it. */
  @Override
  public void check(Raw.Mapping question, Problems problems) {
    question
        .text("picture")
        .filter(it -> !PICTURE.matcher(it.value().strip()).matches())
        .ifPresent(
            picture ->
                problems.schema(
                    picture.span(),
                    "`picture` is one picture, and nothing else.",
                    "Write it as in a lesson: \"![what it shows](images/name.svg)\"."));
    for (Raw.Mapping raw : question.mappings("areas")) {
      area(raw)
          .filter(it -> it.left() + it.width() > 100 || it.top() + it.height() > 100)
          .ifPresent(
              it ->
                  problems.schema(
                      raw.span(),
                      "this area ends outside the picture, which is 100 wide and 100 high.",
                      "Make `left` and `width` 100 together at most, and `top` and `height`."));
    }
  }
}
