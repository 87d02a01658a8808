package dev.rebound.check;

import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Interaction;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What version 1 of {@code reviews.lock} recorded of a question, to the letter: locks that are kept
 * in repositories were written so. It never changes, and nothing else reads it.
 */
final class ReviewedByVersion1 {
  private ReviewedByVersion1() {}

  static Revision of(Question question, Content content) {
    Map<String, String> parts = new LinkedHashMap<>();
    put(parts, "type", question.type());
    put(parts, "level", question.level().name());
    put(parts, "stem", prose(question.stem()));
    put(parts, "about", question.about().map(ReviewedByVersion1::located).orElse(""));
    put(parts, "interaction", interaction(question));
    put(parts, "hints", list(question.hints(), ReviewedByVersion1::prose));
    List<Answer> answers = question.answers();
    put(parts, "text", lines(answers, answer -> prose(answer.text())));
    put(parts, "right", lines(answers, answer -> flag(answer.right())));
    put(parts, "applies", lines(answers, answer -> optional(answer.applies())));
    put(parts, "breaks", lines(answers, answer -> optional(answer.breaks())));
    put(
        parts,
        "feedback",
        lines(answers, answer -> answer.feedback().map(ReviewedByVersion1::prose).orElse("")));
    for (String id : Revision.principles(question)) {
      Optional<Principle> known = content.principle(id);
      if (known.isPresent()) {
        Principle principle = known.get();
        parts.put("principle:" + id, Revision.digest(principle(principle)));
        for (Located<String> key : principle.excerpts()) {
          content
              .excerpt(key.value())
              .ifPresent(
                  it -> parts.put("excerpt:" + key.value(), Revision.digest(located(it.text()))));
        }
      }
    }
    return new Revision(parts);
  }

  /** Records a part that says anything. */
  private static void put(Map<String, String> parts, String name, String text) {
    if (!text.isBlank()) {
      parts.put(name, Revision.digest(text));
    }
  }

  private static String principle(Principle principle) {
    return "["
        + prose(principle.says())
        + "]["
        + principle.stance().name()
        + "]["
        + principle.evidence().map(ReviewedByVersion1::prose).orElse("")
        + "]["
        + list(principle.excerpts(), ReviewedByVersion1::located)
        + "]["
        + list(
            principle.cites(),
            cite ->
                field("source", located(cite.source()))
                    + field("paragraph", String.valueOf(cite.paragraph())))
        + "]";
  }

  private static String interaction(Question question) {
    Interaction interaction = question.interaction();
    return field("type", question.traits().interaction().name())
        + field("multiple", flag(interaction.multiple()))
        + field("choices", list(interaction.choices(), ReviewedByVersion1::choice))
        + field("targets", list(interaction.targets(), ReviewedByVersion1::choice))
        + field("passage", list(interaction.passage(), ReviewedByVersion1::choice))
        + field("typed", list(interaction.typed(), ReviewedByVersion1::typed))
        + field("unit", Revision.value(interaction.unit()))
        + field("correct", list(interaction.correct(), right -> list(right, Function.identity())));
  }

  private static String choice(Interaction.Choice choice) {
    return field("id", choice.id()) + field("text", prose(choice.text()));
  }

  private static String typed(Interaction.Typed typed) {
    if (typed instanceof Interaction.TypedNumber number) {
      return field("answer", number.answer())
          + field("from", number.from())
          + field("to", number.to());
    }
    Interaction.TypedText text = (Interaction.TypedText) typed;
    return field("answer", text.answer())
        + field("text", text.text())
        + field("typos", String.valueOf(text.typos()));
  }

  private static String prose(Prose prose) {
    return field("inlines", list(prose.inlines(), ReviewedByVersion1::inline));
  }

  private static String inline(Inline inline) {
    if (inline instanceof Inline.Text run) {
      return field("text", run.text());
    }
    if (inline instanceof Inline.Emphasis emphasis) {
      return field("content", list(emphasis.content(), ReviewedByVersion1::inline));
    }
    if (inline instanceof Inline.Strong strong) {
      return field("content", list(strong.content(), ReviewedByVersion1::inline));
    }
    if (inline instanceof Inline.Code code) {
      return field("text", code.text());
    }
    if (inline instanceof Inline.ReferenceLink link) {
      return field("to", reference(link.to()))
          + field("content", list(link.content(), ReviewedByVersion1::inline));
    }
    if (inline instanceof Inline.Mapping mapping) {
      return field("to", reference(mapping.to()));
    }
    if (inline instanceof Inline.WebLink link) {
      return field("destination", link.destination())
          + field("content", list(link.content(), ReviewedByVersion1::inline));
    }
    if (inline instanceof Inline.Image image) {
      return field("path", image.path()) + field("alt", image.alt());
    }
    return inline instanceof Inline.Break end ? field("hard", flag(end.hard())) : "";
  }

  private static String reference(Reference to) {
    return field("kind", to.kind()) + field("id", to.id());
  }

  private static String optional(Optional<Located<String>> value) {
    return value.map(ReviewedByVersion1::located).orElse("");
  }

  private static String located(Located<String> value) {
    return field("value", value.value());
  }

  private static String flag(boolean flag) {
    return flag ? "true" : "";
  }

  private static String field(String name, String text) {
    return text.isEmpty() ? "" : name + "(" + text + ")";
  }

  private static <T> String list(List<T> items, Function<T, String> text) {
    return items.stream().map(one -> "[" + text.apply(one) + "]").collect(Collectors.joining());
  }

  private static <T> String lines(List<T> items, Function<T, String> text) {
    return items.stream().map(one -> text.apply(one) + "\n").collect(Collectors.joining());
  }
}
