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
  /** The same for a program: each loss with its place. */
  String json() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("format", format);
    out.put("wrote", wrote);
    out.put("questions", questions);
    out.put("arrived", arrived);
    List<Object> lost = new ArrayList<>();
    for (Loss loss : losses) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("question", loss.question());
      one.put("what", loss.what().word());
      one.put("message", loss.message());
      place(loss.span(), one);
      lost.add(one);
    }
    out.put("losses", lost);
    Map<String, Object> counts = new LinkedHashMap<>();
    Losses.counts(losses).forEach((what, count) -> counts.put(what.word(), count));
    out.put("counts", counts);
    return Json.write(out) + "\n";
  }

  /** A file that cannot be read, for a program. */
  static String json(SourceSpan span, String message, String hint) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("message", message);
    one.put("hint", hint);
    place(span, one);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("wrote", List.of());
    out.put("error", one);
    return Json.write(out) + "\n";
  }

  private static void place(SourceSpan span, Map<String, Object> one) {
    one.put("file", span.file());
    one.put("line", span.line());
    one.put("column", span.column());
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
    return text.replaceAll("[\\p{Cntrl}]+", " ");
  }

  static Optional<String> hint(String hint) {
    return hint.isEmpty() ? Optional.empty() : Optional.of("    " + line(hint));
  }
}
