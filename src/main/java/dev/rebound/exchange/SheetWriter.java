package dev.rebound.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A bank as the rows of a table. */
public final class SheetWriter {
  private SheetWriter() {}

  public static List<SheetRow> rows(Bank bank) {
    List<SheetRow> rows = new ArrayList<>();
    if (!bank.title().isEmpty() || bank.graded()) {
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put(SheetRow.PART, SheetRow.TITLE);
      cells.put(SheetRow.ANSWER, bank.title());
      cells.put(SheetRow.MATCH, bank.graded() ? "graded" : "");
      rows.add(new SheetRow(dev.rebound.source.SourceSpan.wholeFile(""), cells));
    }
    bank.questions().forEach(it -> question(it, rows));
    return rows;
  }

  private static void question(BankQuestion it, List<SheetRow> rows) {
    List<Map<String, String>> cells = new ArrayList<>();
    it.answers().forEach(answer -> cells.add(answer(answer)));
    it.hints().forEach(hint -> cells.add(part(SheetRow.HINT, hint)));
    Map<String, String> first = cells.get(0);
    first.put(SheetRow.ID, it.id());
    first.put(SheetRow.TYPE, it.type());
    first.put(SheetRow.QUESTION, it.stem());
    it.settings()
        .forEach(
            (key, value) -> {
              if (key.startsWith(BankQuestion.ALLOW)) {
                Map<String, String> allow =
                    part(SheetRow.ALLOW, key.substring(BankQuestion.ALLOW.length()));
                allow.put(BankAnswer.FEEDBACK, value);
                cells.add(allow);
              } else {
                first.put(key, value.equals(BankQuestion.TRUE) ? "yes" : value);
              }
            });
    cells.forEach(row -> rows.add(new SheetRow(it.span(), row)));
  }

  private static Map<String, String> part(String part, String answer) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put(SheetRow.PART, part);
    cells.put(SheetRow.ANSWER, answer);
    return cells;
  }

  private static Map<String, String> answer(BankAnswer it) {
    Map<String, String> cells = part(it.role().name().toLowerCase(Locale.ROOT), it.text());
    cells.put(SheetRow.MATCH, it.with());
    boolean either = it.role() == BankAnswer.Role.OPTION || it.role() == BankAnswer.Role.VERDICT;
    cells.put(SheetRow.CORRECT, either && it.right() ? "yes" : "");
    it.more()
        .forEach(
            (key, value) -> cells.put(key.equals(BankAnswer.ID) ? SheetRow.ANSWER_ID : key, value));
    return cells;
  }
}
