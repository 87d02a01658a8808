package dev.rebound.publish.print;

import dev.rebound.check.AuthoredText;
import dev.rebound.check.CheckContext;
import dev.rebound.check.ContentWalk;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.SourceSpan;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The printed faces have every letter of a course that is printed, and a place for its marks. */
public final class MissingGlyph implements Rule {
  @Override
  public void check(CheckContext context, Findings found) {
    List<Course> printed = context.content().courses().stream().filter(Course::printed).toList();
    if (printed.isEmpty()) {
      return;
    }
    Coverage coverage = new Coverage();
    Set<SourceSpan> drawn = drawn(printed);
    for (ContentWalk.Part part : context.parts()) {
      if (part.course().isEmpty() || printed.contains(part.course().get())) {
        context.in(part).texts().forEach(text -> check(text, drawn, coverage, found));
      }
    }
  }

  private static void check(
      AuthoredText written, Set<SourceSpan> drawn, Coverage coverage, Findings found) {
    Markup.eachInline(
        written.run(),
        inline -> {
          if (inline instanceof Inline.Text text) {
            check(text.text(), text.span(), drawn.contains(text.span()), coverage, found);
          } else if (inline instanceof Inline.Code code) {
            check(code.text(), code.span(), false, coverage, found);
          }
        });
  }

  /** Where the texts of charts are. */
  private static Set<SourceSpan> drawn(List<Course> courses) {
    Set<SourceSpan> drawn = new HashSet<>();
    for (Course course : courses) {
      for (Lesson lesson : course.lessonsInOrder()) {
        Markup.eachBlock(
            lesson.body(),
            block -> {
              if (block instanceof Block.ChartBlock it) {
                it.chart().plot().texts().forEach(text -> drawn.add(text.span()));
              }
            });
      }
    }
    return drawn;
  }

  private static void check(
      String text, SourceSpan at, boolean drawn, Coverage coverage, Findings found) {
    int from = 0;
    for (String cluster : Clusters.of(text)) {
      int letter = cluster.codePointAt(0);
      if (Clusters.isMark(letter)) {
        cannotBeSet(letter, "what stands before it", place(at, text, from, letter), found);
      } else if (!coverage.has(letter)) {
        missing(letter, place(at, text, from, letter), found);
      } else if (Clusters.hasMarks(cluster)) {
        OptionalInt unset = coverage.unset(cluster, drawn);
        if (unset.isPresent()) {
          int mark = cluster.codePointAt(unset.getAsInt());
          SourceSpan place = place(at, text, from + unset.getAsInt(), mark);
          if (coverage.has(mark)) {
            String on = cluster.substring(0, unset.getAsInt());
            String where = "\"" + on + "\"" + (drawn ? " in a drawing" : "");
            cannotBeSet(mark, where, place, found);
          } else {
            missing(mark, place, found);
          }
        }
      }
      from += cluster.length();
    }
  }

  private static SourceSpan place(SourceSpan at, String text, int from, int point) {
    return at.part(from, from + Character.charCount(point), text.length());
  }

  private static void missing(int point, SourceSpan at, Findings found) {
    found.at(
        at,
        "the printed face has no \"%s\" (U+%04X).".formatted(Character.toString(point), point),
        "Write it another way, or leave out `print:` in course.yaml to print nothing.");
  }

  private static void cannotBeSet(int mark, String on, SourceSpan at, Findings found) {
    found.at(
        at,
        "the mark \"\u25CC%s\" (U+%04X) cannot be set on %s."
            .formatted(Character.toString(mark), mark, on),
        "Leave it out, or leave out `print:` in course.yaml to print nothing.");
  }

  /** What can be printed; fonts are read only for what is not plain Latin. */
  private static final class Coverage {
    private static final String PUNCTUATION = "‘’‚“”„–—…•‹›€™−";

    private final Fonts fonts = new Fonts();
    private final Clusters clusters = new Clusters(fonts);

    boolean has(int point) {
      return (point <= 0x17E && point != 0x7F && (point < 0x80 || point >= 0xA0))
          || PUNCTUATION.indexOf(point) >= 0
          || fonts.have(point);
    }

    /** Where in a cluster the first mark is that cannot be set. */
    OptionalInt unset(String cluster, boolean drawn) {
      return drawn ? Clusters.unsetInDrawing(cluster) : clusters.unset(cluster);
    }
  }
}
