package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Content;

/** A rule of whose breaches the loader sees all or some: it reports the problems that name it. */
abstract class ReadingRule implements Rule {
  @Override
  public void check(Content content, Findings found) {
    content.problems().stream()
        .filter(problem -> problem.rule().equals(id()))
        .forEach(problem -> found.at(problem.span(), problem.message(), problem.hint()));
  }
}
