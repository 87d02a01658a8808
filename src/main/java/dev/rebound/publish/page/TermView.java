package dev.rebound.publish.page;

import dev.rebound.course.GlossaryTerm;
import dev.rebound.source.Located;
import java.util.List;

/**
 * A word that the course uses in its own sense.
 *
 * @param id in the glossary the author's; in a lesson that of the note that its link opens
 * @param at where the word stands, for its tag; empty but for authors
 * @param principles those it belongs to that this course teaches; none in a lesson
 */
public record TermView(
    String id, String term, Html at, Html meaning, List<PrincipleView> principles) {
  /** The glossary. */
  public static List<TermView> all(CourseContext in) {
    return in.content.terms().stream()
        .map(
            term ->
                new TermView(
                    term.id().value(),
                    term.term().value(),
                    in.routes.place(term.term()),
                    in.links.run(term.meaning()),
                    in.principles(
                        term.principles().stream()
                            .map(Located::value)
                            .filter(id -> in.teaching.of(id).isPresent()))))
        .toList();
  }

  /** In a lesson. */
  static TermView of(GlossaryTerm term, String id, CourseContext in) {
    return new TermView(
        id,
        term.term().value(),
        in.routes.place(term.term()),
        in.links.run(term.meaning()),
        List.of());
  }
}
