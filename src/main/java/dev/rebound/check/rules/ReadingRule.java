package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;

/** A rule of whose breaches the loader sees all or some: it reports the problems that name it. */
abstract class ReadingRule implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    context.content().problems().stream()
        .filter(problem -> problem.rule().equals(id()))
        .forEach(problem -> found.at(problem.span(), problem.message(), problem.hint()));
  }
}
