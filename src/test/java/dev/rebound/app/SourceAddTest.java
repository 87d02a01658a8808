package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code source add} says at once which excerpts {@code validate} will refuse, and why. */
class SourceAddTest {
  private static final String TEXT =
      """
      Whoever comes on watch reads the board before the coat is off, and says aloud what is broken.

      Whoever finds a broken thing hangs its tag on the board. Tags are red for what nobody may touch.

      The board is wiped on Sundays, when both watches stand before it and agree on every line.
      """;

  @TempDir private Path temp;
  private Path record;
  private Path lock;

  @BeforeEach
  void copy() throws IOException {
    Path base = Courses.BASE.resolve("content");
    for (Path file : Courses.files(base)) {
      Path target = temp.resolve("content").resolve(base.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
    Files.writeString(temp.resolve("board.txt"), TEXT);
    record = temp.resolve("content/sources/board.md");
    lock = temp.resolve("content/sources/board.lock");
  }

  @Test
  void whatNothingIsWrongWithIsLocked() throws IOException {
    write("license: none", "tag", "Tags are red for what nobody");
    assertThat(add(0))
        .contains("tag: paragraph 2, words 12 to 17", "Wrote ")
        .doesNotContain("refuse");
    assertThat(lock).exists();
  }

  @Test
  void aWholeSentenceIsRefused() throws IOException {
    write("license: none", "tag", "Tags are red for what nobody may touch.");
    assertThat(add(1))
        .contains(
            "`rebound validate` will refuse:",
            "board.md:12:3: excerpt \"tag\" holds a whole sentence of its source."
                + " [WholeSentenceQuoted]",
            "Quote a fragment");
  }

  @Test
  void tooFewWordsAreRefused() throws IOException {
    write("license: none", "line", "every line");
    assertThat(add(1)).contains("board.md:12:3: excerpt \"line\" has 2 words", "[QuoteTooShort]");
  }

  @Test
  void moreThanTheBudgetIsRefused() throws IOException {
    write("license: none", "board", "The board is wiped on Sundays, when both watches stand");
    assertThat(add(1))
        .contains(
            "of the author's 54 words are quoted: 18.5 %; the budget is 15 %.",
            "[QuotationBudgetExceeded]");
  }

  @Test
  void whatStandsNowhereIsNotLocked() throws IOException {
    write("license: none", "board", "The board is wiped on Mondays, when both watches stand");
    assertThat(add(1))
        .contains(
            "excerpt \"board\" stands nowhere in the source.",
            "Nearest, in paragraph 3: The board is wiped on Sundays",
            "Nothing was written");
    assertThat(lock).doesNotExist();
  }

  /** Of an open source whole sentences may be quoted, as much as one likes; not other words. */
  @Test
  void ofAnOpenSourceOnlyOtherWordsAreRefused() throws IOException {
    write("license: CC-BY-4.0", "tag", "Tags are red for what nobody may touch.");
    assertThat(add(0)).contains("It needs no lock.").doesNotContain("refuse");
    write("license: CC-BY-4.0", "tag", "Tags are blue for what nobody may touch.");
    assertThat(add(1)).contains("will refuse:", "excerpt \"tag\"", "[QuoteNotInSource]");
  }

  private void write(String license, String excerpt, String words) throws IOException {
    String open = license.equals("license: none") ? "# no license" : license;
    Files.writeString(
        record,
        """
        ---
        title: The board
        creator: The harbour office
        kind: article
        %s
        blocks: { 1-3: article }
        quotation: { words: 25, share: 15%% }
        ---

        ## %s

        > %s

        Paragraph 2.
        """
            .formatted(open, excerpt, words));
  }

  private String add(int code) {
    StringWriter out = new StringWriter();
    try (PrintWriter to = new PrintWriter(out)) {
      int is =
          Main.run(
              to,
              to,
              "source",
              "add",
              temp.resolve("board.txt").toString(),
              "--id",
              "board",
              "--content",
              temp.resolve("content").toString());
      assertThat(is).as("%s", out).isEqualTo(code);
    }
    return out.toString();
  }
}
