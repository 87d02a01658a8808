package dev.rebound.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.app.Catalog;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.load.ContentLoader;
import dev.rebound.load.ContentLoader.Reading;
import dev.rebound.load.ContentParts;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A context that takes over from the one before: it knows the same as a fresh one, sooner. */
class CheckContextTest {
  private final ContentLoader loader = new ContentLoader(Catalog.questionTypes());
  private final Checker checker = new Checker(Catalog.rules());

  @TempDir private Path workspace;

  private Reading read(ContentParts former) throws IOException {
    return loader.read(workspace.resolve("content"), "content", former);
  }

  private String report(CheckContext context) {
    return ReportText.of(checker.check(context, false).report());
  }

  private static Lesson handover(Content content) {
    return content.courses().get(0).lesson("handover").orElseThrow();
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = workspace.resolve("content").resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  @Test
  void whatDependsOnAPartAloneStaysWithIt() throws IOException {
    Courses.lay(workspace, Courses.BASE);
    Reading first = read(ContentParts.NONE);
    CheckContext before = new CheckContext(first.content());
    checker.check(before, false);
    edit("courses/harbour/lessons/handover.md", "minutes: ", "minutes: 1");
    Content changed = read(first.parts()).content();
    CheckContext after = new CheckContext(changed, before);
    for (ContentWalk.Part part : after.parts()) {
      if (part.thing() == handover(changed)) {
        assertThat(after.in(part)).isNotSameAs(before.in(of(handover(first.content()), before)));
      } else if (!(part.thing() instanceof Course)) {
        assertThat(after.in(part)).isSameAs(before.in(of(part.thing(), before)));
      }
    }
  }

  private static ContentWalk.Part of(Object thing, CheckContext context) {
    return context.parts().stream()
        .filter(part -> part.thing() == thing)
        .findFirst()
        .orElseThrow(() -> new AssertionError(thing + " is no part of it"));
  }

  /** From one flawed course to the next, one for each rule, as an author writes. */
  @Test
  void itFindsWhatAFreshOneFinds() throws IOException {
    Path content = workspace.resolve("content");
    ContentParts parts = ContentParts.NONE;
    CheckContext context = new CheckContext(Courses.load(Courses.BASE));
    for (Path rule : Courses.folders(Courses.ROOT.resolve("rules"))) {
      Path flawed = Courses.folders(rule).get(0);
      empty(content);
      Courses.lay(workspace, flawed);
      Reading read = read(parts);
      parts = read.parts();
      context = new CheckContext(read.content(), context);
      String fresh = report(new CheckContext(Courses.load(workspace)));
      assertThat(report(context)).as("%s", flawed).isEqualTo(fresh);
    }
  }

  private static void empty(Path folder) throws IOException {
    for (Path file : Courses.files(folder)) {
      Files.delete(file);
    }
  }

  @Test
  void theContextBeforeIsNotHeld() throws IOException {
    Courses.lay(workspace, Courses.BASE);
    Reading read = read(ContentParts.NONE);
    CheckContext context = new CheckContext(read.content());
    WeakReference<CheckContext> first = new WeakReference<>(context);
    WeakReference<Lesson> lesson = new WeakReference<>(handover(read.content()));
    checker.check(context, false);
    for (int i = 1; i <= 2; i++) {
      edit("courses/harbour/lessons/handover.md", "minutes: ", "minutes: 1");
      read = read(read.parts());
      context = new CheckContext(read.content(), context);
      checker.check(context, false);
    }
    System.gc();
    assertThat(first.get()).isNull();
    assertThat(lesson.get()).isNull();
    assertThat(context.parts()).isNotEmpty();
  }
}
