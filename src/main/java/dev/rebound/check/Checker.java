package dev.rebound.check;

import dev.rebound.course.Content;
import dev.rebound.source.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds content against every rule. */
public final class Checker {
  private final List<Rule> rules;

  public Checker(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * What a check comes to.
   *
   * @param content present when the report has no errors
   */
  public record Verdict(Report report, Optional<CheckedContent> content) {}

  /**
   * @param strict whether warnings count as errors
   */
  public Verdict check(Content content, boolean strict) {
    List<Finding> all = new ArrayList<>();
    for (Rule rule : rules) {
      Findings found = new Findings(rule);
      rule.check(content, found);
      all.addAll(found.all());
    }
    Report report = strict ? new Report(all).strict() : new Report(all);
    return new Verdict(
        report, report.hasErrors() ? Optional.empty() : Optional.of(new CheckedContent(content)));
  }
}
