package dev.rebound.check;

import dev.rebound.source.Finding;
import dev.rebound.source.Severity;
import java.util.List;

/**
 * Everything a run has found, in file order. Text, JSON and pages are made from this one object.
 *
 * @param findings distinct and sorted
 * @param guesser how {@link BlindGuesser} does in each course
 * @param wordings how {@link WordingGuesser} does
 */
public record Report(
    List<Finding> findings, List<GuesserScore.Figure> guesser, List<Wording> wordings) {
  /**
   * How somebody does who knows the wordings of the other quizzes.
   *
   * @param words what speaks for right options, the most telling first
   * @param items the questions it is surest of
   */
  public record Wording(GuesserScore.Figure figure, List<String> words, List<String> items) {}

  public Report {
    findings = findings.stream().distinct().sorted(Finding.IN_FILE_ORDER).toList();
    guesser = List.copyOf(guesser);
    wordings = List.copyOf(wordings);
  }

  /** The same where nobody has guessed at wordings. */
  public Report(List<Finding> findings, List<GuesserScore.Figure> guesser) {
    this(findings, guesser, List.of());
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
        guesser,
        wordings);
  }
}
