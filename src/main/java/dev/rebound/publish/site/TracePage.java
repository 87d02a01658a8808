package dev.rebound.publish.site;

import dev.rebound.check.Report;
import dev.rebound.check.Trace;
import dev.rebound.check.Trace.Kind;
import dev.rebound.check.Trace.Use;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Source;
import dev.rebound.publish.page.Credit;
import dev.rebound.publish.page.PageIds;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Reference;
import dev.rebound.source.Severity;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The chain as a picture: principle by what it rests on and where it is taught, shown, tested and
 * printed. A gap is a cell of its own kind, so that it is seen before anything is read.
 */
final class TracePage {
  private final Content content;
  private final boolean hasCards;
  private final Map<String, String> dialoguePages = new HashMap<>();

  /**
   * @param hasCards whether this build prints cards that a page can link to
   */
  TracePage(Content content, boolean hasCards) {
    this.content = content;
    this.hasCards = hasCards;
    for (Course course : content.courses()) {
      for (Lesson lesson : course.lessonsInOrder()) {
        for (Reference to : Markup.references(lesson.body())) {
          if (to.kind().equals("dialogue")) {
            dialoguePages.putIfAbsent(
                to.id(),
                course.id().value()
                    + "/"
                    + lesson.id().value()
                    + ".html#"
                    + PageIds.dialogue(to.id()));
          }
        }
      }
    }
  }

  /** The trace of the principles that the courses of this build teach or test. */
  static Trace trace(Content content) {
    return new Trace(
        Trace.of(content).rows().stream()
            .filter(row -> row.uses().stream().anyMatch(use -> !use.course().isEmpty()))
            .map(
                row ->
                    new Trace.Row(
                        row.principle(),
                        row.uses().stream().map(use -> open(use, content)).toList()))
            .toList());
  }

  /** What the check found, the same as the terminal says. */
  static Map<String, Object> report(Report report) {
    return Map.of(
        "warnings",
        report.count(Severity.WARNING),
        "notes",
        report.count(Severity.NOTE),
        "findings",
        report.findings().stream()
            .map(
                finding ->
                    Map.of(
                        "severity", finding.severity().word(),
                        "message", finding.message(),
                        "place", finding.span().toString(),
                        "rule", finding.rule()))
            .toList());
  }

  /** A question of a graded quiz goes by the name of its quiz: what it asks is not for the web. */
  private static Use open(Use use, Content content) {
    if (use.kind() != Kind.QUESTION) {
      return use;
    }
    String bank = use.id().substring(0, use.id().indexOf('/'));
    return content
        .course(use.course())
        .flatMap(course -> course.bank(bank))
        .filter(QuestionBank::graded)
        .map(
            graded ->
                new Use(
                    use.kind(),
                    use.role(),
                    use.course(),
                    bank,
                    graded.title().value(),
                    use.level(),
                    SourceSpan.wholeFile(use.span().file())))
        .orElse(use);
  }

  /** Rows by source, their cells, their gaps and links to every place. */
  Map<String, Object> model(Trace trace) {
    Map<String, List<Map<String, Object>>> bySource = new LinkedHashMap<>();
    int gaps = 0;
    for (Trace.Row row : trace.rows()) {
      Map<String, Object> model = row(row);
      gaps += model.get("gaps") instanceof Integer open ? open : 0;
      bySource.computeIfAbsent(row.principle().source(), key -> new ArrayList<>()).add(model);
    }
    List<Map<String, Object>> sources = new ArrayList<>();
    bySource.forEach(
        (id, rows) ->
            sources.add(
                Map.of(
                    "id",
                    id,
                    "credit",
                    content.source(id).map(Credit::of).orElse(id),
                    "name",
                    content.source(id).map(TracePage::name).orElse(id),
                    "rows",
                    rows)));
    return Map.of("sources", sources, "count", trace.rows().size(), "gaps", gaps);
  }

  private static String name(Source source) {
    return source
        .creator()
        .map(Located::value)
        .or(() -> source.title().map(Located::value))
        .orElse(source.id().value());
  }

  private Map<String, Object> row(Trace.Row row) {
    Principle principle = row.principle();
    int applied =
        row.testedAt(Question.Level.APPLY).size() + row.testedAt(Question.Level.ANALYSE).size();
    List<Map<String, Object>> cells = new ArrayList<>();
    cells.add(cell("rests", row.of(Kind.EXCERPT).size() + row.of(Kind.CITATION).size(), true));
    cells.add(cell("taught", row.of(Kind.LESSON).size(), true));
    cells.add(cell("shown", row.of(Kind.DIALOGUE).size(), true));
    cells.add(cell("remember", row.testedAt(Question.Level.REMEMBER).size(), false));
    cells.add(cell("understand", row.testedAt(Question.Level.UNDERSTAND).size(), false));
    cells.add(cell("apply", row.testedAt(Question.Level.APPLY).size(), applied == 0));
    cells.add(cell("analyse", row.testedAt(Question.Level.ANALYSE).size(), false));
    cells.add(cell("scenario", row.of(Kind.SCENARIO).size(), false));
    cells.add(cell("card", row.of(Kind.CARD).size(), true));
    int gaps = (int) cells.stream().filter(c -> Boolean.TRUE.equals(c.get("gap"))).count();
    List<Map<String, Object>> places = new ArrayList<>();
    for (Trace.Role role : Trace.Role.values()) {
      for (Use use : row.uses()) {
        if (use.role() == role) {
          Map<String, Object> place = place(use, row);
          // The questions of a graded quiz all go by its name.
          if (!places.contains(place)) {
            places.add(place);
          }
        }
      }
    }
    return Map.of(
        "id",
        principle.id().value(),
        "says",
        principle.says().plain(),
        "stance",
        principle.stance().word(),
        "cells",
        cells,
        "gaps",
        gaps,
        "places",
        places);
  }

  /**
   * @param wanted whether nothing here is a gap
   */
  private static Map<String, Object> cell(String column, int count, boolean wanted) {
    return Map.of("column", column, "count", count, "gap", wanted && count == 0);
  }

  private Map<String, Object> place(Use use, Trace.Row row) {
    return Map.of(
        "role", "trace-" + use.role().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        "kind", "trace-" + use.kind().word(),
        "title", use.title(),
        "level", use.level().map(Question.Level::word).orElse(""),
        "href", href(use, row).orElse(""));
  }

  private Optional<String> href(Use use, Trace.Row row) {
    Principle principle = row.principle();
    // What belongs to no course is shown by each that names the principle.
    String course =
        Stream.concat(Stream.of(use), row.uses().stream())
            .map(Use::course)
            .filter(id -> !id.isEmpty())
            .findFirst()
            .orElse("");
    return switch (use.kind()) {
      case EXCERPT -> Optional.of(course + "/credits.html#" + PageIds.excerpt(use.id()));
      case CITATION ->
          Optional.of(course + "/credits.html#" + PageIds.principle(principle.id().value()));
      case LESSON ->
          Optional.of(
              course + "/" + use.id() + ".html#" + PageIds.principle(principle.id().value()));
      case QUESTION ->
          content
              .course(course)
              .flatMap(it -> it.quizOf(use.id().replaceFirst("/.*", "")))
              .map(quiz -> course + "/quiz-" + quiz.id() + ".html");
      case DIALOGUE -> Optional.ofNullable(dialoguePages.get(use.id()));
      case TERM -> Optional.of(course + "/glossary.html#term-" + use.id());
      case CARD -> hasCards ? Optional.of(course + "/index.html#downloads") : Optional.empty();
      case SCENARIO -> Optional.of(course + "/scenario-" + use.id() + ".html");
    };
  }
}
