package dev.rebound.publish.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.publish.Artefact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  /** Whatever was written is good. */
  static final OutputFolder.Inspection UNSEEN = (path, file) -> {};

  @TempDir private Path dir = Path.of("");

  private OutputFolder site() {
    return new OutputFolder(dir.resolve("site"));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> walk = Files.walk(dir)) {
      return walk.filter(Files::isRegularFile)
          .map(path -> dir.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void replacesWhatWasThereAndKeepsTheReadme() throws IOException {
    Files.createDirectories(dir.resolve("site"));
    Files.writeString(dir.resolve("site/README.md"), "kept");
    site()
        .replace(
            List.of(Artefact.text("a/b.html", () -> "1"), Artefact.text("c.html", () -> "2")),
            UNSEEN);
    site().replace(List.of(Artefact.text("c.html", () -> "3")), UNSEEN);
    assertThat(files()).containsExactly("site/.rebound", "site/README.md", "site/c.html");
    assertThat(dir.resolve("site/c.html")).hasContent("3");
    assertThat(dir.resolve("site/README.md")).hasContent("kept");
  }

  @Test
  void knowsWhetherItStillHoldsWhatABuildMade() throws IOException {
    List<Artefact> artefacts =
        List.of(Artefact.text("a/b.html", () -> "1"), Artefact.text("c.html", () -> "2"));
    OutputFolder.Outcome outcome = site().replace(artefacts, UNSEEN);
    Files.writeString(dir.resolve("site/README.md"), "mine");
    Files.writeString(dir.resolve("site/a/mine.txt"), "mine");
    assertThat(site().holding(outcome.made()))
        .contains(new OutputFolder.Outcome(outcome.made(), List.of("a/mine.txt"), List.of()));

    Files.writeString(dir.resolve("site/c.html"), "3");
    assertThat(site().holding(outcome.made())).isEmpty();
    Files.delete(dir.resolve("site/c.html"));
    assertThat(site().holding(outcome.made())).isEmpty();
    OutputFolder.Outcome less = site().replace(artefacts.subList(0, 1), UNSEEN);
    assertThat(site().holding(outcome.made())).isEmpty();
    assertThat(site().holding(less.made())).isPresent();
    site().replace(artefacts, UNSEEN);
    assertThat(site().holding(less.made())).isEmpty();
  }

  @Test
  void refusesAFolderThatNoBuildMade() throws IOException {
    Files.createDirectories(dir.resolve("site"));
    Files.writeString(dir.resolve("site/thesis.doc"), "years of work");
    assertThatThrownBy(() -> site().replace(List.of(Artefact.text("a", () -> "1")), UNSEEN))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no build made");
    assertThat(files()).containsExactly("site/thesis.doc");
  }

  @Test
  void refusesPathsThatLeaveTheFolder() {
    for (String path : List.of("../a", "/a", "a/../../b", "a\\b", "c:a", "", "a//b")) {
      assertThatThrownBy(() -> site().replace(List.of(Artefact.text(path, () -> "1")), UNSEEN))
          .as(path)
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void refusesTwoPathsThatAreOneFileOnOtherSystems() {
    assertThatThrownBy(
            () ->
                site()
                    .replace(
                        List.of(Artefact.text("A", () -> "1"), Artefact.text("a", () -> "2")),
                        UNSEEN))
        .isInstanceOf(IllegalStateException.class);
  }

  private void write(String file, String text) throws IOException {
    Path path = dir.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String text(String file) throws IOException {
    return Files.readString(dir.resolve(file));
  }

  private static List<Artefact> artefacts(String... paths) {
    return Stream.of(paths).map(path -> Artefact.text(path, () -> "built")).toList();
  }

  private void refuses(String words, String... paths) throws IOException {
    List<String> before = files();
    assertThatThrownBy(() -> site().replace(artefacts(paths), UNSEEN))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(words);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void keepsAndNamesWhatNoBuildMade() throws IOException {
    site().replace(artefacts("a/b.html", "a/gone.html"), UNSEEN);
    write("site/.git/HEAD", "ref");
    write("site/CNAME", "example.org");
    write("site/a/mine.txt", "mine");
    OutputFolder.Outcome outcome = site().replace(artefacts("a/b.html", "c.html"), UNSEEN);
    assertThat(outcome.kept()).containsExactly(".git/", "CNAME", "a/mine.txt");
    assertThat(files())
        .containsExactly(
            "site/.git/HEAD",
            "site/.rebound",
            "site/CNAME",
            "site/a/b.html",
            "site/a/mine.txt",
            "site/c.html");
  }

  @Test
  void theMarkerListsWhatWasMade() throws IOException {
    site().replace(artefacts("b.html", "a/b.html"), UNSEEN);
    assertThat(text("site/.rebound"))
        .isEqualTo(
            """
            A build of Rebound made this folder; the next one replaces it.
            .rebound
            a/b.html
            b.html
            """);
  }

  @Test
  void refusesToWriteWhereSomethingForeignIs() throws IOException {
    site().replace(artefacts("index.html"), UNSEEN);
    write("site/a.html", "mine");
    write("site/Notes/one.txt", "mine");
    write("site/lessons", "a file");
    refuses("a.html was not made by a build", "a.html");
    refuses("a.html was not made by a build", "A.html");
    refuses("lessons was not made by a build", "lessons/one.html");
    refuses("Notes was not made by a build", "Notes");
    refuses("Notes was not made by a build", "notes/two.html");
    site().replace(artefacts("Notes/two.html"), UNSEEN);
    assertThat(text("site/Notes/one.txt")).isEqualTo("mine");
  }

  /** Builds of 0.1 wrote no list: all is theirs but what people and hosts put there. */
  @Test
  void aMarkerWithoutAListKeepsWhatBuildsNeverMade() throws IOException {
    write("site/.rebound", "A build of Rebound made this folder; the next one replaces it.\n");
    write("site/old/page.html", "old");
    write("site/CNAME", "example.org");
    write("site/README.md", "read me");
    write("site/.well-known/security.txt", "contact");
    assertThat(site().replace(artefacts("new.html"), UNSEEN).kept())
        .containsExactly(".well-known/", "CNAME");
    assertThat(files())
        .containsExactly(
            "site/.rebound",
            "site/.well-known/security.txt",
            "site/CNAME",
            "site/README.md",
            "site/new.html");
  }

  @Test
  void whatIsNotOurMarkerIsNone() throws IOException {
    for (String text : List.of("", "mine\n", "A build of Rebound made this folder", "\0\0")) {
      write("site/.rebound", text);
      refuses("holds files that no build made (.rebound)", "a.html");
    }
    write(
        "site/.rebound",
        "A build of Rebound made this folder; the next one replaces it.\n../thesis.txt\n");
    refuses("holds files that no build made", "a.html");
    Files.delete(dir.resolve("site/.rebound"));
    Files.createDirectory(dir.resolve("site/.rebound"));
    refuses("holds files that no build made", "a.html");
    Files.delete(dir.resolve("site/.rebound"));
    write("real", "A build of Rebound made this folder; the next one replaces it.\n");
    Files.createSymbolicLink(dir.resolve("site/.rebound"), dir.resolve("real"));
    refuses("holds files that no build made", "a.html");
  }

  @Test
  void aFolderByTheNameOfAReadmeIsForeign() throws IOException {
    Files.createDirectories(dir.resolve("site/README.md"));
    refuses("README.md/", "a.html");
  }

  @Test
  void oneBuildAtATime() throws IOException {
    site().replace(artefacts("a.html"), UNSEEN);
    OutputFolder[] second = {site()};
    Disk disk =
        new Disk() {
          @Override
          void write(Path file, Content content) throws IOException {
            if (file.endsWith("b.html")) {
              assertThat(second[0].recover()).isFalse();
              assertThatThrownBy(() -> second[0].replace(artefacts("c.html"), UNSEEN))
                  .isInstanceOf(Refused.class)
                  .hasMessageContaining("Another build is writing");
            }
            super.write(file, content);
          }
        };
    new OutputFolder(dir.resolve("site"), disk).replace(artefacts("b.html"), UNSEEN);
    assertThat(files()).containsExactly("site/.rebound", "site/b.html");
  }

  /** Somebody puts a file there while the build is at work. */
  @Test
  void whatComesInTheMeantimeIsKept() throws IOException {
    site().replace(artefacts("a.html"), UNSEEN);
    Disk disk =
        new Disk() {
          @Override
          void move(Path from, Path to) throws IOException {
            if (from.endsWith("site")) {
              OutputFolderTest.this.write("site/late.txt", "mine");
            }
            super.move(from, to);
          }
        };
    new OutputFolder(dir.resolve("site"), disk).replace(artefacts("b.html"), UNSEEN);
    assertThat(files()).containsExactly("site/.rebound", "site/b.html", "site/late.txt");
  }

  @Test
  void staysApartFromWhatIsRead() throws IOException {
    write("work/content/rebound.yaml", "brand: x");
    Map<String, Path> content = Map.of("the content folder", dir.resolve("work/content"));
    for (String out : List.of("work", "work/content", "work/content/site")) {
      assertThatThrownBy(() -> new OutputFolder(dir.resolve(out)).requireApart(content, Map.of()))
          .as(out)
          .isInstanceOf(Refused.class)
          .hasMessageContaining("the content folder");
    }
    new OutputFolder(dir.resolve("work/content-site")).requireApart(content, Map.of());
  }

  @Test
  void refusesASymbolicLink() throws IOException {
    Files.createDirectories(dir.resolve("elsewhere"));
    Files.createSymbolicLink(dir.resolve("site"), dir.resolve("elsewhere"));
    assertThatThrownBy(() -> site().replace(List.of(Artefact.text("a", () -> "1")), UNSEEN))
        .isInstanceOf(Refused.class);
  }

  @Test
  void eachIsMadeOnceAndThoseThatTellOfOthersLast() throws IOException {
    Map<String, AtomicInteger> made = new TreeMap<>();
    List<Artefact> all = new ArrayList<>();
    for (String path : List.of("b", "a/c", "a/d", "e")) {
      AtomicInteger times = new AtomicInteger();
      made.put(path, times);
      all.add(Artefact.text(path, () -> path + times.incrementAndGet()));
    }
    all.add(0, Artefact.summary("all", List.copyOf(all), checks -> checks.toString()));
    site().replace(all, UNSEEN);
    assertThat(made.values()).allMatch(times -> times.get() == 1);
    assertThat(dir.resolve("site/all"))
        .hasContent(
            new TreeMap<>(
                    Map.of(
                        "a/c", check("a/c1"),
                        "a/d", check("a/d1"),
                        "b", check("b1"),
                        "e", check("e1")))
                .toString());
  }

  private static long check(String text) {
    CRC32C check = new CRC32C();
    check.update(text.getBytes(StandardCharsets.UTF_8));
    return check.getValue();
  }

  @Test
  void theFirstOfSeveralFailuresIsTold() {
    List<Artefact> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String path = "page-" + i;
      boolean fails = i >= 7;
      all.add(
          Artefact.text(
              path,
              () -> {
                if (fails) {
                  throw new IllegalStateException(path);
                }
                return path;
              }));
    }
    assertThatThrownBy(() -> site().replace(all, UNSEEN)).hasMessage("page-7");
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void whatIsRefusedOnDiskIsNotPublished() throws IOException {
    site().replace(artefacts("old.html"), UNSEEN);
    assertThatThrownBy(
            () ->
                site()
                    .replace(
                        artefacts("new.zip"),
                        (path, file) -> {
                          throw new IllegalStateException(path + " " + Files.readString(file));
                        }))
        .hasMessage("new.zip built");
    assertThat(files()).containsExactly("site/.rebound", "site/old.html");
  }
}
