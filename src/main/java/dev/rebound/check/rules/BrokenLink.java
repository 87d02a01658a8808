package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.check.Writing;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.Nearest;
import dev.rebound.source.Slug;
import java.util.ArrayList;
import java.util.List;

/**
 * A link or picture leads somewhere: pictures exist, {@code #sections} are on the page, schemes are
 * allowed.
 */
public final class BrokenLink extends ReadingRule {
  @Override
  public void check(Content content, Findings found) {
    super.check(content, found);
    for (Course course : content.courses()) {
      List<String> pictures = course.imageFiles().stream().map(Course.Image::path).toList();
      course
          .bodies()
          .forEach(
              body -> {
                List<String> sections = sections(body);
                Markup.eachRun(
                    body, run -> Markup.eachInline(run, i -> inline(i, pictures, sections, found)));
              });
    }
    // Outside a course's own Markdown there is no folder of pictures and no page to have sections.
    for (Writing writing : Writing.all(content)) {
      if (!writing.kind().equals("lesson")
          && !writing.kind().equals("job aid")
          && !writing.kind().equals("note")
          && !writing.kind().equals("card")) {
        Markup.eachInline(writing.run(), i -> elsewhere(i, writing.kind(), found));
      }
    }
  }

  private static List<String> sections(List<Block> body) {
    List<String> sections = new ArrayList<>();
    Slug slugs = new Slug();
    Markup.eachBlock(
        body,
        block -> {
          if (block instanceof Block.Heading heading) {
            sections.add(slugs.of(Markup.plain(heading.content())));
          }
        });
    return sections;
  }

  private static void elsewhere(Inline inline, String kind, Findings found) {
    if (inline instanceof Inline.Image image) {
      found.at(
          image.span(),
          "no picture can stand in a text of this kind: " + kind + ".",
          "Pictures stand in lessons, cards, job aids and notes.");
    } else if (inline instanceof Inline.WebLink link && link.destination().startsWith("#")) {
      found.at(
          link.span(),
          "no section can be linked to from a text of this kind: " + kind + ".",
          "Link to a lesson: [text](lesson:id).");
    }
  }

  private static void inline(
      Inline inline, List<String> pictures, List<String> sections, Findings found) {
    if (inline instanceof Inline.Image image && !pictures.contains(image.path())) {
      found.at(
          image.span(),
          "there is no picture \"" + image.path() + "\".",
          pictures.isEmpty() || !image.path().startsWith("images/")
              ? "Pictures live in the course's images/ folder: ![what it shows](images/name.svg)."
              : Nearest.hint(image.path(), pictures));
    } else if (inline instanceof Inline.WebLink link
        && link.destination().startsWith("#")
        && !sections.contains(link.destination().substring(1))) {
      found.at(
          link.span(),
          "this page has no section \"" + link.destination() + "\".",
          Nearest.hint(link.destination().substring(1), sections));
    }
  }
}
