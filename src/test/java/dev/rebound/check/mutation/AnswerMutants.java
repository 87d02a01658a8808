package dev.rebound.check.mutation;

import static dev.rebound.check.mutation.Operator.limited;
import static dev.rebound.check.mutation.Operator.sure;

import dev.rebound.check.mutation.YamlText.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What an answer maps to, whether it is right, and what it tells the learner. */
final class AnswerMutants {
  private AnswerMutants() {}

  /**
   * @param at where findings about the answer stand
   * @param right whether it is
   */
  record Answered(
      YamlText yaml,
      MappingNode question,
      MappingNode node,
      int at,
      boolean right,
      boolean option) {
    Optional<Entry> get(String key) {
      return yaml.entry(node, "", key);
    }

    /** Its {@code applies} or {@code breaks}. */
    Entry mapping() {
      return get("applies").or(() -> get("breaks")).orElseThrow();
    }

    int line() {
      return Edit.line(yaml.text(), at);
    }

    /** It is the only right one of those to pick from. */
    boolean isTheKey() {
      return right
          && option
          && answers(yaml, question).stream().filter(Answered::right).count() == 1;
    }
  }

  static List<Answered> answers(YamlText yaml, MappingNode question) {
    List<Answered> answers = new ArrayList<>();
    Optional<Entry> options = yaml.entry(question, "", "options");
    if (options.isPresent()) {
      for (Node option : ((SequenceNode) options.get().value()).getValue()) {
        MappingNode node = (MappingNode) option;
        boolean right =
            yaml.entry(node, "", "correct").filter(e -> e.said().equals("true")).isPresent();
        answers.add(new Answered(yaml, question, node, yaml.start(node), right, true));
      }
    }
    String correct = yaml.entry(question, "", "correct").map(Entry::said).orElse("");
    for (String key : List.of("true", "false")) {
      yaml.entry(question, "", key)
          .ifPresent(
              entry ->
                  answers.add(
                      new Answered(
                          yaml,
                          question,
                          (MappingNode) entry.value(),
                          yaml.start(entry.key()),
                          key.equals(correct),
                          false)));
    }
    return answers;
  }

  static Stream<Answered> answers(Workspace course) {
    return QuestionMutants.questions(course)
        .flatMap(asked -> answers(asked.yaml(), asked.node()).stream());
  }

  private static Function<Workspace, Stream<Mutant>> each(
      Function<Answered, Stream<Mutant>> mutants) {
    return course -> answers(course).flatMap(mutants);
  }

  static List<Operator> all() {
    return List.of(
        sure(
            "an answer's mapping is removed",
            "AnswerWithoutPrinciple",
            each(
                a ->
                    Stream.of(
                        a.yaml
                            .with(a.mapping().removed())
                            .expecting("AnswerWithoutPrinciple", a.yaml.file(), a.line())))),
        sure(
            "a mapping gets the other role: `applies` for `breaks`",
            "CorrectAnswerBreaksPrinciple, DistractorAppliesPrinciple",
            each(AnswerMutants::otherRole)),
        sure(
            "a mapping names a principle that does not exist",
            "UnknownPrinciple",
            each(
                a ->
                    Stream.of(
                        a.yaml
                            .with(a.mapping().valueBy(a.mapping().said() + "-gone"))
                            .expecting("UnknownPrinciple", a.yaml.file(), a.mapping().line())))),
        limited(
            "a mapping names another principle that exists",
            "any",
            "Whether an answer is about a principle is for people to judge. What can be seen: a principle that is no longer tested,"
                + " and feedback that has no word of its principle.",
            course -> answers(course).flatMap(a -> otherPrinciple(a, course))),
        sure(
            "right and wrong are exchanged: `correct` is set, removed or turned",
            "CorrectAnswerBreaksPrinciple, DistractorAppliesPrinciple",
            each(AnswerMutants::flipped)),
        sure(
            "an answer's feedback is removed",
            "FeedbackMissing",
            each(
                a ->
                    a.get("feedback").stream()
                        .map(
                            feedback ->
                                a.yaml
                                    .with(feedback.removed())
                                    .expecting("FeedbackMissing", a.yaml.file(), a.line())))),
        limited(
            "two answers of a question exchange their feedback",
            "any",
            "Most answers of a question are about the same principles, and so is their feedback; only the words can be compared.",
            course ->
                QuestionMutants.questions(course)
                    .flatMap(asked -> exchangedFeedback(answers(asked.yaml(), asked.node())))),
        sure(
            "an option says the same as the one before it",
            "DuplicateOption",
            course ->
                QuestionMutants.questions(course)
                    .flatMap(asked -> repeated(answers(asked.yaml(), asked.node())))));
  }

  private static Stream<Mutant> otherRole(Answered a) {
    Entry mapping = a.mapping();
    int key = a.yaml.start(mapping.key());
    boolean applies = mapping.name().equals("applies");
    return Stream.of(
        a.yaml
            .with(new Edit(key, key + mapping.name().length(), applies ? "breaks" : "applies"))
            .expecting(
                applies ? "CorrectAnswerBreaksPrinciple" : "DistractorAppliesPrinciple",
                a.yaml.file(),
                mapping.line()));
  }

  /** The principle that follows it in its file, or the one before. */
  private static Stream<Mutant> otherPrinciple(Answered a, Workspace course) {
    for (YamlText yaml : course.yamlIn("principles").toList()) {
      List<String> ids = yaml.entries("principles.id").map(Entry::said).toList();
      int at = ids.indexOf(a.mapping().said());
      if (at >= 0 && ids.size() > 1) {
        return Stream.of(
            a.yaml.with(a.mapping().valueBy(ids.get(at + 1 < ids.size() ? at + 1 : at - 1))));
      }
    }
    return Stream.empty();
  }

  private static Stream<Mutant> flipped(Answered a) {
    String file = a.yaml.file();
    if (!a.option) {
      Entry correct = a.yaml.entry(a.question, "", "correct").orElseThrow();
      Mutant mutant =
          a.yaml.with(correct.valueBy(correct.said().equals("true") ? "false" : "true"));
      // One question, one switch: only for the first of its two answers.
      return a.right
          ? Stream.of(mutant.expecting("DistractorAppliesPrinciple", file, a.mapping().line()))
          : Stream.of(mutant.expecting("CorrectAnswerBreaksPrinciple", file, a.mapping().line()));
    }
    if (a.right) {
      Entry correct = a.get("correct").orElseThrow();
      Edit removed = correct.removed();
      int up = removed.start() < a.mapping().start() ? lines(a.yaml.text(), removed) : 0;
      return Stream.of(
          a.yaml
              .with(removed)
              .expecting("DistractorAppliesPrinciple", file, a.mapping().line() - up));
    }
    // Between two entries, so that it fits block and flow style.
    int key = a.yaml.start(a.mapping().key());
    boolean flow = a.yaml.line(a.mapping().key()) == a.line();
    String indent = " ".repeat(key - Edit.lineStart(a.yaml.text(), key));
    return Stream.of(
        a.yaml
            .with(new Edit(key, key, "correct: true" + (flow ? ", " : "\n" + indent)))
            .expecting("CorrectAnswerBreaksPrinciple", file, a.mapping().line() + (flow ? 0 : 1)));
  }

  private static int lines(String text, Edit edit) {
    return Edit.line(text, edit.end()) - Edit.line(text, edit.start());
  }

  private static Stream<Mutant> exchangedFeedback(List<Answered> answers) {
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 1; i < answers.size(); i++) {
      Optional<Entry> one = answers.get(i - 1).get("feedback");
      Optional<Entry> other = answers.get(i).get("feedback");
      if (one.isPresent() && other.isPresent()) {
        mutants.add(
            answers
                .get(i)
                .yaml
                .with(one.get().saying(other.get().said()), other.get().saying(one.get().said())));
      }
    }
    return mutants.stream();
  }

  private static Stream<Mutant> repeated(List<Answered> answers) {
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 1; i < answers.size(); i++) {
      Answered a = answers.get(i);
      if (a.option) {
        String before = answers.get(i - 1).get("text").orElseThrow().said();
        mutants.add(
            a.yaml
                .with(a.get("text").orElseThrow().saying(before))
                .expecting("DuplicateOption", a.yaml.file(), a.line()));
      }
    }
    return mutants.stream();
  }
}
