package dev.rebound.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.app.Catalog;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.load.ContentLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A course whose questions are all reviewed, in a lock of version 1 as the last tool that wrote
 * such locks left it, and what {@code version-1.txt} says that tool found after each of these
 * changes. The lock of version 2 is written by today's.
 */
class ReviewLockTest {
  private static final Path REVIEWED = Courses.ROOT.resolve("reviewed");
  private static final String BANK = "courses/tea/quizzes/kinds.yaml";
  private static final String PRINCIPLES = "principles/leaf-book.yaml";
  private static final String SOURCE = "sources/leaf-book.md";

  private record Change(String name, String file, String text, String now) {}

  private static final List<Change> CHANGES =
      List.of(
          new Change(
              "another stem",
              BANK,
              "What does each guest need first?",
              "What does each guest need most?"),
          new Change(
              "another feedback",
              BANK,
              "Bitter tea stood too long.",
              "Bitter tea stood *too* long."),
          new Change(
              "another level",
              BANK,
              "level: remember\n    stem: How long",
              "level: apply\n    stem: How long"),
          new Change(
              "another key",
              BANK,
              "correct: true, applies: warm-first",
              "correct: false, applies: warm-first"),
          new Change(
              "another principle",
              BANK,
              "{ text: Look at the clock., breaks: time-it }",
              "{ text: Look at the clock., breaks: ask-milk }"),
          new Change("one instead of several", BANK, "select: several", "select: one"),
          new Change("another number of typos", BANK, "typos: 2", "typos: 3"),
          new Change("another range", BANK, "to: 3.5", "to: 4.5"),
          new Change("another unit", BANK, "unit: min", "unit: h"),
          new Change(
              "one hint fewer", BANK, "[What is cold?, Look at the *cup*.]", "[What is cold?]"),
          new Change("about nothing", BANK, "    about: time-it\n", ""),
          new Change("the other phrases to mark", BANK, "mark: breaks", "mark: applies"),
          new Change("another passage", BANK, "{ text: Yours faithfully }", "{ text: Yours }"),
          new Change(
              "another category", BANK, "category: hurts, applies", "category: helps, applies"),
          new Change(
              "another right side", BANK, "right: A question, applies", "right: A query, applies"),
          new Change("another order of a scale", BANK, "seldom, sometimes", "sometimes, seldom"),
          new Change("another type", BANK, "type: sort", "type: matching"),
          new Change(
              "another order of options",
              BANK,
              "      - { id: again, text: Say it's warm enough., breaks: warm-first, feedback: 'It \"was\" not.' }\n      - { text: Look at the clock., breaks: time-it }\n",
              "      - { text: Look at the clock., breaks: time-it }\n      - { id: again, text: Say it's warm enough., breaks: warm-first, feedback: 'It \"was\" not.' }\n"),
          new Change("other evidence", PRINCIPLES, "Three kettles agreed", "Four kettles agreed"),
          new Change("another stance", PRINCIPLES, "stance: contested", "stance: supported"),
          new Change("another citation", PRINCIPLES, "leaf-book ¶7", "leaf-book ¶6"),
          new Change(
              "another excerpt", SOURCE, "> a clock is kinder than", "> a clock is kinder to"),
          new Change("another creator", SOURCE, "creator: Ada Steep", "creator: Ada Stepp"),
          new Change("another weight", BANK, "weight: 2", "weight: 3"),
          new Change(
              "another place and title", BANK, "title: The kinds", "# moved\n\ntitle: Kinds"),
          new Change(
              "another reference",
              BANK,
              "[the pot](principle:warm-first)",
              "[the pot](principle:time-it)"));

  @TempDir private Path temp;

  @Test
  void aLockOfVersion1StillSaysTheSame() throws IOException {
    Content content = content();
    assertThat(content.reviews()).hasSize(10).allMatch(review -> review.version() == 1);
    assertThat(changed(content)).isEmpty();
    Courses.expect(REVIEWED.resolve("version-1.txt"), afterEachChange());
  }

  @Test
  void aLockOfVersion2SaysWhatHasChanged() throws IOException {
    String lock = ReviewLock.of(content(), keys(content()), "");
    Courses.expect(REVIEWED.resolve("reviews-2.lock"), lock);
    write(lock);
    assertThat(changed(content())).isEmpty();
    Courses.expect(REVIEWED.resolve("version-2.txt"), afterEachChange());
  }

  /** A course in German keeps the quotes that an English one prints. */
  @Test
  void quotesThatFollowFromTheLanguageAreNoChange() throws IOException {
    replace(
        new Change("", BANK, "What does each guest need first?", "What's \"first\" to a guest?"));
    write(ReviewLock.of(content(), keys(content()), "AB"));
    assertThat(content().reviews()).allMatch(review -> review.by().equals("AB"));
    assertThat(changed(content())).isEmpty();
    replace(new Change("", "rebound.yaml", "language: en", "language: de"));
    replace(new Change("", "courses/tea/course.yaml", "language: en", "language: de"));
    assertThat(changed(content())).isEmpty();
  }

  @Test
  void reviewsThatAreKeptStayWhatTheyWere() throws IOException {
    replace(new Change("", BANK, "What does each guest need first?", "What first?"));
    write(ReviewLock.of(content(), Set.of("tea/kinds/steps"), ""));
    assertThat(content().reviews())
        .filteredOn(review -> review.version() == 2)
        .extracting(review -> review.question().value())
        .containsExactly("tea/kinds/steps");
    assertThat(changed(content())).isEqualTo("    kinds/pairs: its stem\n");
    String kept = Files.readString(temp.resolve("content/reviews.lock"));
    assertThat(ReviewLock.of(content(), Set.of(), "")).isEqualTo(kept);
  }

  @Test
  void aPartThatWasNotRecordedIsNotCompared() throws IOException {
    String lock = ReviewLock.of(content(), keys(content()), "");
    write(lock.replaceAll(", \"(?:creator|credit):[^\"]*\"", ""));
    replace(new Change("", SOURCE, "Ada Steep", "Ida Steep"));
    assertThat(changed(content())).isEmpty();
    write(lock.replace("\"level ", "\"mood 00000000\", \"level "));
    assertThat(changed(content())).contains("kinds/steps: creator \"leaf-book\", its mood\n");
  }

  private Content content() throws IOException {
    Path folder = temp.resolve("content");
    for (Path file : Courses.files(REVIEWED.resolve("content"))) {
      Path copy = folder.resolve(REVIEWED.resolve("content").relativize(file).toString());
      if (!Files.exists(copy)) {
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return new ContentLoader(Catalog.questionTypes()).load(folder, "content");
  }

  private static Set<String> keys(Content content) {
    Set<String> keys = new java.util.TreeSet<>();
    for (Course course : content.courses()) {
      course.questions().forEach(question -> keys.add(ReviewLock.key(course, question)));
    }
    return keys;
  }

  private String afterEachChange() throws IOException {
    StringBuilder out = new StringBuilder();
    for (Change change : CHANGES) {
      Path file = temp.resolve("content").resolve(change.file);
      String before = Files.readString(file);
      replace(change);
      out.append(change.name).append(":\n").append(changed(content()));
      Files.writeString(file, before);
    }
    return out.toString();
  }

  private void replace(Change change) throws IOException {
    content();
    Path file = temp.resolve("content").resolve(change.file);
    String before = Files.readString(file);
    assertThat(before).containsOnlyOnce(change.text);
    Files.writeString(file, before.replace(change.text, change.now));
  }

  private void write(String lock) throws IOException {
    Files.writeString(temp.resolve("content/reviews.lock"), lock);
  }

  private static String changed(Content content) {
    StringBuilder out = new StringBuilder();
    for (Course course : content.courses()) {
      for (Question question : course.bankFiles().get(0).questions()) {
        Reviewed reviewed = Reviewed.of(course, question, content);
        assertThat(reviewed.state()).isNotEqualTo(Reviewed.State.NEVER);
        if (reviewed.state() == Reviewed.State.OUTDATED) {
          out.append("    ")
              .append(question.key())
              .append(": ")
              .append(Revision.words(reviewed.changed()))
              .append('\n');
        }
      }
    }
    return out.toString();
  }
}
