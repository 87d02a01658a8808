package dev.rebound.publish.print;

import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.check.Writing;
import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.SourceSpan;
import java.util.List;
import java.util.stream.Stream;

/** The printed faces have every letter of a course that is printed. */
public final class MissingGlyph implements Rule {
  @Override
  public void check(Content content, Findings found) {
    List<Course> printed = content.courses().stream().filter(Course::printed).toList();
    if (printed.isEmpty()) {
      return;
    }
    Content theirs =
        new Content(
            content.settings(),
            content.sources(),
            content.principles(),
            content.dialogues(),
            content.terms(),
            printed,
            content.reviews(),
            content.problems());
    Coverage coverage = new Coverage();
    for (Writing writing : Writing.all(theirs)) {
      Markup.eachInline(
          writing.run(),
          inline -> {
            if (inline instanceof Inline.Text text) {
              check(text.text(), text.span(), coverage, found);
            } else if (inline instanceof Inline.Code code) {
              check(code.text(), code.span(), coverage, found);
            }
          });
    }
    for (Course course : printed) {
      Stream.of(
              course.cardFiles().stream().map(Card::title),
              course.lessonsInOrder().stream().map(lesson -> lesson.title()),
              course.aidFiles().stream().map(aid -> aid.title()))
          .flatMap(titles -> titles)
          .forEach((Located<String> title) -> check(title.value(), title.span(), coverage, found));
    }
  }

  private static void check(String text, SourceSpan at, Coverage coverage, Findings found) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int point = text.codePointAt(i);
      SourceSpan there = new SourceSpan(at.file(), at.line(), at.column() + i);
      if (RightToLeft.isPoint(point)) {
        found.at(
            there,
            "the vowel sign U+%04X cannot be printed in its place.".formatted(point),
            "Leave it out, as most writing does, or leave out `print:` in course.yaml.");
      } else if (!coverage.has(point)) {
        found.at(
            there,
            "the printed face has no \"%s\" (U+%04X).".formatted(Character.toString(point), point),
            "Write it another way, or leave out `print:` in course.yaml to print nothing.");
      }
    }
  }

  /** What can be printed; fonts are read only for what is not plain Latin. */
  private static final class Coverage {
    private static final String PUNCTUATION = "‘’‚“”„–—…•‹›€™−";

    private final Fonts fonts = new Fonts();

    boolean has(int point) {
      return (point <= 0x17E && point != 0x7F && (point < 0x80 || point >= 0xA0))
          || PUNCTUATION.indexOf(point) >= 0
          || fonts.have(point);
    }
  }
}
