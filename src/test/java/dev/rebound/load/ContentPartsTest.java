package dev.rebound.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.app.Catalog;
import dev.rebound.check.Checker;
import dev.rebound.check.ReportJson;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.load.ContentLoader.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading a folder again parses what changed, and comes to the same as reading it anew. */
class ContentPartsTest {
  private final ContentLoader loader = new ContentLoader(Catalog.questionTypes());

  @TempDir private Path workspace;

  @BeforeEach
  void lay() {
    Courses.lay(workspace, Courses.BASE);
  }

  private Reading read(ContentParts former) throws IOException {
    return loader.read(workspace.resolve("content"), "content", former);
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = workspace.resolve("content").resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  /** Everything that stands in a file of its own. */
  private static List<Object> parts(Content content) {
    Course course = content.courses().get(0);
    return Stream.of(
            content.sources(),
            content.principles(),
            content.dialogues(),
            content.terms(),
            course.lessonFiles(),
            course.bankFiles(),
            course.cardFiles(),
            course.scenarioFiles(),
            course.aidFiles(),
            course.facilitatorFiles(),
            course.modules())
        .<Object>flatMap(List::stream)
        .toList();
  }

  /** Those of {@code now} that are not the very objects of before. */
  private static List<Object> others(Content before, Content now) {
    List<Object> old = parts(before);
    List<Object> others = new ArrayList<>();
    for (Object part : parts(now)) {
      if (old.stream().noneMatch(one -> one == part)) {
        others.add(part);
      }
    }
    return others;
  }

  @Test
  void whatDidNotChangeIsTheSameObject() throws IOException {
    Reading first = read(ContentParts.NONE);
    Content same = read(first.parts()).content();
    assertThat(others(first.content(), same)).isEmpty();
    assertThat(parts(same)).hasSameSizeAs(parts(first.content()));
    edit("courses/harbour/lessons/handover.md", "minutes: ", "minutes: 1");
    Content changed = read(first.parts()).content();
    assertThat(others(first.content(), changed))
        .containsExactly(changed.courses().get(0).lesson("handover").orElseThrow());
  }

  @Test
  void aSourceIsReadAgainWhenItsLockChanges() throws IOException {
    Reading first = read(ContentParts.NONE);
    Files.writeString(
        workspace.resolve("content/sources/night-watch.lock"),
        "# Locked.\n",
        java.nio.file.StandardOpenOption.APPEND);
    Content changed = read(first.parts()).content();
    assertThat(others(first.content(), changed))
        .containsExactly(changed.source("night-watch").orElseThrow());
  }

  @Test
  void anotherLanguageIsReadWithItsOwnTypography() throws IOException {
    Reading first = read(ContentParts.NONE);
    edit("rebound.yaml", "language: en", "language: de");
    assertSame(read(first.parts()));
    edit("courses/harbour/course.yaml", "title:", "language: de\ntitle:");
    assertSame(read(first.parts()));
  }

  /** Edits by a fixed seed, each read with the parts of the reading before. */
  @Test
  void readingAgainIsReadingAnew() throws IOException {
    Random random = new Random(20261130);
    List<Path> files = Courses.files(workspace.resolve("content"));
    List<byte[]> good = new ArrayList<>();
    for (Path file : files) {
      good.add(Files.readAllBytes(file));
    }
    Reading before = read(ContentParts.NONE);
    for (int i = 0; i < 60; i++) {
      int one = random.nextInt(files.size());
      Path file = files.get(one);
      String text = new String(good.get(one), StandardCharsets.UTF_8);
      int at = random.nextInt(text.length());
      switch (random.nextInt(5)) {
        case 0 -> Files.write(file, good.get(one));
        case 1 -> Files.deleteIfExists(file);
        case 2 -> Files.writeString(file, text.substring(0, at));
        case 3 -> Files.writeString(file, text.substring(0, at) + "\u2019" + text.substring(at));
        default -> Files.writeString(file, text.replace("e", "i"));
      }
      before = read(before.parts());
      assertSame(before);
    }
  }

  private void assertSame(Reading again) throws IOException {
    Content anew = read(ContentParts.NONE).content();
    Content now = again.content();
    assertThat(now.problems()).isEqualTo(anew.problems());
    assertThat(now.settings()).isEqualTo(anew.settings());
    assertThat(now.courses()).hasSameSizeAs(anew.courses());
    if (!anew.courses().isEmpty()) {
      assertThat(parts(now)).isEqualTo(parts(anew));
    }
    assertThat(report(now)).isEqualTo(report(anew));
  }

  private static String report(Content content) {
    return ReportJson.of(new Checker(Catalog.rules()).check(content, false).report(), "0");
  }
}
