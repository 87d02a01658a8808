package dev.rebound.check.rules;

import dev.rebound.check.AllowanceRule;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Allowance;
import dev.rebound.source.Nearest;
import dev.rebound.source.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a question allows is something that a rule would find there. */
public final class UnusedAllow implements AllowanceRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void unused(Allowance allowance, List<Rule> rules, Findings found) {
    String rule = allowance.rule().value();
    Optional<Rule> named = rules.stream().filter(one -> one.id().equals(rule)).findFirst();
    if (named.isEmpty()) {
      found.at(
          allowance.rule().span(),
          "there is no rule \"" + rule + "\" to allow.",
          Nearest.hint(rule, rules.stream().map(Rule::id).collect(Collectors.toSet())));
    } else if (!named.get().canBeAllowed()) {
      found.at(
          allowance.rule().span(),
          "\"" + rule + "\" cannot be allowed: only rules about questions can.",
          "Remove it from `allow:` and mend what it finds.");
    } else {
      found.at(
          allowance.rule().span(),
          "\"" + rule + "\" finds nothing here.",
          "Remove it from `allow:`.");
    }
  }
}
