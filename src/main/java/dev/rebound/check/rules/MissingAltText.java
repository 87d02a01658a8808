package dev.rebound.check.rules;

import dev.rebound.check.AuthoredText;
import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;

/** Every picture says in words what it shows (WCAG 2.2, 1.1.1). */
public final class MissingAltText implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    for (AuthoredText text : context.marked()) {
      Markup.eachInline(
          text.run(),
          inline -> {
            if (inline instanceof Inline.Image image && image.alt().isBlank()) {
              found.at(
                  image.span(),
                  "picture \"" + image.path() + "\" has no text for those who cannot see it.",
                  "Say what it shows: ![what it shows](" + image.path() + ").");
            }
          });
    }
  }
}
