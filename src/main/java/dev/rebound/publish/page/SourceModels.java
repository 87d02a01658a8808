package dev.rebound.publish.page;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Dialogue;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Lesson;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.Source;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The sources that a course rests on, with what rests on each. */
final class SourceModels {
  private final Content content;
  private final Course course;
  private final Routes routes;
  private final Teaching teaching;
  private final PrincipleModels principles;
  private final CourseLinks links;

  /** The principles that rest on each excerpt. */
  private final Map<String, List<Principle>> resting = new HashMap<>();

  SourceModels(
      Content content,
      Course course,
      Routes routes,
      Teaching teaching,
      PrincipleModels principles,
      CourseLinks links) {
    this.content = content;
    this.course = course;
    this.routes = routes;
    this.teaching = teaching;
    this.principles = principles;
    this.links = links;
    for (Principle principle : content.principles()) {
      principle
          .excerpts()
          .forEach(e -> resting.computeIfAbsent(e.value(), k -> new ArrayList<>()).add(principle));
    }
  }

  /** The sources the course's principles and quotations come from, with what rests on each. */
  List<Map<String, Object>> all() {
    Set<String> known = named();
    Map<String, Set<String>> uses = excerptUses(known);
    List<Map<String, Object>> models = new ArrayList<>();
    for (Source source : content.sources()) {
      List<Map<String, Object>> itsPrinciples =
          content.principles().stream()
              .filter(p -> p.source().equals(source.id().value()) && known.contains(p.id().value()))
              .flatMap(p -> principles.of(p.id().value()).stream())
              .toList();
      List<Map<String, Object>> excerpts =
          source.excerpts().stream()
              .filter(e -> uses.containsKey(e.key()))
              .map(e -> excerpt(source, e, uses))
              .toList();
      if (itsPrinciples.isEmpty() && excerpts.isEmpty()) {
        continue;
      }
      Map<String, Object> model = new LinkedHashMap<>();
      model.put("id", source.id().value());
      model.put("credit", Credit.of(source));
      model.put(
          "creator",
          source
              .creator()
              .map(Located::value)
              .orElse(source.title().map(Located::value).orElse(source.id().value())));
      model.put("title", source.title().map(Located::value).orElse(""));
      model.put("about", source.about().map(Located::value).orElse(""));
      model.put("container", source.container().map(Located::value).orElse(""));
      model.put("date", source.date().map(Located::value).orElse(""));
      model.put("retrieved", source.retrieved().map(Located::value).orElse(""));
      model.put("rights", source.rights().map(Located::value).orElse(""));
      model.put("url", source.url().map(Located::value).orElse(""));
      model.put("trademarks", source.trademarks().stream().map(Located::value).toList());
      model.put("principles", itsPrinciples);
      model.put("excerpts", excerpts);
      models.add(model);
    }
    return models;
  }

  private Map<String, Object> excerpt(
      Source source, Excerpt excerpt, Map<String, Set<String>> uses) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("anchor", PageIds.excerpt(excerpt.key()));
    model.put("text", excerpt.text().value());
    model.put("credit", Credit.of(source, excerpt));
    List<Map<String, Object>> lessons = new ArrayList<>();
    for (String lesson : uses.getOrDefault(excerpt.key(), Set.of())) {
      if (!lesson.isEmpty()) {
        lessons.add(
            Map.of(
                "title", course.lesson(lesson).map(l -> l.title().value()).orElse(lesson),
                "href", routes.lesson(lesson, "")));
      }
    }
    model.put("lessons", lessons);
    model.put(
        "principles",
        resting.getOrDefault(excerpt.key(), List.of()).stream()
            .filter(p -> teaching.of(p.id().value()).isPresent())
            .map(
                p ->
                    Map.of(
                        "says",
                        links.run(p.says()),
                        "href",
                        "#" + PageIds.principle(p.id().value())))
            .toList());
    return model;
  }

  /** Every principle that is named somewhere: what is taught elsewhere may be asked here. */
  private Set<String> named() {
    Set<String> named = new LinkedHashSet<>();
    for (Lesson lesson : course.lessonsInOrder()) {
      lesson.teaches().forEach(p -> named.add(p.value()));
      for (Reference to : Markup.references(lesson.body())) {
        if (to.kind().equals("principle")) {
          named.add(to.id());
        } else if (to.kind().equals("dialogue")) {
          content.dialogue(to.id()).ifPresent(dialogue -> turningPoints(dialogue, named));
        }
      }
    }
    Stream.concat(course.questions(), course.lessonsInOrder().stream().flatMap(course::embedded))
        .flatMap(Question::principles)
        .forEach(p -> named.add(p.value()));
    course.scenariosInOrder().forEach(s -> named.addAll(ScenarioModels.practised(s)));
    return named;
  }

  private static void turningPoints(Dialogue dialogue, Set<String> named) {
    Stream.of(dialogue.poor(), dialogue.good())
        .flatMap(List::stream)
        .flatMap(turn -> turn.turningPoints().stream())
        .forEach(point -> named.add(point.id()));
  }

  /**
   * Which excerpts the course shows: in which lessons, or (the empty name) as the basis of a
   * principle.
   */
  private Map<String, Set<String>> excerptUses(Set<String> named) {
    Map<String, Set<String>> uses = new LinkedHashMap<>();
    for (Lesson lesson : course.lessonsInOrder()) {
      for (Reference to : Markup.references(lesson.body())) {
        if (to.kind().equals("excerpt")) {
          uses.computeIfAbsent(to.id(), key -> new LinkedHashSet<>()).add(lesson.id().value());
        }
      }
    }
    for (Principle principle : content.principles()) {
      if (named.contains(principle.id().value())) {
        principle
            .excerpts()
            .forEach(e -> uses.computeIfAbsent(e.value(), key -> new LinkedHashSet<>()).add(""));
      }
    }
    return uses;
  }
}
