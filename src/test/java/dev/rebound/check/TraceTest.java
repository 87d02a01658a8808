package dev.rebound.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.app.Catalog;
import dev.rebound.course.Content;
import dev.rebound.load.ContentLoader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The trace of the sample course, counted independently of how it is made. */
class TraceTest {
  private final Content content;
  private final Trace trace;

  TraceTest() throws IOException {
    content = new ContentLoader(Catalog.questionTypes()).load(Path.of("content"), "content");
    trace = Trace.of(content);
  }

  @Test
  void everyPrincipleHasItsChain() {
    assertThat(trace.rows()).hasSameSizeAs(content.principles());
    assertThat(trace.rows())
        .allSatisfy(
            row -> {
              assertThat(row.uses()).extracting(Trace.Use::role).contains(Trace.Role.RESTS_ON);
              assertThat(row.of(Trace.Kind.LESSON)).isNotEmpty();
              assertThat(row.of(Trace.Kind.QUESTION))
                  .extracting(Trace.Use::role)
                  .contains(Trace.Role.APPLIES);
            });
  }

  @Test
  void aUseNamesTheLineItStandsIn() {
    Trace.Use use =
        trace.row("agree-with-value").orElseThrow().of(Trace.Kind.QUESTION).stream()
            .filter(u -> u.id().equals("agree/slow-service") && u.role() == Trace.Role.APPLIES)
            .findFirst()
            .orElseThrow();
    assertThat(use.span().toString()).contains("quizzes/agree.yaml:14:18");
  }

  /** JSON is read by an independent parser; both files hold each use once. */
  @Test
  void filesHoldEveryUse() throws IOException {
    long uses = trace.rows().stream().mapToLong(row -> row.uses().size()).sum();
    var json = new tools.jackson.databind.ObjectMapper().readTree(TraceFiles.json(trace));
    long inJson = 0;
    for (var principle : json.get("principles")) {
      inJson += principle.get("uses").size();
    }
    assertThat(inJson).isEqualTo(uses).isGreaterThan(300);
    assertThat(TraceFiles.csv(trace).split("\r\n")).hasSize((int) uses + 1);
  }

  @Test
  void aSpreadsheetRunsNoCell() {
    assertThat(TraceFiles.csv(trace)).doesNotContainPattern("(^|,)\"[=+@-]");
  }
}
