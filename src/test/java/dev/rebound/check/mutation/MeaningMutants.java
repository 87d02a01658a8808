package dev.rebound.check.mutation;

import static dev.rebound.check.mutation.Operator.limited;
import static dev.rebound.check.mutation.Operator.sure;

import dev.rebound.check.mutation.AnswerMutants.Answered;
import dev.rebound.check.mutation.YamlText.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What has its form and cannot be true: text that contradicts its mapping, its author, its record.
 */
final class MeaningMutants {
  private static final Pattern CREDIT = Pattern.compile("> — \\[([^\\]]+)]\\(excerpt:");

  private MeaningMutants() {}

  static List<Operator> all() {
    return List.of(
        limited(
            "a right answer says what its principle says to avoid",
            "AnswerContradictsPrinciple",
            "A phrase of one word is compared with a whole answer only.",
            course -> AnswerMutants.answers(course).flatMap(a -> says(a, course))),
        sure(
            "feedback says \"Well done.\" to a wrong answer, or \"That is wrong.\" to a right one",
            "FeedbackContradictsAnswer",
            course -> AnswerMutants.answers(course).flatMap(MeaningMutants::verdict)),
        limited(
            "a hint says the right option",
            "HintGivesKey",
            "An answer of one word may be a word of any hint.",
            course ->
                AnswerMutants.answers(course).filter(Answered::isTheKey).map(MeaningMutants::hint)),
        sure(
            "the credit of a quotation names somebody else",
            "CreditNamesAnother",
            course -> credits(course)),
        sure(
            "a source is said to be somebody else's",
            "QuoteNotByAuthor",
            course ->
                course
                    .yamlIn("sources")
                    .flatMap(
                        yaml ->
                            yaml.entries("creator")
                                .map(
                                    it ->
                                        yaml.with(it.valueBy("Ada Moor"))
                                            .expecting(
                                                "QuoteNotByAuthor", yaml.file(), it.line())))),
        sure(
            "a reply leads by the meters, and its last way has a condition",
            "ScenarioDeadEnd",
            course ->
                ways(course)
                    .map(
                        it ->
                            it.yaml()
                                .with(it.valueBy("[{ if: heat < 10, to: " + it.said() + " }]"))
                                .expecting("ScenarioDeadEnd", it.yaml().file(), it.line()))),
        sure(
            "a reply leads to a node by a condition that never holds",
            "UnreachableNode",
            course ->
                ways(course)
                    .map(
                        it ->
                            it.yaml()
                                .with(
                                    it.valueBy(
                                        "[{ if: heat < 1 and heat > 9, to: "
                                            + it.said()
                                            + " }, { to: "
                                            + it.said()
                                            + " }]"))
                                .expecting("UnreachableNode", it.yaml().file(), it.line()))));
  }

  /** Where replies lead to a node, whatever the meters show. */
  private static Stream<Entry> ways(Workspace course) {
    return course
        .yamlIn("scenarios")
        .flatMap(YamlText::entries)
        .filter(
            entry ->
                entry.path().endsWith("replies.next")
                    && entry.value() instanceof org.snakeyaml.engine.v2.nodes.ScalarNode);
  }

  private static Stream<Mutant> says(Answered a, Workspace course) {
    if (!a.option() || !a.right()) {
      return Stream.empty();
    }
    for (YamlText yaml : course.yamlIn("principles").toList()) {
      List<String> ids = yaml.entries("principles.id").map(Entry::said).toList();
      if (ids.contains(a.mapping().said())) {
        Pattern avoid =
            Pattern.compile(
                "- id: "
                    + a.mapping().said()
                    + "\\n(?:(?!  - id:).*\\n)*?    avoid: \\[\"([^\"]+)\"");
        Matcher phrase = avoid.matcher(yaml.text());
        if (phrase.find()) {
          return Stream.of(
              a.yaml()
                  .with(a.get("text").orElseThrow().saying(phrase.group(1)))
                  .expecting("AnswerContradictsPrinciple", a.yaml().file(), a.line()));
        }
      }
    }
    return Stream.empty();
  }

  private static Stream<Mutant> verdict(Answered a) {
    Optional<Entry> feedback = a.get("feedback");
    return feedback.stream()
        .map(
            it ->
                a.yaml()
                    .with(it.saying((a.right() ? "That is wrong. " : "Well done. ") + it.said()))
                    .expecting("FeedbackContradictsAnswer", a.yaml().file(), it.line()));
  }

  private static Mutant hint(Answered a) {
    Entry level = a.yaml().entry(a.question(), "", "level").orElseThrow();
    int at = a.yaml().start(level.key());
    String indent = " ".repeat(at - Edit.lineStart(a.yaml().text(), at));
    String said = a.get("text").orElseThrow().said().replace("\\", "\\\\").replace("\"", "\\\"");
    return a.yaml()
        .with(new Edit(at, at, "hints: [\"Remember: " + said + "\"]\n" + indent))
        .expecting("HintGivesKey", a.yaml().file(), level.line());
  }

  private static Stream<Mutant> credits(Workspace course) {
    List<Mutant> mutants = new ArrayList<>();
    for (String folder : List.of("lessons", "cards", "aids")) {
      course
          .in(folder)
          .forEach(
              file ->
                  course
                      .find(file, CREDIT)
                      .forEach(
                          match -> {
                            int start =
                                match.end() - "](excerpt:".length() - match.group(1).length();
                            mutants.add(
                                Mutant.of(
                                        file,
                                        match.text(),
                                        new Edit(
                                            start, start + match.group(1).length(), "Ada Moor"))
                                    .expecting("CreditNamesAnother", file, 0));
                          }));
    }
    return mutants.stream();
  }
}
