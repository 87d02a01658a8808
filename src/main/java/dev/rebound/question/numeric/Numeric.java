package dev.rebound.question.numeric;

import dev.rebound.course.Answer;
import dev.rebound.course.Interaction;
import dev.rebound.course.Interaction.TypedNumber;
import dev.rebound.course.QuestionTraits;
import dev.rebound.question.Answers;
import dev.rebound.question.QuestionType;
import dev.rebound.source.Inline;
import dev.rebound.source.Problems;
import dev.rebound.source.Prose;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Type a number; each range is accepted, its ends included:
 *
 * <pre>{@code
 * - id: how-long
 *   type: numeric
 *   level: remember
 *   stem: Within how many minutes do you call back?
 *   unit: min
 *   accept:
 *     - { from: 18, to: 22, applies: say-when }
 * }</pre>
 */
public final class Numeric implements QuestionType {
  /** A number with more digits is no number of a lesson, and its exponent could be anything. */
  private static final int LONGEST = 20;

  @Override
  public QuestionTraits traits() {
    return new QuestionTraits(
        "numeric",
        Interaction.Type.NUMERIC,
        QuestionTraits.Response.TYPED,
        true,
        QuestionTraits.Feedback.WRONG_ANSWERS,
        QuestionTraits.Options.NONE);
  }

  @Override
  public List<Answer> answers(Raw.Mapping question, ProseReader prose) {
    String unit = question.text("unit").map(it -> " " + it.value()).orElse("");
    List<Answer> answers = new ArrayList<>();
    for (Range range : ranges(question)) {
      Raw.Mapping raw = range.raw();
      String from = range.from().toPlainString();
      String to = range.to().toPlainString();
      String text = (from.equals(to) ? from : from + "\u2013" + to) + unit;
      Prose words = new Prose(raw.span(), List.of(new Inline.Text(raw.span(), text)));
      answers.add(Answers.read(raw, raw.span(), prose.id(text), "range", words, true, prose));
    }
    return List.copyOf(answers);
  }

  @Override
  public Interaction interaction(Raw.Mapping question, List<Answer> answers, ProseReader prose) {
    List<Range> ranges = ranges(question);
    List<Interaction.Typed> typed = new ArrayList<>();
    List<List<String>> correct = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      String from = ranges.get(i).from().toPlainString();
      String to = ranges.get(i).to().toPlainString();
      typed.add(new TypedNumber(answers.get(i).id(), from, to));
      correct.add(List.of(from, to));
    }
    return Interaction.typed(typed, question.text("unit"), correct);
  }

  /** A range goes up, from one number that can be typed to another. */
  @Override
  public void check(Raw.Mapping question, Problems problems) {
    for (Raw.Mapping raw : question.mappings("accept")) {
      for (String key : List.of("from", "to")) {
        raw.scalar(key)
            .filter(Numeric::isNumber)
            .filter(it -> number(raw, key).isEmpty())
            .ifPresent(
                it ->
                    problems.schema(
                        it.span(),
                        "`" + key + "` is no number that a learner would type.",
                        "It has " + LONGEST + " digits at most."));
      }
    }
    for (Range range : ranges(question)) {
      if (range.from().compareTo(range.to()) > 0) {
        problems.schema(
            range.raw().scalar("from").orElseThrow().span(),
            "this range goes from " + range.from() + " down to " + range.to() + ".",
            "Write the smaller number as `from`.");
      }
    }
  }

  private record Range(Raw.Mapping raw, BigDecimal from, BigDecimal to) {}

  private static List<Range> ranges(Raw.Mapping question) {
    List<Range> ranges = new ArrayList<>();
    for (Raw.Mapping raw : question.mappings("accept")) {
      Optional<BigDecimal> from = number(raw, "from");
      Optional<BigDecimal> to = number(raw, "to");
      if (from.isPresent() && to.isPresent()) {
        ranges.add(new Range(raw, from.get(), to.get()));
      }
    }
    return ranges;
  }

  private static Optional<BigDecimal> number(Raw.Mapping raw, String key) {
    return raw.scalar(key)
        .filter(Numeric::isNumber)
        .filter(it -> it.text().length() <= LONGEST)
        .map(it -> new BigDecimal(it.text()))
        .filter(it -> Math.abs(it.scale()) <= LONGEST);
  }

  private static boolean isNumber(Raw.Scalar raw) {
    return raw.type() == Raw.ScalarType.INTEGER || raw.type() == Raw.ScalarType.NUMBER;
  }
}
