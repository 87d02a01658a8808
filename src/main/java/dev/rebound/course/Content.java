package dev.rebound.course;

import dev.rebound.source.Lazy;
import dev.rebound.source.Problem;
import java.util.ArrayList;
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
  private final List<Review> reviews;
  private final List<Study> studies;
  private final List<Problem> problems;

  private final Lazy<Map<String, Source>> sourceById;
  private final Lazy<Map<String, Principle>> principleById;
  private final Lazy<Map<String, Dialogue>> dialogueById;
  private final Lazy<Map<String, GlossaryTerm>> termById;
  private final Lazy<Map<String, Course>> courseById;
  private final Lazy<Map<String, Review>> reviewByKey;
  private final Lazy<Map<String, Excerpt>> excerptByKey;

  public Content(
      Settings settings,
      List<Source> sources,
      List<Principle> principles,
      List<Dialogue> dialogues,
      List<GlossaryTerm> terms,
      List<Course> courses,
      List<Review> reviews,
      List<Problem> problems) {
    this(settings, sources, principles, dialogues, terms, courses, reviews, List.of(), problems);
  }

  private Content(
      Settings settings,
      List<Source> sources,
      List<Principle> principles,
      List<Dialogue> dialogues,
      List<GlossaryTerm> terms,
      List<Course> courses,
      List<Review> reviews,
      List<Study> studies,
      List<Problem> problems) {
    this.settings = settings;
    this.sources = List.copyOf(sources);
    this.principles = List.copyOf(principles);
    this.dialogues = List.copyOf(dialogues);
    this.terms = List.copyOf(terms);
    this.courses = List.copyOf(courses);
    this.reviews = List.copyOf(reviews);
    this.studies = List.copyOf(studies);
    this.problems = List.copyOf(problems);
    sourceById = new Lazy<>(() -> byId(this.sources, s -> s.id().value()));
    principleById = new Lazy<>(() -> byId(this.principles, p -> p.id().value()));
    dialogueById = new Lazy<>(() -> byId(this.dialogues, d -> d.id().value()));
    termById = new Lazy<>(() -> byId(this.terms, t -> t.id().value()));
    courseById = new Lazy<>(() -> byId(this.courses, c -> c.id().value()));
    reviewByKey = new Lazy<>(() -> byId(this.reviews, r -> r.question().value()));
    excerptByKey =
        new Lazy<>(
            () ->
                byId(
                    this.sources.stream().flatMap(it -> it.excerpts().stream()).toList(),
                    Excerpt::key));
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

  /** What {@code reviews.lock} says was reviewed. */
  public List<Review> reviews() {
    return reviews;
  }

  /** What {@code references.yaml} records. */
  public List<Study> studies() {
    return studies;
  }

  public List<Problem> problems() {
    return problems;
  }

  public Optional<Source> source(String id) {
    return Optional.ofNullable(sourceById.get().get(id));
  }

  public Optional<Principle> principle(String id) {
    return Optional.ofNullable(principleById.get().get(id));
  }

  public Optional<Dialogue> dialogue(String id) {
    return Optional.ofNullable(dialogueById.get().get(id));
  }

  public Optional<GlossaryTerm> term(String id) {
    return Optional.ofNullable(termById.get().get(id));
  }

  public Optional<Course> course(String id) {
    return Optional.ofNullable(courseById.get().get(id));
  }

  /**
   * @param key {@code course/bank/question}
   */
  public Optional<Review> review(String key) {
    return Optional.ofNullable(reviewByKey.get().get(key));
  }

  /** The same with these courses only; the library stays whole. */
  public Content withCourses(List<Course> chosen) {
    return new Content(
        settings, sources, principles, dialogues, terms, chosen, reviews, studies, problems);
  }

  /** The same with the drafts of each course among its banks: see {@link Course#draftFiles}. */
  public Content withDrafts() {
    return withCourses(courses.stream().map(Course::withDrafts).toList());
  }

  /** The same with these records of studies. */
  public Content withStudies(List<Study> recorded) {
    return new Content(
        settings, sources, principles, dialogues, terms, courses, reviews, recorded, problems);
  }

  /** The same with these records of sources, and what went wrong in making them. */
  public Content withSources(List<Source> others, List<Problem> more) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(more);
    return new Content(
        settings, others, principles, dialogues, terms, courses, reviews, studies, all);
  }

  /**
   * @param key {@code source-id/excerpt-id}
   */
  public Optional<Excerpt> excerpt(String key) {
    return Optional.ofNullable(excerptByKey.get().get(key));
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    Map<String, T> map = new HashMap<>();
    all.forEach(one -> map.putIfAbsent(id.apply(one), one));
    return map;
  }
}
