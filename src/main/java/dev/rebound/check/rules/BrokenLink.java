package dev.rebound.check.rules;

import dev.rebound.check.AuthoredText;
import dev.rebound.check.CheckContext;
import dev.rebound.check.ContentWalk;
import dev.rebound.check.Findings;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.Media;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.Nearest;
import dev.rebound.source.Slug;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A link or picture leads somewhere: pictures exist, {@code #sections} are on the page, schemes are
 * allowed.
 */
public final class BrokenLink extends ReadingRule {
  /** The kinds of text that are bodies of pages. */
  private static final Set<String> ON_PAGES =
      Set.of("lesson", "job aid", "note", "card", "transcript", ContentWalk.QUESTION_PICTURE);

  @Override
  public void check(CheckContext context, Findings found) {
    super.check(context, found);
    for (Course course : context.content().courses()) {
      List<String> pictures = course.imageFiles().stream().map(Course.Image::path).toList();
      Set<SourceSpan> played = played(course, found);
      for (List<Block> body : course.bodies()) {
        Page page = new Page(body, pictures, played, found);
        Markup.eachRun(body, page::run);
      }
      Page none = new Page(List.of(), pictures, Set.of(), found);
      course.questionPictures().forEach(picture -> none.run(picture.inlines()));
    }
    // Outside a course's own Markdown there is no folder of pictures and no page to have sections.
    for (AuthoredText text : context.marked()) {
      if (!ON_PAGES.contains(text.kind())) {
        Markup.eachInline(text.run(), i -> elsewhere(i, text.kind(), found));
      }
    }
  }

  /** Where lessons play what there is, or would. */
  private static Set<SourceSpan> played(Course course, Findings found) {
    Set<SourceSpan> places = new HashSet<>();
    List<String> paths = course.mediaFiles().stream().map(Media::path).toList();
    for (Lesson lesson : course.lessonFiles()) {
      Markup.eachBlock(
          lesson.body(),
          block -> {
            if (block instanceof Block.Paragraph paragraph && paragraph.media().isPresent()) {
              Inline.Image media = paragraph.media().get();
              places.add(media.span());
              if (!paths.contains(media.path())) {
                found.at(
                    media.span(),
                    "there is no film or recording \"" + media.path() + "\".",
                    Nearest.hint(media.path(), paths));
              }
            }
          });
    }
    return places;
  }

  private static void elsewhere(Inline inline, String kind, Findings found) {
    if (inline instanceof Inline.Image image) {
      found.at(
          image.span(),
          "no picture can stand in a text of this kind: " + kind + ".",
          "Pictures stand in lessons, cards, job aids and notes, and in `picture:` of a hotspot.");
    } else if (inline instanceof Inline.WebLink link && link.destination().startsWith("#")) {
      found.at(
          link.span(),
          "no section can be linked to from a text of this kind: " + kind + ".",
          "Link to a lesson: [text](lesson:id).");
    }
  }

  /** A body that links and pictures stand in. */
  private static final class Page {
    private final List<Block> body;
    private final List<String> pictures;
    private final Set<SourceSpan> played;
    private final Findings found;

    /** Its sections, found when the first link asks for one: most pages have no such link. */
    private @Nullable List<String> sections;

    Page(List<Block> body, List<String> pictures, Set<SourceSpan> played, Findings found) {
      this.body = body;
      this.pictures = pictures;
      this.played = played;
      this.found = found;
    }

    void run(List<Inline> run) {
      if (!Markup.isPlain(run)) {
        Markup.eachInline(run, this::inline);
      }
    }

    private void inline(Inline inline) {
      if (inline instanceof Inline.Image image && image.path().startsWith(Block.MEDIA)) {
        if (!played.contains(image.span())) {
          found.at(
              image.span(),
              "a film or recording cannot stand here.",
              "It stands in a lesson, as a paragraph of its own.");
        }
      } else if (inline instanceof Inline.Image image && !pictures.contains(image.path())) {
        found.at(
            image.span(),
            "there is no picture \"" + image.path() + "\".",
            pictures.isEmpty() || !image.path().startsWith("images/")
                ? "Pictures live in the course's images/ folder: ![what it shows](images/name.svg)."
                : Nearest.hint(image.path(), pictures));
      } else if (inline instanceof Inline.WebLink link
          && link.destination().startsWith("#")
          && !sections().contains(link.destination().substring(1))) {
        found.at(
            link.span(),
            "this page has no section \"" + link.destination() + "\".",
            Nearest.hint(link.destination().substring(1), sections()));
      }
    }

    private List<String> sections() {
      List<String> known = sections;
      if (known == null) {
        List<String> all = new ArrayList<>();
        Slug slugs = new Slug();
        Markup.eachBlock(
            body,
            block -> {
              if (block instanceof Block.Heading heading) {
                all.add(slugs.of(Markup.plain(heading.content())));
              }
            });
        sections = all;
        return all;
      }
      return known;
    }
  }
}
