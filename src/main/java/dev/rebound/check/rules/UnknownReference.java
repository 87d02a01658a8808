package dev.rebound.check.rules;

import dev.rebound.check.Citing;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Scenario;
import dev.rebound.source.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every lesson, quiz, scenario, card, dialogue, question, term and source that is named exists.
 * Principles and excerpts have rules of their own.
 */
public final class UnknownReference implements Rule {
  @Override
  public void check(Content content, Findings found) {
    Map<String, List<String>> library =
        Map.of(
            "dialogue", content.dialogues().stream().map(d -> d.id().value()).toList(),
            "term", content.terms().stream().map(t -> t.id().value()).toList(),
            "source", content.sources().stream().map(s -> s.id().value()).toList());
    Map<String, Map<String, List<String>>> ofCourse = new HashMap<>();
    content.courses().forEach(course -> ofCourse.put(course.folder(), names(course)));
    for (Citing citing : Citing.all(content)) {
      String kind = citing.to().kind();
      if (kind.equals("principle") || kind.equals("excerpt")) {
        continue;
      }
      Optional<Course> course = citing.course();
      if (course.isEmpty() && !library.containsKey(kind)) {
        found.at(
            citing.to().span(),
            "a " + kind + " belongs to one course, and this text to all.",
            "Link to a principle or a term instead.");
        continue;
      }
      List<String> names =
          library.containsKey(kind)
              ? library.getOrDefault(kind, List.of())
              : ofCourse
                  .getOrDefault(course.map(Course::folder).orElse(""), Map.of())
                  .getOrDefault(kind, List.of());
      if (!names.contains(citing.to().id()) && !Unread.file(content, fileOf(citing))) {
        found.at(
            citing.to().span(),
            "there is no " + kind + " \"" + citing.to().id() + "\"" + in(kind, course) + ".",
            Nearest.hint(citing.to().id(), names));
      }
    }
    for (Course course : content.courses()) {
      course.scenarioFiles().forEach(scenario -> nodes(scenario, found));
    }
  }

  /** The end of the path of the file that would hold what is named. */
  private static String fileOf(Citing citing) {
    String id = citing.to().id();
    String inCourse = citing.course().map(course -> course.folder() + "/").orElse("/");
    return switch (citing.to().kind()) {
      case "lesson", "card" -> inCourse + citing.to().kind() + "s/" + id + ".md";
      case "quiz" -> inCourse + "quizzes/" + id + ".yaml";
      case "question" -> inCourse + "quizzes/" + id.replaceFirst("/.*", "") + ".yaml";
      case "scenario" -> inCourse + "scenarios/" + id + ".yaml";
      case "term" -> "/glossary.yaml";
      default -> "/" + citing.to().kind() + "s/" + id + ".md";
    };
  }

  private static String in(String kind, Optional<Course> course) {
    boolean shared = kind.equals("dialogue") || kind.equals("term") || kind.equals("source");
    return shared ? "" : course.map(c -> " in course \"" + c.id().value() + "\"").orElse("");
  }

  private static Map<String, List<String>> names(Course course) {
    return Map.of(
        "lesson", course.lessonFiles().stream().map(l -> l.id().value()).toList(),
        "quiz", course.bankFiles().stream().map(b -> b.id().value()).toList(),
        "card", course.cardFiles().stream().map(c -> c.id().value()).toList(),
        "scenario", course.scenarioFiles().stream().map(s -> s.id().value()).toList(),
        "question",
            course.bankFiles().stream()
                .flatMap(bank -> bank.questions().stream())
                .map(question -> question.key())
                .toList());
  }

  private static void nodes(Scenario scenario, Findings found) {
    List<String> names = scenario.nodes().stream().map(n -> n.id().value()).toList();
    if (!names.contains(scenario.start().value())) {
      found.at(
          scenario.start().span(),
          "there is no node \"" + scenario.start().value() + "\" to start at.",
          Nearest.hint(scenario.start().value(), names));
    }
    for (Scenario.Node node : scenario.nodes()) {
      for (Scenario.Reply reply : node.replies()) {
        reply
            .next()
            .filter(next -> !names.contains(next.value()))
            .ifPresent(
                next ->
                    found.at(
                        next.span(),
                        "there is no node \"" + next.value() + "\".",
                        Nearest.hint(next.value(), names)));
      }
    }
  }
}
