package dev.rebound.check.rules;

import dev.rebound.check.Citing;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Content;
import dev.rebound.source.Nearest;
import java.util.List;

/** Every principle that is named exists. */
public final class UnknownPrinciple implements Rule {
  @Override
  public void check(Content content, Findings found) {
    if (Unread.folder(content, "principles")) {
      return;
    }
    List<String> names = content.principles().stream().map(p -> p.id().value()).toList();
    for (Citing citing : Citing.of("principle", content)) {
      String id = citing.to().id();
      if (content.principle(id).isEmpty()) {
        found.at(
            citing.to().span(), "there is no principle \"" + id + "\".", Nearest.hint(id, names));
      }
    }
  }
}
