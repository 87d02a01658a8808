package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Principle;

/** A principle rests on an excerpt or on a pinpoint citation. */
public final class PrincipleWithoutExcerpt implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    for (Principle principle : context.content().principles()) {
      if (principle.excerpts().isEmpty() && principle.cites().isEmpty()) {
        found.at(
            principle.id().span(),
            "principle \"" + principle.id().value() + "\" rests on nothing.",
            "Add `excerpts: ["
                + principle.source()
                + "/<excerpt>]`, or `cites: [\""
                + principle.source()
                + " ¶<paragraph>\"]`, which quotes nothing.");
      }
    }
  }
}
