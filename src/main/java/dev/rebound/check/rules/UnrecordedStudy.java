package dev.rebound.check.rules;

import dev.rebound.check.AuthoredText;
import dev.rebound.check.Findings;
import dev.rebound.check.StudyCitations;
import dev.rebound.course.Content;
import dev.rebound.course.Study;
import dev.rebound.source.Nearest;
import dev.rebound.source.Severity;

/** Every study that a text names by authors and year is recorded in {@code references.yaml}. */
public final class UnrecordedStudy extends StudyRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  void text(String plain, AuthoredText text, Content content, Findings found) {
    for (StudyCitations.Citation citation : StudyCitations.in(plain)) {
      boolean known = content.studies().stream().anyMatch(citation::beginsAs);
      boolean source =
          content.sources().stream()
              .anyMatch(
                  it ->
                      it.creator()
                          .filter(c -> c.value().endsWith(citation.authors().get(0)))
                          .isPresent());
      if (!known && !source) {
        found.at(
            place(text, citation),
            "\"" + citation.text() + "\" is recorded nowhere.",
            "Record it in references.yaml: authors, year, title, container, doi, and what it found. "
                + Nearest.hint(
                    citation.text(), content.studies().stream().map(Study::cited).toList()));
      }
    }
  }
}
