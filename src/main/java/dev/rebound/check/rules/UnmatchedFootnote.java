package dev.rebound.check.rules;

import dev.rebound.check.AuthoredText;
import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Course;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.Nearest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every mark of a footnote has its note, and every note its mark, on the same page. */
public final class UnmatchedFootnote implements FirmRule {
  /** The kinds of text that notes can stand below. */
  private static final Set<String> WITH_NOTES = Set.of("lesson", "job aid", "note");

  private static final String INSTEAD =
      "Footnotes stand in lessons, job aids and facilitator notes; say it in the text.";

  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      course.lessonFiles().forEach(lesson -> body(lesson.body(), found));
      course.aidFiles().forEach(aid -> body(aid.body(), found));
      course.facilitatorFiles().forEach(note -> body(note.body(), found));
      course.cardFiles().forEach(card -> none(card.front(), found));
      course.cardFiles().forEach(card -> none(card.back(), found));
      course.mediaFiles().forEach(media -> none(media.transcript(), found));
    }
    for (AuthoredText text : context.marked()) {
      if (!WITH_NOTES.contains(text.kind())) {
        Markup.eachInline(text.run(), inline -> elsewhere(inline, text.kind(), found));
      }
    }
  }

  private static void elsewhere(Inline inline, String kind, Findings found) {
    if (inline instanceof Inline.FootnoteMark mark) {
      found.at(mark.span(), "no footnote can stand in a text of this kind: " + kind + ".", INSTEAD);
    }
  }

  /** Where marks are refused, their notes would be seen by nobody. */
  private static void none(List<Block> body, Findings found) {
    Markup.eachBlock(
        body,
        block -> {
          if (block instanceof Block.Footnote note) {
            found.at(note.span(), "no footnote can stand in a text of this kind.", INSTEAD);
          }
        });
  }

  private static void body(List<Block> body, Findings found) {
    Map<String, Block.Footnote> notes = new LinkedHashMap<>();
    Markup.eachBlock(
        body,
        block -> {
          if (block instanceof Block.Footnote note
              && notes.putIfAbsent(note.name(), note) != null) {
            found.at(
                note.span(),
                "there are two footnotes \"" + note.name() + "\".",
                "Give one of them another name, there and where it is marked.");
          }
        });
    Set<String> marked = new HashSet<>();
    Markup.eachRun(
        body,
        run ->
            Markup.eachInline(
                run,
                inline -> {
                  if (inline instanceof Inline.FootnoteMark mark) {
                    marked.add(mark.name());
                    if (!notes.containsKey(mark.name())) {
                      found.at(
                          mark.span(),
                          "there is no footnote \"" + mark.name() + "\" in this file.",
                          notes.isEmpty()
                              ? "Write it below, on a line of its own: [^" + mark.name() + "]: …"
                              : Nearest.hint(mark.name(), notes.keySet()));
                    }
                  }
                }));
    notes.forEach(
        (name, note) -> {
          if (!marked.contains(name)) {
            found.at(
                note.span(),
                "nothing marks this footnote, so no page shows it.",
                "Write [^" + name + "] behind the words it is about, or remove it.");
          }
        });
  }
}
