package dev.rebound.exchange.word;

import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.SheetRow;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The table of a document, whose five columns people can read, as the columns of a sheet. */
final class WordTable {
  static final String PART = "part";
  static final String TEXT = "text";
  static final String WITH = "goes with";
  static final String SAYS = "principle and settings";
  static final String WHY = "why";
  static final String COMMENTS = "comments";

  /** The head of the table. */
  static final List<String> HEAD =
      List.of("Part", "Text", "Goes with", "Principle and settings", "Why", "Comments");

  static final String RIGHT = " ✓";

  private static final Set<String> ELSEWHERE =
      Set.of(
          SheetRow.ID,
          SheetRow.QUESTION,
          SheetRow.PART,
          SheetRow.ANSWER,
          SheetRow.MATCH,
          SheetRow.CORRECT,
          BankAnswer.FEEDBACK);

  private WordTable() {}

  /** Whether the texts of a row of this part are no Markdown. */
  static boolean isPlain(String part) {
    return List.of("point", SheetRow.TITLE, SheetRow.ALLOW).contains(part);
  }

  /**
   * The cells of a row, in the order of the head, as Markdown: a row for a question, one for each
   * answer.
   */
  static List<List<String>> cells(SheetRow row) {
    List<List<String>> cells = new ArrayList<>();
    Map<String, String> settings = new LinkedHashMap<>(row.cells());
    Map<String, String> answers = new LinkedHashMap<>();
    for (String key :
        List.of(BankAnswer.APPLIES, BankAnswer.BREAKS, BankAnswer.TYPOS, SheetRow.ANSWER_ID)) {
      String value = settings.remove(key);
      if (value != null && !value.isEmpty()) {
        answers.put(key, value);
      }
    }
    ELSEWHERE.forEach(settings::remove);
    if (!row.get(SheetRow.QUESTION).isEmpty()) {
      cells.add(
          List.of(
              SheetRow.QUESTION,
              row.get(SheetRow.QUESTION),
              row.get(SheetRow.ID),
              joined(settings),
              ""));
    }
    String right = row.get(SheetRow.CORRECT).isEmpty() ? "" : RIGHT;
    cells.add(
        List.of(
            row.get(SheetRow.PART) + right,
            row.get(SheetRow.ANSWER),
            row.get(SheetRow.MATCH),
            joined(answers),
            row.get(BankAnswer.FEEDBACK)));
    return cells;
  }

  /** {@code type: choice; level: apply} */
  private static String joined(Map<String, String> values) {
    List<String> parts = new ArrayList<>();
    values.forEach(
        (key, value) -> {
          if (!value.isEmpty()) {
            parts.add(key + ": " + value);
          }
        });
    return String.join("; ", parts);
  }

  /** What a row of a document says, in the columns of a sheet. */
  static SheetRow row(Map<String, String> cells, SourceSpan span) {
    Map<String, String> row = new LinkedHashMap<>();
    String part = cells.getOrDefault(PART, "").strip().toLowerCase(Locale.ROOT);
    boolean right = part.endsWith("✓") || part.startsWith("right ") || part.startsWith("correct ");
    part = part.replace("✓", "").replaceFirst("^(right|correct|wrong) ", "").strip();
    for (String one : cells.getOrDefault(SAYS, "").split(";", -1)) {
      int colon = one.indexOf(':');
      String key = colon < 0 ? "" : one.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      if (SheetRow.COLUMNS.contains(key)) {
        row.put(key, one.substring(colon + 1).strip());
      }
    }
    if (part.equals(SheetRow.QUESTION)) {
      row.put(SheetRow.QUESTION, cells.getOrDefault(TEXT, ""));
      row.put(SheetRow.ID, cells.getOrDefault(WITH, ""));
    } else {
      row.put(SheetRow.PART, part);
      row.put(SheetRow.ANSWER, cells.getOrDefault(TEXT, ""));
      row.put(SheetRow.MATCH, cells.getOrDefault(WITH, ""));
      row.put(BankAnswer.FEEDBACK, cells.getOrDefault(WHY, ""));
      row.put(SheetRow.CORRECT, right ? "yes" : "");
    }
    return new SheetRow(span, row);
  }
}
