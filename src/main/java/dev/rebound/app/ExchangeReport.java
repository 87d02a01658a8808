package dev.rebound.app;

import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Losses;
import dev.rebound.source.Json;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an import or export brought and lost, as text or JSON.
 *
 * @param format which it was
 * @param wrote the files that were written
 * @param questions how many there were
 * @param arrived how many are in what was written
 */
record ExchangeReport(
    String format, List<String> wrote, int questions, int arrived, List<Loss> losses) {
  private record Lost(
      String question, String what, String message, String file, int line, int column) {}

  private record Whole(
      String format,
      List<String> wrote,
      int questions,
      int arrived,
      List<Lost> losses,
      Map<String, Number> counts) {}

  private record Refusal(String message, String hint, String file, int line, int column) {}

  private record Refused(List<String> wrote, Refusal error) {}

  /** The same for a program: each loss with its place. */
  String json() {
    Map<String, Number> counts = new LinkedHashMap<>();
    Losses.counts(losses).forEach((what, count) -> counts.put(what.word(), count));
    List<Lost> lost = losses.stream().map(ExchangeReport::lost).toList();
    return Json.write(new Whole(format, wrote, questions, arrived, lost, counts)) + "\n";
  }

  private static Lost lost(Loss loss) {
    SourceSpan at = loss.span();
    return new Lost(
        loss.question(), loss.what().word(), loss.message(), at.file(), at.line(), at.column());
  }

  /** A file that cannot be read, for a program. */
  static String json(SourceSpan at, String message, String hint) {
    Refusal refusal = new Refusal(message, hint, at.file(), at.line(), at.column());
    return Json.write(new Refused(List.of(), refusal)) + "\n";
  }

  /** A line for each loss, then what there are how many of. */
  String text() {
    StringBuilder out = new StringBuilder();
    for (Loss loss : losses) {
      out.append(loss.span()).append(": ");
      if (!loss.question().isEmpty()) {
        out.append("question \"").append(loss.question()).append("\": ");
      }
      out.append(line(loss.message())).append(" [").append(loss.what().word()).append("]\n");
    }
    wrote.forEach(file -> out.append("Wrote ").append(file).append('\n'));
    out.append(arrived).append(" of ").append(questions(questions)).append(" came along");
    out.append(
        losses.isEmpty() ? "; nothing is lost.\n" : ". Lost or changed: " + counts() + ".\n");
    return out.toString();
  }

  /** {@code 2 text, 1 picture}, or nothing. */
  private String counts() {
    List<String> parts = new ArrayList<>();
    Losses.counts(losses).forEach((what, count) -> parts.add(count + " " + what.word()));
    return String.join(", ", parts);
  }

  /** {@code 1 question}, {@code 12 questions}. */
  static String questions(int count) {
    return count + (count == 1 ? " question" : " questions");
  }

  static String line(String text) {
    return text.replaceAll("\\p{Cc}+", " ");
  }

  static Optional<String> hint(String hint) {
    return hint.isEmpty() ? Optional.empty() : Optional.of("    " + line(hint));
  }
}
