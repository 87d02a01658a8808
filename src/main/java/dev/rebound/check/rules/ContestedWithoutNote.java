package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Principle;

/** What studies do not bear out is taught with a note that says so. */
public final class ContestedWithoutNote implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    for (Principle principle : context.content().principles()) {
      boolean noted = principle.evidence().filter(note -> !note.words().isEmpty()).isPresent();
      if (principle.stance() != Principle.Stance.SUPPORTED && !noted) {
        found.at(
            principle.id().span(),
            "principle \""
                + principle.id().value()
                + "\" is "
                + (principle.stance() == Principle.Stance.OPINION ? "an opinion" : "contested")
                + " and has no evidence note.",
            "Add `evidence:` and say what studies found, with the reference, or that none is known.");
      }
    }
  }
}
