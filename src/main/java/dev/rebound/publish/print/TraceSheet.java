package dev.rebound.publish.print;

import dev.rebound.check.Trace;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.HtmlRenderer;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Surroundings;
import dev.rebound.publish.page.Templates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The chain of one course as a table: each principle, what it rests on, and what rests on it. */
final class TraceSheet {
  private static final Surroundings PAPER = new Surroundings() {};

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

  private TraceSheet() {}

  static byte[] print(
      PdfEngine engine, Templates templates, PageWords words, Content content, Course course) {
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
    List<Map<String, Object>> rows = new ArrayList<>();
    uses.forEach(
        (row, here) -> {
          Map<String, Object> model = new LinkedHashMap<>();
          model.put("id", row.principle().id().value());
          model.put("says", HtmlRenderer.run(row.principle().says().inlines(), PAPER));
          model.put("stance", row.principle().stance().word());
          model.put(
              "cells",
              columns.stream()
                  .map(
                      column ->
                          here.stream()
                              .filter(use -> stands(use, column))
                              .map(Trace.Use::id)
                              .distinct()
                              .toList())
                  .toList());
          rows.add(model);
        });
    Map<String, Object> data = new HashMap<>(Imprint.of(content.settings()).data());
    data.put("language", course.language());
    data.put("course", course.title().value());
    data.put("words", words.of(course.language()));
    data.put("columns", columns);
    data.put("rows", rows);
    data.put("page", Map.of("width", Lengths.mm(paper.width), "height", Lengths.mm(paper.height)));
    data.put(
        "css", new Html(templates.text("print/document.css") + templates.text("print/trace.css")));
    return engine.print(templates.render("print/trace.ftlh", data), Imprint.of(content.settings()));
  }

  /** A question tests a principle that its right answer applies. */
  private static boolean stands(Trace.Use use, String column) {
    return COLUMNS.getOrDefault(column, Set.of()).contains(use.kind())
        && (use.kind() != Trace.Kind.QUESTION || use.role() == Trace.Role.APPLIES);
  }
}
