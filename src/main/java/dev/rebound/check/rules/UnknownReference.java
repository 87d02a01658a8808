package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.ReferenceUse;
import dev.rebound.course.Attachment;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Scenario;
import dev.rebound.course.Settings;
import dev.rebound.course.Way;
import dev.rebound.source.Nearest;
import dev.rebound.source.SourceSpan;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every lesson, quiz, scenario, card, file, dialogue, question, term and source that is named
 * exists. Principles and excerpts have rules of their own.
 */
public final class UnknownReference extends ReadingRule {
  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    super.check(context, found);
    Map<String, Set<String>> library =
        Map.of(
            "dialogue", ids(content.dialogues(), d -> d.id().value()),
            "field", Set.copyOf(Settings.FIELDS),
            "term", ids(content.terms(), t -> t.id().value()),
            "source", ids(content.sources(), s -> s.id().value()));
    Map<String, Map<String, Set<String>>> ofCourse = new HashMap<>();
    content.courses().forEach(course -> ofCourse.put(course.folder(), names(course)));
    context
        .references()
        .forEach(
            (kind, uses) -> {
              if (!kind.equals("principle") && !kind.equals("excerpt")) {
                for (ReferenceUse use : uses) {
                  reference(use, content, library, ofCourse, found);
                }
              }
            });
    principleFiles(content, library.getOrDefault("source", Set.of()), found);
    for (Course course : content.courses()) {
      course.scenarioFiles().forEach(scenario -> nodes(scenario, found));
    }
  }

  private static void reference(
      ReferenceUse use,
      Content content,
      Map<String, Set<String>> library,
      Map<String, Map<String, Set<String>>> ofCourse,
      Findings found) {
    String kind = use.to().kind();
    Optional<Course> course = use.course();
    if (course.isEmpty() && !library.containsKey(kind)) {
      found.at(
          use.to().span(),
          "a " + kind + " belongs to one course, and this text to all.",
          "Link to a principle or a term instead.");
      return;
    }
    Set<String> names =
        library.containsKey(kind)
            ? library.getOrDefault(kind, Set.of())
            : ofCourse
                .getOrDefault(course.map(Course::folder).orElse(""), Map.of())
                .getOrDefault(kind, Set.of());
    if (!names.contains(use.to().id()) && !UnreadableFiles.file(content, fileOf(use))) {
      found.at(
          use.to().span(),
          "there is no " + kind + " \"" + use.to().id() + "\"" + in(kind, course) + ".",
          Nearest.hint(use.to().id(), names));
    }
  }

  /** A file of principles is named after the source that they are of. */
  private static void principleFiles(Content content, Set<String> sources, Findings found) {
    Map<String, SourceSpan> files = new LinkedHashMap<>();
    content.principles().forEach(p -> files.putIfAbsent(p.source(), p.id().span()));
    files.forEach(
        (source, span) -> {
          if (!sources.contains(source)
              && !UnreadableFiles.file(content, "/sources/" + source + ".md")) {
            found.at(
                SourceSpan.wholeFile(span.file()),
                "this file has the name of a source that does not exist: \"" + source + "\".",
                Nearest.hint(source, sources));
          }
        });
  }

  /** The end of the path of the file that would hold what is named. */
  private static String fileOf(ReferenceUse use) {
    String id = use.to().id();
    String inCourse = use.course().map(course -> course.folder() + "/").orElse("/");
    return switch (use.to().kind()) {
      case "lesson", "card" -> inCourse + use.to().kind() + "s/" + id + ".md";
      case "quiz" -> inCourse + "quizzes/" + id + ".yaml";
      case "question" -> inCourse + "quizzes/" + id.replaceFirst("/.*", "") + ".yaml";
      case "scenario" -> inCourse + "scenarios/" + id + ".yaml";
      case "file" -> inCourse + "files/" + id;
      case "term" -> "/glossary.yaml";
      default -> "/" + use.to().kind() + "s/" + id + ".md";
    };
  }

  private static String in(String kind, Optional<Course> course) {
    boolean shared = kind.equals("dialogue") || kind.equals("term") || kind.equals("source");
    return shared ? "" : course.map(c -> " in course \"" + c.id().value() + "\"").orElse("");
  }

  private static Map<String, Set<String>> names(Course course) {
    return Map.of(
        "lesson", ids(course.lessonFiles(), l -> l.id().value()),
        "quiz", ids(banks(course), b -> b.id().value()),
        "card", ids(course.cardFiles(), c -> c.id().value()),
        "scenario", ids(course.scenarioFiles(), s -> s.id().value()),
        "question",
            ids(
                banks(course).stream().flatMap(bank -> bank.questions().stream()).toList(),
                Question::key),
        "file", ids(course.takeaways(), Attachment::name));
  }

  /** A draft is known, and whether it can be named is for {@link DraftBank} to say. */
  private static List<QuestionBank> banks(Course course) {
    return course.withDrafts().bankFiles();
  }

  private static <T> Set<String> ids(List<T> all, Function<T, String> id) {
    return all.stream().map(id).collect(Collectors.toCollection(LinkedHashSet::new));
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
        for (Way way : reply.ways()) {
          if (!names.contains(way.to().value())) {
            found.at(
                way.to().span(),
                "there is no node \"" + way.to().value() + "\".",
                Nearest.hint(way.to().value(), names));
          }
        }
      }
    }
  }
}
