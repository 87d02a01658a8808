package dev.rebound.question.matching;

import dev.rebound.course.Answer;
import dev.rebound.course.Interaction;
import dev.rebound.course.QuestionTraits;
import dev.rebound.question.Answers;
import dev.rebound.question.QuestionType;
import dev.rebound.source.Problem;
import dev.rebound.source.Problems;
import dev.rebound.source.Prose;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Put each with what belongs to it; extras belong to none:
 *
 * <pre>{@code
 * - id: who-says-what
 *   type: matching
 *   level: understand
 *   stem: What does each want to hear?
 *   pairs:
 *     - { left: A late train, right: When the next one leaves, applies: name-the-value, feedback: … }
 *     - { left: A cold soup, right: That a hot one is coming, applies: fix-it, feedback: … }
 *   extras:
 *     - { right: Whose fault it was, breaks: no-blame, feedback: … }
 * }</pre>
 *
 * Several may belong with the same. A response is pairs {@code left.right}.
 */
public final class Matching implements QuestionType {
  @Override
  public QuestionTraits traits() {
    return new QuestionTraits(
        "matching",
        Interaction.Type.MATCHING,
        QuestionTraits.Response.PAIRED,
        true,
        QuestionTraits.Feedback.EVERY_ANSWER,
        QuestionTraits.Options.NONE);
  }

  @Override
  public List<Answer> answers(Raw.Mapping question, ProseReader prose) {
    List<Answer> answers = new ArrayList<>();
    for (Raw.Mapping pair : pairs(question)) {
      Raw.Scalar left = pair.scalar("left").orElseThrow();
      answers.add(
          Answers.read(
              pair,
              pair.span(),
              Answers.id(pair, left, prose),
              "pair",
              prose.read(left),
              true,
              prose));
    }
    for (Raw.Mapping extra : question.mappings("extras")) {
      Optional<Raw.Scalar> right = extra.scalar("right");
      if (right.isPresent()) {
        String id = prose.id(right.get().text());
        Prose text = prose.read(right.get());
        answers.add(Answers.read(extra, extra.span(), id, "extra", text, false, prose));
      }
    }
    return List.copyOf(answers);
  }

  @Override
  public Interaction interaction(Raw.Mapping question, List<Answer> answers, ProseReader prose) {
    List<String> pairs = new ArrayList<>();
    Map<String, Interaction.Choice> targets = new LinkedHashMap<>();
    for (Raw.Mapping pair : pairs(question)) {
      Raw.Scalar right = pair.scalar("right").orElseThrow();
      String target = prose.id(right.text());
      targets.putIfAbsent(target, new Interaction.Choice(target, prose.read(right)));
      pairs.add(Answers.id(pair, pair.scalar("left").orElseThrow(), prose) + "." + target);
    }
    for (Interaction.Choice extra :
        Answers.choices(answers.stream().filter(a -> !a.right()).toList())) {
      targets.putIfAbsent(extra.id(), extra);
    }
    return Interaction.matching(
        Answers.choices(answers.stream().filter(Answer::right).toList()),
        List.copyOf(targets.values()),
        pairs);
  }

  /** An extra that belongs to something is none. */
  @Override
  public void check(Raw.Mapping question, Problems problems) {
    Map<String, Raw.Scalar> rights = new HashMap<>();
    for (Raw.Mapping pair : pairs(question)) {
      Raw.Scalar right = pair.scalar("right").orElseThrow();
      rights.putIfAbsent(right.text(), right);
    }
    for (Raw.Mapping extra : question.mappings("extras")) {
      extra
          .scalar("right")
          .filter(right -> rights.containsKey(right.text()))
          .ifPresent(
              right ->
                  problems.add(
                      new Problem(
                          "DuplicateOption",
                          right.span(),
                          "this extra says the same as the right side of a pair: \""
                              + right.text()
                              + "\".",
                          "The pair stands in line "
                              + rights.getOrDefault(right.text(), right).span().line()
                              + "; change or remove one.")));
    }
  }

  private static List<Raw.Mapping> pairs(Raw.Mapping question) {
    return question.mappings("pairs").stream()
        .filter(pair -> pair.scalar("left").isPresent() && pair.scalar("right").isPresent())
        .toList();
  }
}
