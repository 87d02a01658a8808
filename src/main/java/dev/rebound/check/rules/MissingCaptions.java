package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Course;
import dev.rebound.course.Media;
import dev.rebound.source.SourceSpan;

/**
 * A film has captions and a transcript, a recording a transcript (WCAG 2.2, 1.2.1, 1.2.2 and
 * 1.2.3).
 */
public final class MissingCaptions implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      for (Media media : course.mediaFiles()) {
        String stem = course.folder() + "/media/" + media.id();
        SourceSpan whole = SourceSpan.wholeFile(course.folder() + "/" + media.path());
        if (media.isFilm()
            && media.captions().isEmpty()
            && !UnreadableFiles.reported(context.content(), stem + ".vtt")) {
          found.at(
              whole,
              "this film has no captions for those who cannot hear it.",
              "Put them beside it as WebVTT: media/" + media.id() + ".vtt.");
        }
        if (media.transcript().isEmpty()
            && !UnreadableFiles.reported(context.content(), stem + ".md")) {
          found.at(
              whole,
              "this "
                  + (media.isFilm() ? "film" : "recording")
                  + " has no transcript for those who read instead.",
              "Put what is said, and what happens, beside it as Markdown: media/"
                  + media.id()
                  + ".md.");
        }
      }
    }
  }
}
