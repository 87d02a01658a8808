package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Course;
import dev.rebound.source.Block;
import dev.rebound.source.Markup;
import java.util.List;

/**
 * A page's title is its only first heading; below it, headings go down one level at a time, so that
 * a screen reader's outline has no holes.
 */
public final class HeadingSkipsLevel implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      course.lessonFiles().forEach(lesson -> body(lesson.body(), found));
      course.aidFiles().forEach(aid -> body(aid.body(), found));
      course.facilitatorFiles().forEach(note -> body(note.body(), found));
    }
  }

  private static void body(List<Block> body, Findings found) {
    int[] above = {1};
    Markup.eachBlock(
        body,
        block -> {
          if (block instanceof Block.Heading heading) {
            heading(heading, above[0], found);
            above[0] = Math.max(heading.level(), 2);
          }
        });
  }

  private static void heading(Block.Heading heading, int above, Findings found) {
    String text = AnswerWithoutPrinciple.shortened(Markup.plain(heading.content()));
    if (heading.level() == 1) {
      found.at(
          heading.span(),
          "heading \"" + text + "\" is a second title: `title:` is the page's first heading.",
          "Write ## for a section.");
    } else if (heading.level() > above + 1) {
      found.at(
          heading.span(),
          "heading \"" + text + "\" is level " + heading.level() + " below level " + above + ".",
          "Write " + "#".repeat(above + 1) + " here; how a heading looks is for templates/.");
    }
  }
}
