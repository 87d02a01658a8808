package dev.rebound.check.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.check.Report;
import dev.rebound.course.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock and the text it was made of give the same answers, and the text a few more. */
@Tag("slow")
class SourcesAtHandTest {
  private static final Set<String> QUOTATION =
      Set.of(
          "UnmarkedCopy",
          "QuotationBudgetExceeded",
          "WholeSentenceQuoted",
          "QuoteTooShort",
          "QuoteNotByAuthor",
          "QuoteAmbiguous");

  @TempDir private Path temp;

  private Path text() throws IOException {
    Path sources = Files.createDirectories(temp.resolve("sources"));
    Files.writeString(
        sources.resolve("night-watch.txt"), Files.readString(Courses.BASE.resolve("source.txt")));
    return sources;
  }

  private static List<String> quotations(Report report) {
    return report.findings().stream()
        .filter(finding -> QUOTATION.contains(finding.rule()))
        .map(finding -> finding.rule() + " " + finding.span().file() + ":" + finding.span().line())
        .toList();
  }

  @Test
  void whatALockFindsTheTextFinds() throws IOException {
    Path sources = text();
    int held = 0;
    for (Path rule : Courses.folders(Courses.ROOT.resolve("rules"))) {
      for (Path one : Courses.folders(rule)) {
        if (!mayHold(one)) {
          continue;
        }
        Path workspace =
            Courses.lay(temp.resolve(rule.getFileName() + "-" + one.getFileName()), one);
        List<String> byLock = quotations(Courses.report(workspace));
        assertThat(quotations(Courses.report(workspace, sources)))
            .as("%s", one)
            .containsAll(byLock);
        held += byLock.size();
      }
    }
    assertThat(held).isGreaterThan(20);
  }

  /** Where a lock finds nothing, the text finds no less: RuleTest holds what each case finds. */
  private static boolean mayHold(Path one) throws IOException {
    Path expected = one.resolve("expected.txt");
    String found = Files.exists(expected) ? Files.readString(expected) : "";
    return Files.isDirectory(one.resolve("sources"))
        || QUOTATION.stream().anyMatch(rule -> found.contains("[" + rule + "]"));
  }

  @Test
  void theCleanCourseIsCleanOnTheTextToo() throws IOException {
    assertThat(Courses.report(Courses.lay(temp.resolve("base"), Courses.BASE), text()).findings())
        .isEmpty();
  }

  @Test
  void aCopyThatTouchesAnExcerptIsSeenOnlyOnTheText() throws IOException {
    Path workspace = Courses.lay(temp.resolve("copy"), Courses.BASE);
    Path lesson = workspace.resolve("content/courses/harbour/lessons/fog.md");
    Files.writeString(
        lesson,
        Files.readString(lesson) + "\nThe pencil has no pride, and it does not skip anything.\n");
    assertThat(quotations(Courses.report(workspace))).isEmpty();
    List<String> seen = new ArrayList<>(quotations(Courses.report(workspace, text())));
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0)).contains("UnmarkedCopy", "lessons/fog.md");
  }

  @Test
  void ofSeveralPlacesTheAuthorsAndTheNamedOneAreMeant() {
    SourceText text =
        SourceText.of(
            """
            The bell rings at four.

            Somebody said that the bell rings at four.

            I say the bell rings at four.

            And again, the bell rings at four, and once more, the bell rings at four.
            """);
    assertThat(place("{ 1: blurb, 2: comment, 3: transcript, 4: boilerplate }", "", text))
        .isEqualTo("3 1");
    assertThat(place("{ 1: blurb, 2-3: transcript, 4: boilerplate }", "", text)).isEqualTo("2 2");
    assertThat(place("{ 1: blurb, 2-3: transcript, 4: boilerplate }", "Paragraph 3.", text))
        .isEqualTo("3 1");
    assertThat(place("{ 1-4: transcript }", "Paragraph 4.", text)).isEqualTo("4 2");
  }

  /** The paragraph of the locked excerpt, and in how many places it may stand. */
  private String place(String blocks, String paragraph, SourceText text) {
    try {
      Path workspace = Courses.lay(temp.resolve("places"), Courses.BASE);
      Files.writeString(
          workspace.resolve("content/sources/night-watch.md"),
          "---\nkind: transcript\nquotation: { words: 12, share: 90% }\nblocks: "
              + blocks
              + "\n---\n\n## bell\n\n> the bell rings at four\n\n"
              + paragraph
              + "\n");
      SourceLocker.Result result =
          SourceLocker.lock(
              Courses.load(workspace).source("night-watch").orElseThrow(), text, "salt");
      return result.lock().orElseThrow().excerpts().get(0).paragraph()
          + " "
          + result.lock().orElseThrow().excerpts().get(0).places();
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }
}
