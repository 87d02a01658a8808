package dev.rebound.check.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.app.Main;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.course.SourceText;
import dev.rebound.source.Located;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding excerpts in a source, and writing what proves them. */
class SourceLockerTest {
  private static final Path LOCK = Path.of("content/sources/night-watch.lock");

  @TempDir private Path temp;

  private final Source source = Courses.load(Courses.BASE).source("night-watch").orElseThrow();

  private static String text() throws IOException {
    return Files.readString(Courses.BASE.resolve("source.txt"));
  }

  /** What locking says of one more excerpt. */
  private SourceLocker.Located locate(String words) throws IOException {
    SourceSpan here = SourceSpan.wholeFile("here");
    List<Excerpt> excerpts = new ArrayList<>(source.excerpts());
    excerpts.add(
        new Excerpt(
            "night-watch",
            new Located<>("tried", here),
            new Located<>(words, here),
            OptionalInt.empty()));
    SourceLocker.Result result =
        SourceLocker.lock(with(source, excerpts, source.blocks()), SourceText.of(text()), "key");
    SourceLocker.Located last = result.excerpts().get(excerpts.size() - 1);
    assertThat(result.lock().isPresent()).isEqualTo(last.isSound());
    return last;
  }

  static Source with(Source from, List<Excerpt> excerpts, List<Source.ParagraphRange> blocks) {
    return new Source(
        from.id(),
        from.title(),
        from.creator(),
        from.kind(),
        from.about(),
        from.container(),
        from.url(),
        from.date(),
        from.retrieved(),
        from.rights(),
        from.license(),
        from.trademarks(),
        from.quotation(),
        blocks,
        excerpts,
        from.lock(),
        from.text());
  }

  @Test
  void whatIsWrittenIsWhatIsRead() throws IOException {
    SourceLock made =
        SourceLocker.lock(
                source, SourceText.of(text()), SourceLocker.saltOf(source, SourceText.of(text())))
            .lock()
            .orElseThrow();
    SourceLock read = source.lock().orElseThrow();
    assertThat(read.salt()).isEqualTo(made.salt());
    assertThat(read.paragraphs()).isEqualTo(made.paragraphs());
    assertThat(read.windows()).isEqualTo(made.windows());
    assertThat(read.excerpts())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("span")
        .isEqualTo(made.excerpts());
    assertThat(LockFile.of(read)).isEqualTo(LockFile.of(made));
    assertThat(LockFile.of(made)).isEqualTo(Files.readString(Courses.BASE.resolve(LOCK)));
    assertThat(read.version()).isEqualTo(SourceLock.VERSION);
    assertThat(read.checksum()).isEqualTo(made.checksum());
    assertThat(LockFile.of(made)).doesNotContain("pencil has", "harbour", "ladder");
  }

  @Test
  void lineEndsAndByteOrderMarkOfTheSourceChangeNothing() throws IOException {
    assertThat(SourceText.of("\uFEFF" + text().replace("\n", "\r\n")))
        .isEqualTo(SourceText.of(text()));
  }

  @Test
  void aFileWithoutBlankLinesHasAParagraphALine() {
    assertThat(SourceText.of("One.\nTwo.\n").paragraphs())
        .extracting(SourceText.Paragraph::text)
        .containsExactly("One.", "Two.");
    assertThat(SourceText.of("One\ngoes on.\n \t\nTwo.\n").paragraphs())
        .extracting(SourceText.Paragraph::text)
        .containsExactly("One goes on.", "Two.");
  }

  @Test
  void anExcerptInSeveralPlacesIsLockedWithTheirNumber() throws IOException {
    SourceLocker.Located located = locate("nobody was");
    assertThat(located.message()).isEqualTo("stands in 2 places of the source.");
    assertThat(located.hint())
        .isEqualTo("Quote a word more, or name the paragraph, so that it stands in one.");
    assertThat(located.place().orElseThrow().places()).isEqualTo(2);
    assertThat(locate("and nobody was").place().orElseThrow().places()).isEqualTo(1);
  }

  @Test
  void aLostExcerptIsShownWhatIsNearest() throws IOException {
    SourceLocker.Located located = locate("the pencil has no shame at all");
    assertThat(located.message()).isEqualTo("stands nowhere in the source.");
    assertThat(located.hint())
        .startsWith("Nearest, in paragraph 5: ")
        .contains("The pencil has no pride");
    assertThat(locate("quarterly zebra budgets").hint()).isEqualTo("Nothing like it is there.");
  }

  @Test
  void whatTheAuthorDidNotSayIsNotLocked() throws IOException {
    assertThat(locate("what a tired mind leaves out").message())
        .isEqualTo("stands in paragraph 2, which is blurb.");
    assertThat(locate("thanks to the tea kitchen").message())
        .isEqualTo("stands in paragraph 11, which is boilerplate.");
  }

  @Test
  void wholeSentencesAreMarked() throws IOException {
    assertThat(locate("They will not.").place().orElseThrow().wholeSentence()).isTrue();
    assertThat(locate("remember. They will not").place().orElseThrow().wholeSentence()).isTrue();
    assertThat(
            locate("takes the watch says it back. Not a nod").place().orElseThrow().wholeSentence())
        .isFalse();
    assertThat(locate("it takes ninety seconds").place().orElseThrow().wholeSentence()).isTrue();
    assertThat(locate("takes ninety seconds").place().orElseThrow().wholeSentence()).isFalse();
  }

  @Test
  void placesAreWordsOfTheirParagraph() throws IOException {
    SourceLock.LockedExcerpt place = locate("Do both, every single morning").place().orElseThrow();
    assertThat(place.paragraph()).isEqualTo(10);
    assertThat(place.words()).isEqualTo(5);
    assertThat(SourceText.of(text()).paragraphs().get(9).words().get(place.firstWord() - 1).text())
        .isEqualTo("do");
  }

  /** Only paragraphs with enough unknown words have a digest, and no window touches an excerpt. */
  @Test
  void shortParagraphsHaveNoDigest() {
    SourceLock lock = source.lock().orElseThrow();
    assertThat(lock.paragraphs())
        .allMatch(p -> p.digest().isPresent() == (p.words() >= 2 * SourceLock.WINDOW));
    assertThat(lock.paragraphs()).anyMatch(p -> p.digest().isEmpty() && p.kind().isAuthors());
  }

  @Test
  void addingASourceAgainSaysWhatMovedAndWhatIsLost() throws IOException {
    Path workspace = Courses.lay(temp, Courses.BASE);
    Path moved = Files.writeString(temp.resolve("moved.txt"), "Site menu\n\n" + text());
    String before = Files.readString(workspace.resolve(LOCK));
    assertThat(add(workspace, moved))
        .contains("pencil: paragraph 6, words 19 to 23 (moved from paragraph 5, word 19)")
        .contains("Wrote ");
    assertThat(Files.readString(workspace.resolve(LOCK))).isNotEqualTo(before);

    String locked = Files.readString(workspace.resolve(LOCK));
    Path lost = Files.writeString(temp.resolve("lost.txt"), text().replace("no pride", "no shame"));
    assertThat(add(workspace, lost))
        .contains("excerpt \"pencil\" stands nowhere in the source.")
        .contains("Nearest, in paragraph 5: The pencil has no shame")
        .contains("Nothing was written");
    assertThat(Files.readString(workspace.resolve(LOCK))).isEqualTo(locked);
  }

  private static String add(Path workspace, Path text) {
    StringWriter out = new StringWriter();
    Main.run(
        new PrintWriter(out),
        new PrintWriter(out),
        "source",
        "add",
        text.toString(),
        "--id",
        "night-watch",
        "--content",
        workspace.resolve("content").toString());
    return out.toString();
  }
}
