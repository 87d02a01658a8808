package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Content;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Source;
import dev.rebound.source.Severity;
import java.util.Set;
import java.util.stream.Collectors;

/** Somebody else's words are copied only where something rests on them or quotes them. */
public final class UnusedExcerpt implements FirmRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    if (UnreadableFiles.folder(content, "principles")
        || UnreadableFiles.folder(content, "courses")) {
      return;
    }
    Set<String> used =
        context.references("excerpt").stream()
            .map(use -> use.to().id())
            .collect(Collectors.toSet());
    for (Source source : content.sources()) {
      for (Excerpt excerpt : source.excerpts()) {
        if (!used.contains(excerpt.key())) {
          found.at(
              excerpt.id().span(),
              "no principle rests on excerpt \""
                  + excerpt.id().value()
                  + "\" and nothing quotes it.",
              "Name it under `excerpts:` of a principle as "
                  + excerpt.key()
                  + ", or remove it: it uses up the budget.");
        }
      }
    }
  }
}
