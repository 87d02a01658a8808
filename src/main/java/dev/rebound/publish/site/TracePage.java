package dev.rebound.publish.site;

import dev.rebound.publish.page.Fills;
import dev.rebound.source.Fields.Inlined;
import java.util.List;

/** Every principle with what it rests on and what rests on it. */
@Fills("site/trace.ftlh")
record TracePage(@Inlined SiteFrame frame, Found report, Matrix trace) {
  /**
   * What the check found, the same as the terminal says.
   *
   * @param warnings how many of them are warnings
   * @param notes how many of them are notes
   */
  record Found(long warnings, long notes, List<Line> findings) {}

  /**
   * A finding.
   *
   * @param severity {@code error}, {@code warning} or {@code note}
   * @param place {@code file:line:column}
   */
  record Line(String severity, String message, String place, String rule) {}

  /**
   * The principles by source.
   *
   * @param count how many principles there are
   * @param gaps how many cells of all of them should not be empty
   */
  record Matrix(List<Group> sources, int count, int gaps) {}

  /** A source with its principles. */
  record Group(String id, String credit, String name, List<Row> rows) {}

  /**
   * A principle.
   *
   * @param gaps how many of its cells should not be empty
   */
  record Row(
      String id, String says, String stance, List<Cell> cells, int gaps, List<Place> places) {}

  /**
   * How much there is of one kind.
   *
   * @param column the rest of its word's name: {@code trace-column-…}
   * @param gap whether there should be something and is nothing
   */
  record Cell(String column, int count, boolean gap) {}

  /**
   * Something that a principle rests on, or that rests on it.
   *
   * @param role the name of a word: {@code trace-applies}
   * @param kind the name of a word: {@code trace-question}
   * @param level of a question: {@code apply}; otherwise empty
   * @param href empty where there is no page to lead to
   */
  record Place(String role, String kind, String title, String level, String href) {}
}
