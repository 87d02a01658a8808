package dev.rebound.course;

import dev.rebound.source.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything read from {@code content/}: the library and all courses, and what went wrong reading
 * it. Lists keep duplicates and file order, so that rules can see them; lookups find the first.
 */
public final class Content {
  private final Settings settings;
  private final List<Source> sources;
  private final List<Principle> principles;
  private final List<Dialogue> dialogues;
  private final List<GlossaryTerm> terms;
  private final List<Course> courses;
  private final List<Problem> problems;

  private final Map<String, Source> sourceById;
  private final Map<String, Principle> principleById;
  private final Map<String, Dialogue> dialogueById;
  private final Map<String, GlossaryTerm> termById;
  private final Map<String, Course> courseById;
  private final Map<String, Excerpt> excerptByKey = new HashMap<>();

  public Content(
      Settings settings,
      List<Source> sources,
      List<Principle> principles,
      List<Dialogue> dialogues,
      List<GlossaryTerm> terms,
      List<Course> courses,
      List<Problem> problems) {
    this.settings = settings;
    this.sources = List.copyOf(sources);
    this.principles = List.copyOf(principles);
    this.dialogues = List.copyOf(dialogues);
    this.terms = List.copyOf(terms);
    this.courses = List.copyOf(courses);
    this.problems = List.copyOf(problems);
    sourceById = byId(this.sources, s -> s.id().value());
    principleById = byId(this.principles, p -> p.id().value());
    dialogueById = byId(this.dialogues, d -> d.id().value());
    termById = byId(this.terms, t -> t.id().value());
    courseById = byId(this.courses, c -> c.id().value());
    for (Source source : this.sources) {
      source.excerpts().forEach(e -> excerptByKey.putIfAbsent(e.key(), e));
    }
  }

  public Settings settings() {
    return settings;
  }

  public List<Source> sources() {
    return sources;
  }

  public List<Principle> principles() {
    return principles;
  }

  public List<Dialogue> dialogues() {
    return dialogues;
  }

  public List<GlossaryTerm> terms() {
    return terms;
  }

  public List<Course> courses() {
    return courses;
  }

  public List<Problem> problems() {
    return problems;
  }

  public Optional<Source> source(String id) {
    return Optional.ofNullable(sourceById.get(id));
  }

  public Optional<Principle> principle(String id) {
    return Optional.ofNullable(principleById.get(id));
  }

  public Optional<Dialogue> dialogue(String id) {
    return Optional.ofNullable(dialogueById.get(id));
  }

  public Optional<GlossaryTerm> term(String id) {
    return Optional.ofNullable(termById.get(id));
  }

  public Optional<Course> course(String id) {
    return Optional.ofNullable(courseById.get(id));
  }

  /**
   * @param key {@code source-id/excerpt-id}
   */
  public Optional<Excerpt> excerpt(String key) {
    return Optional.ofNullable(excerptByKey.get(key));
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    Map<String, T> map = new HashMap<>();
    all.forEach(one -> map.putIfAbsent(id.apply(one), one));
    return Map.copyOf(map);
  }
}
