package dev.rebound.check;

import dev.rebound.source.Finding;
import dev.rebound.source.Severity;
import java.util.List;

/**
 * Everything a run has found, in file order. Text, JSON and pages are made from this one object.
 *
 * @param findings distinct and sorted
 * @param guesser how {@link BlindGuesser} does in each course
 */
public record Report(List<Finding> findings, List<GuesserScore.Figure> guesser) {
  public Report {
    findings = findings.stream().distinct().sorted(Finding.IN_FILE_ORDER).toList();
    guesser = List.copyOf(guesser);
  }

  public long count(Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }

  public boolean hasErrors() {
    return count(Severity.ERROR) > 0;
  }

  /** The same with every warning an error, for {@code --strict}. */
  public Report strict() {
    return new Report(
        findings.stream()
            .map(
                f ->
                    f.severity() == Severity.WARNING
                        ? new Finding(f.rule(), Severity.ERROR, f.span(), f.message(), f.hint())
                        : f)
            .toList(),
        guesser);
  }
}
