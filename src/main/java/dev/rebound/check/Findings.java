package dev.rebound.check;

import dev.rebound.source.Finding;
import dev.rebound.source.Severity;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/** What one rule has found so far. */
public final class Findings {
  private final Rule rule;
  private final List<Finding> found = new ArrayList<>();
  private final List<GuesserScore.Figure> figures = new ArrayList<>();
  private final List<Report.Wording> wordings = new ArrayList<>();

  public Findings(Rule rule) {
    this.rule = rule;
  }

  /**
   * @param message what is wrong, in the author's words
   * @param hint what to do or what exists; may be empty
   */
  public void at(SourceSpan span, String message, String hint) {
    at(rule.severity(), span, message, hint);
  }

  /** The same for a rule whose findings do not all weigh alike. */
  public void at(Severity severity, SourceSpan span, String message, String hint) {
    found.add(new Finding(rule.id(), severity, span, message, hint));
  }

  void addAll(List<Finding> more) {
    found.addAll(more);
  }

  /** Reports a figure that authors should know of, good or bad. */
  public void figure(GuesserScore.Figure figure) {
    figures.add(figure);
  }

  /** The same of somebody who knows wordings. */
  public void wording(Report.Wording wording) {
    wordings.add(wording);
  }

  public List<Report.Wording> wordings() {
    return List.copyOf(wordings);
  }

  public List<GuesserScore.Figure> figures() {
    return List.copyOf(figures);
  }

  public List<Finding> all() {
    return List.copyOf(found);
  }
}
