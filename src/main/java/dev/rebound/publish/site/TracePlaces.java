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
import dev.rebound.source.Markup;
import dev.rebound.source.Reference;
import dev.rebound.source.Severity;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The chain as a picture: principle by what it rests on and where it is taught, shown, tested and
 * printed. A gap is a cell of its own kind, so that it is seen before anything is read.
 */
final class TracePlaces {
  private final Content content;
  private final boolean hasCards;
  private final Map<String, String> dialoguePages = new HashMap<>();

  /**
   * @param hasCards whether this build prints cards that a page can link to
   */
  TracePlaces(Content content, boolean hasCards) {
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

  private static TracePage.Found found(Report report) {
    return new TracePage.Found(
        report.count(Severity.WARNING),
        report.count(Severity.NOTE),
        report.findings().stream()
            .map(
                it ->
                    new TracePage.Line(
                        it.severity().word(), it.message(), it.span().toString(), it.rule()))
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
  TracePage page(SiteFrame frame, Report report, Trace trace) {
    Map<String, List<TracePage.Row>> bySource = new LinkedHashMap<>();
    for (Trace.Row row : trace.rows()) {
      bySource.computeIfAbsent(row.principle().source(), key -> new ArrayList<>()).add(row(row));
    }
    List<TracePage.Group> groups =
        bySource.entrySet().stream()
            .map(
                it -> {
                  Optional<Source> source = content.source(it.getKey());
                  return new TracePage.Group(
                      it.getKey(),
                      source.map(Credit::of).orElse(it.getKey()),
                      source.map(Source::name).orElse(it.getKey()),
                      it.getValue());
                })
            .toList();
    int gaps = bySource.values().stream().flatMap(List::stream).mapToInt(TracePage.Row::gaps).sum();
    return new TracePage(
        frame, found(report), new TracePage.Matrix(groups, trace.rows().size(), gaps));
  }

  private TracePage.Row row(Trace.Row row) {
    Principle principle = row.principle();
    int applied =
        row.testedAt(Question.Level.APPLY).size() + row.testedAt(Question.Level.ANALYSE).size();
    List<TracePage.Cell> cells =
        List.of(
            cell("rests", row.of(Kind.EXCERPT).size() + row.of(Kind.CITATION).size(), true),
            cell("taught", row.of(Kind.LESSON).size(), true),
            cell("shown", row.of(Kind.DIALOGUE).size(), true),
            cell("remember", row.testedAt(Question.Level.REMEMBER).size(), false),
            cell("understand", row.testedAt(Question.Level.UNDERSTAND).size(), false),
            cell("apply", row.testedAt(Question.Level.APPLY).size(), applied == 0),
            cell("analyse", row.testedAt(Question.Level.ANALYSE).size(), false),
            cell("scenario", row.of(Kind.SCENARIO).size(), false),
            cell("card", row.of(Kind.CARD).size(), true));
    return new TracePage.Row(
        principle.id().value(),
        principle.says().plain(),
        principle.stance().word(),
        cells,
        (int) cells.stream().filter(TracePage.Cell::gap).count(),
        // The questions of a graded quiz all go by its name.
        Stream.of(Trace.Role.values())
            .flatMap(role -> row.uses().stream().filter(use -> use.role() == role))
            .map(use -> place(use, row))
            .distinct()
            .toList());
  }

  /**
   * @param wanted whether nothing here is a gap
   */
  private static TracePage.Cell cell(String column, int count, boolean wanted) {
    return new TracePage.Cell(column, count, wanted && count == 0);
  }

  private TracePage.Place place(Use use, Trace.Row row) {
    return new TracePage.Place(
        "trace-" + use.role().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "trace-" + use.kind().word(),
        use.title(),
        use.level().map(Question.Level::word).orElse(""),
        href(use, row).orElse(""));
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
