package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.check.ReferenceUse;
import dev.rebound.course.Content;
import dev.rebound.source.Nearest;
import java.util.List;

/** Every principle that is named exists. */
public final class UnknownPrinciple implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    if (UnreadableFiles.folder(content, "principles")) {
      return;
    }
    List<String> names = content.principles().stream().map(p -> p.id().value()).toList();
    for (ReferenceUse use : context.references("principle")) {
      String id = use.to().id();
      if (content.principle(id).isEmpty()) {
        found.at(use.to().span(), "there is no principle \"" + id + "\".", Nearest.hint(id, names));
      }
    }
  }
}
