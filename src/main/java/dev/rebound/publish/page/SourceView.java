package dev.rebound.publish.page;

import dev.rebound.course.Course;
import dev.rebound.course.Dialogue;
import dev.rebound.course.Lesson;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.Source;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Somebody's work that a course rests on. Texts that are not known are empty.
 *
 * @param credit the whole credit line
 * @param creator whose it is, or else its title
 * @param about what it is, in our words
 * @param aboutAt where that stands, for its tag; empty but for authors
 * @param container what it was published in
 * @param retrieved when it was read
 * @param rightsAt where that stands, for its tag; empty but for authors
 * @param license the id of its open licence; empty where it has none
 * @param principles what the course takes from it
 * @param excerpts what the course quotes of it
 */
public record SourceView(
    String id,
    String credit,
    String creator,
    String title,
    String about,
    Html aboutAt,
    String container,
    String date,
    String retrieved,
    String rights,
    Html rightsAt,
    String license,
    String url,
    List<String> trademarks,
    List<PrincipleView> principles,
    List<ExcerptView> excerpts) {
  /**
   * A fragment of a source that the course quotes.
   *
   * @param anchor its id on the page of sources
   * @param at where its words stand, for their tag; empty but for authors
   * @param lessons those that quote it
   * @param principles those that rest on it
   */
  public record ExcerptView(
      String anchor,
      String text,
      Html at,
      String credit,
      List<Quoting> lessons,
      List<Resting> principles) {}

  /** A lesson that quotes an excerpt. */
  public record Quoting(String title, String href) {}

  /** A principle that rests on an excerpt. */
  public record Resting(Html says, String href) {}

  /** The sources the course's principles and quotations come from, with what rests on each. */
  public static List<SourceView> all(CourseContext in) {
    Set<String> known = named(in);
    Map<String, Set<String>> uses = excerptUses(in, known);
    Map<String, List<Resting>> resting = new LinkedHashMap<>();
    for (Principle principle : in.content.principles()) {
      String id = principle.id().value();
      if (in.teaching.of(id).isPresent()) {
        Resting rests = new Resting(in.links.run(principle.says()), "#" + PageIds.principle(id));
        principle
            .excerpts()
            .forEach(e -> resting.computeIfAbsent(e.value(), k -> new ArrayList<>()).add(rests));
      }
    }
    List<SourceView> views = new ArrayList<>();
    for (Source source : in.content.sources()) {
      List<PrincipleView> principles =
          in.principles(
              in.content.principles().stream()
                  .filter(p -> p.source().equals(source.id().value()))
                  .map(p -> p.id().value())
                  .filter(known::contains));
      List<ExcerptView> excerpts =
          source.excerpts().stream()
              .filter(e -> uses.containsKey(e.key()))
              .map(
                  e ->
                      new ExcerptView(
                          PageIds.excerpt(e.key()),
                          e.text().value(),
                          in.routes.place(e.text()),
                          Credit.of(source, e),
                          quoting(in, uses.getOrDefault(e.key(), Set.of())),
                          resting.getOrDefault(e.key(), List.of())))
              .toList();
      if (!principles.isEmpty() || !excerpts.isEmpty()) {
        views.add(of(in, source, principles, excerpts));
      }
    }
    return views;
  }

  private static SourceView of(
      CourseContext in, Source source, List<PrincipleView> principles, List<ExcerptView> excerpts) {
    return new SourceView(
        source.id().value(),
        Credit.of(source),
        source.name(),
        text(source.title()),
        text(source.about()),
        at(in, source.about()),
        text(source.container()),
        text(source.date()),
        text(source.retrieved()),
        text(source.rights()),
        at(in, source.rights()),
        text(source.license().filter(it -> !source.isOurs())),
        text(source.url()),
        source.trademarks().stream().map(Located::value).toList(),
        principles,
        excerpts);
  }

  private static String text(Optional<Located<String>> known) {
    return known.map(Located::value).orElse("");
  }

  private static Html at(CourseContext in, Optional<Located<String>> known) {
    return known.map(in.routes::place).orElse(new Html(""));
  }

  private static List<Quoting> quoting(CourseContext in, Set<String> lessons) {
    return lessons.stream()
        .flatMap(id -> in.course.lesson(id).stream())
        .map(it -> new Quoting(it.title().value(), in.routes.lesson(it.id().value(), "")))
        .toList();
  }

  /** Every principle that is named somewhere: what is taught elsewhere may be asked here. */
  private static Set<String> named(CourseContext in) {
    Set<String> named = new LinkedHashSet<>();
    Course course = in.course;
    for (Lesson lesson : course.lessonsInOrder()) {
      lesson.teaches().forEach(p -> named.add(p.value()));
      for (Reference to : Markup.references(lesson.body())) {
        if (to.kind().equals("principle")) {
          named.add(to.id());
        } else if (to.kind().equals("dialogue")) {
          in.content.dialogue(to.id()).ifPresent(dialogue -> turningPoints(dialogue, named));
        }
      }
    }
    Stream.concat(course.questions(), course.lessonsInOrder().stream().flatMap(course::embedded))
        .flatMap(Question::principles)
        .forEach(p -> named.add(p.value()));
    course.scenariosInOrder().forEach(s -> named.addAll(ScenarioPage.practised(s)));
    return named;
  }

  private static void turningPoints(Dialogue dialogue, Set<String> named) {
    Stream.of(dialogue.poor(), dialogue.good())
        .flatMap(List::stream)
        .flatMap(turn -> turn.turningPoints().stream())
        .forEach(point -> named.add(point.id()));
  }

  /** Which excerpts the course shows: the lessons that do; none where a principle rests on it. */
  private static Map<String, Set<String>> excerptUses(CourseContext in, Set<String> named) {
    Map<String, Set<String>> uses = new LinkedHashMap<>();
    for (Lesson lesson : in.course.lessonsInOrder()) {
      for (Reference to : Markup.references(lesson.body())) {
        if (to.kind().equals("excerpt")) {
          uses.computeIfAbsent(to.id(), key -> new LinkedHashSet<>()).add(lesson.id().value());
        }
      }
    }
    for (Principle principle : in.content.principles()) {
      if (named.contains(principle.id().value())) {
        principle.excerpts().forEach(e -> uses.putIfAbsent(e.value(), Set.of()));
      }
    }
    return uses;
  }
}
