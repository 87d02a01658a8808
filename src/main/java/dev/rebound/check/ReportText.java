package dev.rebound.check;

import dev.rebound.source.Finding;
import dev.rebound.source.Severity;

/**
 * A report for people, in the form editors and code hosts make links of:
 *
 * <pre>{@code
 * content/…/agree.yaml:14:9: error: option "Our records show…" maps to no principle.
 *     Add `breaks: <principle>`; nearest by its words: no-fact-fight. [AnswerWithoutPrinciple]
 * }</pre>
 */
public final class ReportText {
  private ReportText() {}

  public static String of(Report report) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : report.findings()) {
      out.append(finding.span())
          .append(": ")
          .append(finding.severity().word())
          .append(": ")
          .append(onOneLine(finding.message()));
      if (!finding.hint().isEmpty()) {
        out.append("\n    ").append(onOneLine(finding.hint()));
      }
      out.append(" [").append(finding.rule()).append("]\n");
    }
    return out.toString();
  }

  /**
   * A line for each finding, with its end, for an editor that underlines it: {@code
   * content/…/agree.yaml:14:9-14:31: error: … [AnswerWithoutPrinciple]}
   */
  public static String forEditors(Report report) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : report.findings()) {
      out.append(finding.span());
      if (finding.span().hasEnd()) {
        out.append('-').append(finding.span().endLine());
        out.append(':').append(finding.span().endColumn());
      }
      out.append(": ").append(finding.severity().word()).append(": ");
      out.append(onOneLine(finding.message()));
      if (!finding.hint().isEmpty()) {
        out.append(' ').append(onOneLine(finding.hint()));
      }
      out.append(" [").append(finding.rule()).append("]\n");
    }
    return out.toString();
  }

  /** What an author wrote may hold line ends, or the codes that steer a terminal. */
  private static String onOneLine(String text) {
    return text.replace("\n", "\\n").replaceAll("\\p{Cc}", "\uFFFD");
  }

  /**
   * {@code A guesser who has not seen late-room: 10.1 of 40 (chance 11.3; 95 % interval …)}, a line
   * for each course.
   */
  public static String guesser(Report report) {
    StringBuilder out = new StringBuilder();
    for (GuesserScore.Figure figure : report.guesser()) {
      out.append("A guesser who has not seen ")
          .append(figure.name())
          .append(": ")
          .append(figure.text())
          .append(".\n");
    }
    for (Report.Wording wording : report.wordings()) {
      out.append("Somebody who knows the wordings of the other quizzes, in ")
          .append(wording.figure().name())
          .append(": ")
          .append(wording.figure().text())
          .append(".\n");
      if (!wording.items().isEmpty()) {
        out.append("    What tells: ")
            .append(String.join(", ", wording.words()))
            .append("; surest in ")
            .append(String.join(", ", wording.items()))
            .append(".\n");
      }
    }
    return out.toString();
  }

  /** {@code 2 errors, 1 warning} or {@code nothing wrong}. */
  public static String summary(Report report) {
    StringBuilder out = new StringBuilder();
    for (Severity severity : Severity.values()) {
      long count = report.count(severity);
      if (count > 0) {
        out.append(out.isEmpty() ? "" : ", ")
            .append(count)
            .append(' ')
            .append(severity.word())
            .append(count == 1 ? "" : "s");
      }
    }
    return out.isEmpty() ? "nothing wrong" : out.toString();
  }
}
