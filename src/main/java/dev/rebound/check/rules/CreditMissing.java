package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Source;
import dev.rebound.source.Block;
import dev.rebound.source.Markup;
import java.util.List;

/** Whoever is quoted is named: by a source's record, and at each quote. */
public final class CreditMissing implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    for (Source source : content.sources()) {
      if (source.creator().isEmpty() && asksForCredit(source)) {
        found.at(
            source.license().orElse(source.id()).span(),
            "the licence of \"" + source.id().value() + "\" asks for its author's name.",
            "Add `creator:`; and `title:` and `url:` where they are known.");
      }
      if (source.title().isEmpty()
          && source.creator().isEmpty()
          && source.about().isEmpty()
          && !UnreadableFiles.source(content, source)) {
        found.at(
            source.id().span(),
            "nothing here says whose work \"" + source.id().value() + "\" is.",
            "Add `title:`, `creator:`, or `about:` with what it is in your words.");
      }
    }
    for (Course course : content.courses()) {
      course.lessonFiles().forEach(lesson -> body(lesson.body(), found));
      course.aidFiles().forEach(aid -> body(aid.body(), found));
      course.facilitatorFiles().forEach(note -> body(note.body(), found));
      course
          .cardFiles()
          .forEach(
              card -> {
                body(card.front(), found);
                body(card.back(), found);
              });
    }
  }

  private static boolean asksForCredit(Source source) {
    return source
        .license()
        .filter(it -> it.value().startsWith("CC-BY") || it.value().startsWith("OGL"))
        .isPresent();
  }

  private static void body(List<Block> body, Findings found) {
    Markup.eachBlock(
        body,
        block -> {
          if (block instanceof Block.BlockQuote quote) {
            found.at(
                quote.span(),
                "this quote credits nobody.",
                "End it in `> — [Name](excerpt:<source>/<excerpt>)`; set words of your own in *italics*.");
          }
        });
  }
}
