package dev.rebound.publish.print;

import dev.rebound.check.Trace;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.publish.page.Credit;
import dev.rebound.publish.page.Fills;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.HtmlRenderer;
import dev.rebound.publish.page.RenderContext;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Fields.Inlined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The chain of one course as a table: each principle, what it rests on, and what rests on it. */
final class TraceSheet {
  private static final RenderContext PAPER = new RenderContext() {};

  /** The columns, by the words of {@code trace-column-…}, and what stands in them. */
  private static final Map<String, Set<Trace.Kind>> COLUMNS = columns();

  private static Map<String, Set<Trace.Kind>> columns() {
    Map<String, Set<Trace.Kind>> columns = new LinkedHashMap<>();
    columns.put("rests", Set.of(Trace.Kind.EXCERPT, Trace.Kind.CITATION));
    columns.put("taught", Set.of(Trace.Kind.LESSON));
    columns.put("shown", Set.of(Trace.Kind.DIALOGUE));
    columns.put("tested", Set.of(Trace.Kind.QUESTION));
    columns.put("scenario", Set.of(Trace.Kind.SCENARIO));
    columns.put("card", Set.of(Trace.Kind.CARD));
    return Collections.unmodifiableMap(columns);
  }

  /**
   * The trace matrix of a course.
   *
   * @param course its title
   * @param columns the rest of their words' names: {@code trace-column-…}
   */
  @Fills("print/trace.ftlh")
  record Sheet(
      @Inlined PaperFrame frame, String course, List<String> columns, List<Row> rows, Page page) {}

  /**
   * A principle.
   *
   * @param cells the titles that stand in each column; of questions, their quiz and numbers
   */
  record Row(String id, Html says, String stance, List<List<String>> cells) {}

  /** The paper, upright, in millimetres. */
  record Page(String width, String height) {}

  private TraceSheet() {}

  static byte[] print(
      PdfEngine engine,
      Templates templates,
      String looks,
      UiMessages words,
      Content content,
      Course course) {
    Stock.Paper paper = Stock.Paper.named(content.settings().page().value());
    Map<Trace.Row, List<Trace.Use>> uses = new LinkedHashMap<>();
    for (Trace.Row row : Trace.of(content).rows()) {
      List<Trace.Use> here =
          row.uses().stream()
              .filter(use -> use.course().isEmpty() || use.course().equals(course.id().value()))
              .toList();
      if (here.stream().anyMatch(use -> !use.course().isEmpty())) {
        uses.put(row, here);
      }
    }
    // What a course has none of at all is no gap in it.
    List<String> columns =
        COLUMNS.keySet().stream()
            .filter(
                column ->
                    uses.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(use -> stands(use, column)))
            .toList();
    List<Row> rows =
        uses.entrySet().stream()
            .map(it -> row(it.getKey().principle(), it.getValue(), columns, content, course))
            .toList();
    Sheet sheet =
        new Sheet(
            PaperFrame.of(
                content.settings(), course.language(), words, templates, "document", "trace"),
            course.title().value(),
            columns,
            rows,
            new Page(Lengths.mm(paper.width), Lengths.mm(paper.height)));
    return engine.print(
        new FilledTemplate(templates, looks, "print/trace.ftlh", sheet),
        Imprint.of(content.settings()));
  }

  private static Row row(
      Principle principle,
      List<Trace.Use> uses,
      List<String> columns,
      Content content,
      Course course) {
    return new Row(
        principle.id().value(),
        HtmlRenderer.run(principle.says().inlines(), PAPER),
        principle.stance().word(),
        columns.stream()
            .map(
                column ->
                    titles(
                        uses.stream().filter(use -> stands(use, column)).toList(), content, course))
            .toList());
  }

  /** What people call these: a quiz with the numbers of its questions, whom a citation cites. */
  private static List<String> titles(List<Trace.Use> uses, Content content, Course course) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (Trace.Use use : uses) {
      switch (use.kind()) {
        case QUESTION -> {
          String[] key = use.id().split("/", 2);
          Optional<QuestionBank> bank = course.bank(key[0]);
          int number =
              1
                  + bank.map(QuestionBank::questions).orElse(List.of()).stream()
                      .map(Question::key)
                      .toList()
                      .indexOf(use.id());
          found
              .computeIfAbsent(
                  bank.map(it -> it.title().value()).orElse(key[0]), title -> new ArrayList<>())
              .add(String.valueOf(number));
        }
        case CITATION -> {
          String[] cited = use.id().split(" ", 2);
          String credit = content.source(cited[0]).map(Credit::of).orElse(cited[0]);
          found.computeIfAbsent(credit, title -> new ArrayList<>()).add(cited[1]);
        }
        case EXCERPT -> found.put("“" + use.title() + "”", List.of());
        default -> found.put(use.title(), List.of());
      }
    }
    return found.entrySet().stream()
        .map(
            it ->
                it.getValue().isEmpty()
                    ? it.getKey()
                    : it.getKey()
                        + " "
                        + String.join(", ", it.getValue().stream().distinct().toList()))
        .toList();
  }

  /** A question tests a principle that its right answer applies. */
  private static boolean stands(Trace.Use use, String column) {
    return COLUMNS.getOrDefault(column, Set.of()).contains(use.kind())
        && (use.kind() != Trace.Kind.QUESTION || use.role() == Trace.Role.APPLIES);
  }
}
