package dev.rebound.publish.print;

import dev.rebound.check.AuthoredText;
import dev.rebound.check.CheckContext;
import dev.rebound.check.ContentWalk;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.FontFile;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.publish.print.scripts.MixedLine;
import dev.rebound.publish.print.scripts.Scripts;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/** The printed faces have every letter of a course that is printed, and a place for its marks. */
public final class MissingGlyph implements Rule {
  @Override
  public void check(CheckContext context, Findings found) {
    List<Course> printed = context.content().courses().stream().filter(Course::printed).toList();
    if (printed.isEmpty()) {
      return;
    }
    List<FontFile> added = context.content().settings().fonts();
    Coverage coverage = new Coverage(added);
    added.forEach(font -> checkFont(font, coverage, found));
    for (ContentWalk.Part part : context.parts()) {
      if (part.course().isEmpty() || printed.contains(part.course().get())) {
        boolean leftward = runsLeft(part, context.content());
        context
            .in(part)
            .texts()
            .forEach(
                text -> {
                  check(text, coverage, found);
                  checkOrder(text.run(), leftward, found);
                });
      }
    }
  }

  private static void checkFont(FontFile font, Coverage coverage, Findings found) {
    SourceSpan at = SourceSpan.wholeFile(font.path());
    if (!coverage.canEmbed(font)) {
      found.at(
          at,
          "this is no font that can be embedded.",
          "Take a static TrueType font whose licence allows it; Noto has one for most scripts.");
    } else if (!font.licensed()) {
      found.at(
          at,
          "this font has no licence beside it.",
          "Put the text of its licence into fonts/, as OFL.txt or LICENSE.txt.");
    }
  }

  private static boolean runsLeft(ContentWalk.Part part, Content content) {
    String language = part.course().map(Course::language).orElse(content.settings().language());
    return UiMessages.direction(language).equals("rtl");
  }

  /** What cannot be printed. */
  private record Flaw(SourceSpan at, String what, String hint) {}

  /** One finding a text: where a script is missing, every letter is. */
  private static void check(AuthoredText written, Coverage coverage, Findings found) {
    List<Flaw> flaws = new ArrayList<>();
    Markup.eachInline(
        written.run(),
        inline -> {
          if (inline instanceof Inline.Text text) {
            check(text.text(), text.span(), coverage, flaws);
          } else if (inline instanceof Inline.Code code) {
            check(code.text(), code.span(), coverage, flaws);
          }
        });
    if (!flaws.isEmpty()) {
      Flaw first = flaws.get(0);
      int more = flaws.size() - 1;
      found.at(
          first.at(),
          first.what() + (more == 0 ? "." : ", and %d more in this text.".formatted(more)),
          first.hint());
    }
  }

  /** A line in two directions whose parts would stand in another order than they are read. */
  private static void checkOrder(List<Inline> run, boolean leftward, Findings found) {
    List<Inline> inlines = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    Markup.eachInline(
        run,
        inline -> {
          if (inline instanceof Inline.Text text) {
            inlines.add(text);
            texts.add(text.text());
          } else if (inline instanceof Inline.Code code) {
            inlines.add(code);
            texts.add(code.text());
          }
        });
    MixedLine.misplaced(texts, leftward)
        .ifPresent(
            at ->
                found.at(
                    inlines.get(at).span(),
                    "\"%s\" runs both ways, in parts that print would set in another order."
                        .formatted(texts.get(at).strip()),
                    "Give each language a line of its own, or one part without emphasis, links and numbers; or leave out `print:` in course.yaml to print nothing."));
  }

  private static void check(String text, SourceSpan at, Coverage coverage, List<Flaw> flaws) {
    int from = 0;
    for (String cluster : Scripts.clusters(text)) {
      String composed = Scripts.composed(cluster);
      int letter = composed.codePointAt(0);
      if (Scripts.isMark(letter)) {
        cannotBeSet(letter, "what stands before it", place(at, text, from, letter), flaws);
      } else if (composed.length() > Character.charCount(letter)
          && !coverage.hasWithMarks(composed)) {
        int set = set(cluster);
        int mark = cluster.codePointAt(set);
        String on = "\"" + cluster.substring(0, set) + "\"";
        cannotBeSet(mark, on, place(at, text, from + set, mark), flaws);
      } else if (!coverage.has(letter)) {
        missing(letter, at.part(from, from + cluster.length(), text.length()), flaws);
      }
      from += cluster.length();
    }
  }

  /** How much of a letter and its marks is one character. */
  private static int set(String cluster) {
    int end = Character.charCount(cluster.codePointAt(0));
    while (end < cluster.length()
        && Scripts.composed(cluster.substring(0, end + 1)).codePoints().count() == 1) {
      end++;
    }
    return end;
  }

  private static SourceSpan place(SourceSpan at, String text, int from, int point) {
    return at.part(from, from + Character.charCount(point), text.length());
  }

  private static void missing(int point, SourceSpan at, List<Flaw> flaws) {
    flaws.add(
        new Flaw(
            at,
            "the printed face has no \"%s\" (U+%04X)".formatted(Character.toString(point), point),
            "Write it another way, put a font that has it into fonts/ beside the content, with its licence, or leave out `print:` in course.yaml to print nothing."));
  }

  private static void cannotBeSet(int mark, String on, SourceSpan at, List<Flaw> flaws) {
    flaws.add(
        new Flaw(
            at,
            "the mark \"\u25CC%s\" (U+%04X) cannot be set on %s"
                .formatted(Character.toString(mark), mark, on),
            "Leave it out, or leave out `print:` in course.yaml to print nothing."));
  }

  /** What can be printed; fonts are read only for what is not plain Latin. */
  private static final class Coverage {
    private static final String PUNCTUATION = "‘’‚“”„–—…•‹›€™−";

    private final Fonts fonts = new Fonts();
    private final List<FontFile> added;

    Coverage(List<FontFile> added) {
      this.added = added;
    }

    boolean canEmbed(FontFile font) {
      return fonts.added(font).isPresent();
    }

    /** Marks that a font places by itself, without knowing the letter below. */
    boolean hasWithMarks(String cluster) {
      return cluster.codePoints().skip(1).allMatch(Scripts::isPlacedByFont)
          && cluster.codePoints().allMatch(point -> fonts.have(added, point));
    }

    boolean has(int point) {
      return (point <= 0x17E && point != 0x7F && (point < 0x80 || point >= 0xA0))
          || PUNCTUATION.indexOf(point) >= 0
          || fonts.have(point)
          || fonts.have(added, point);
    }
  }
}
