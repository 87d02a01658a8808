package dev.rebound.question.sort;

import dev.rebound.course.Answer;
import dev.rebound.course.Interaction;
import dev.rebound.course.QuestionTraits;
import dev.rebound.question.Answers;
import dev.rebound.question.QuestionType;
import dev.rebound.source.Located;
import dev.rebound.source.Nearest;
import dev.rebound.source.Problem;
import dev.rebound.source.Problems;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Put each entry into its category:
 *
 * <pre>{@code
 * - id: say-or-not
 *   type: sort
 *   level: analyse
 *   stem: Which help, which hurt?
 *   categories:
 *     - { id: helps, title: Helps }
 *     - { id: hurts, title: Hurts }
 *   entries:
 *     - { text: Your time matters., category: helps, applies: agree-with-value, feedback: … }
 *     - { text: Calm down., category: hurts, applies: no-fact-fight, feedback: … }
 * }</pre>
 *
 * A response is pairs {@code entry.category}, as of matching.
 */
public final class Sort implements QuestionType {
  @Override
  public QuestionTraits traits() {
    return new QuestionTraits(
        "sort",
        Interaction.Type.MATCHING,
        QuestionTraits.Response.PAIRED,
        true,
        QuestionTraits.Feedback.EVERY_ANSWER,
        QuestionTraits.Options.NONE);
  }

  @Override
  public List<Answer> answers(Raw.Mapping question, ProseReader prose) {
    return Answers.listed(question, "entries", "entry", entry -> true, prose);
  }

  @Override
  public Interaction interaction(Raw.Mapping question, List<Answer> answers, ProseReader prose) {
    List<Interaction.Choice> categories = new ArrayList<>();
    for (Raw.Mapping category : question.mappings("categories")) {
      Optional<Located<String>> id = category.text("id");
      Optional<Raw.Scalar> title = category.scalar("title");
      if (id.isPresent() && title.isPresent()) {
        categories.add(new Interaction.Choice(id.get().value(), prose.read(title.get())));
      }
    }
    List<String> pairs = new ArrayList<>();
    for (Raw.Mapping entry : question.mappings("entries")) {
      Optional<Raw.Scalar> text = entry.scalar("text");
      Optional<Located<String>> category = entry.text("category");
      if (text.isPresent() && category.isPresent()) {
        pairs.add(Answers.id(entry, text.get(), prose) + "." + category.get().value());
      }
    }
    return Interaction.matching(Answers.choices(answers), List.copyOf(categories), pairs);
  }

  /** Categories are told apart, and each entry names one that is there. */
  @Override
  public void check(Raw.Mapping question, Problems problems) {
    Map<String, Located<String>> known = new HashMap<>();
    for (Raw.Mapping category : question.mappings("categories")) {
      Optional<Located<String>> id = category.text("id");
      Optional<Located<String>> first = id.map(it -> known.putIfAbsent(it.value(), it));
      if (id.isPresent() && first.isPresent()) {
        problems.add(
            new Problem(
                "DuplicateId",
                id.get().span(),
                "category \"" + id.get() + "\" is there twice.",
                "The first stands at " + first.get().span() + "; rename or remove one."));
      }
    }
    for (Raw.Mapping entry : question.mappings("entries")) {
      entry
          .text("category")
          .filter(category -> !known.containsKey(category.value()))
          .ifPresent(
              category ->
                  problems.add(
                      new Problem(
                          "UnknownReference",
                          category.span(),
                          "there is no category \"" + category + "\" in this question.",
                          Nearest.hint(category.value(), known.keySet()))));
    }
  }
}
