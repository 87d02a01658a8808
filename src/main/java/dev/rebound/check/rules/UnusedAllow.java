package dev.rebound.check.rules;

import dev.rebound.check.AllowanceRule;
import dev.rebound.check.Findings;
import dev.rebound.check.Lasting;
import dev.rebound.course.Allowance;
import dev.rebound.source.Nearest;
import dev.rebound.source.Severity;
import java.util.Set;

/** What a question allows is something that a rule would find there. */
public final class UnusedAllow implements AllowanceRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void unused(Allowance allowance, Set<String> rules, Findings found) {
    String rule = allowance.rule().value();
    if (!rules.contains(rule)) {
      found.at(
          allowance.rule().span(),
          "there is no rule \"" + rule + "\" to allow.",
          Nearest.hint(rule, rules));
    } else if (Lasting.RULES.contains(rule)) {
      found.at(
          allowance.rule().span(),
          "\"" + rule + "\" cannot be allowed: only rules about questions can.",
          "Remove it from `allow:` and mend what it finds.");
    } else {
      found.at(
          allowance.rule().span(),
          "\"" + rule + "\" finds nothing in this question.",
          "Remove it from `allow:`.");
    }
  }
}
