package dev.rebound.exchange;

import dev.rebound.source.SourceSpan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a table of questions, by the names of its columns. One row holds one answer; a row that
 * holds a question, too, begins it.
 */
public record SheetRow(SourceSpan span, Map<String, String> cells) {
  public static final String ID = "id";
  public static final String TYPE = "type";
  public static final String QUESTION = "question";
  public static final String PART = "part";
  public static final String ANSWER = "answer";
  public static final String MATCH = "match";
  public static final String CORRECT = "correct";
  public static final String ANSWER_ID = "answer id";

  /** {@code part} of a row that is no answer. */
  public static final String TITLE = "title";

  public static final String HINT = "hint";
  public static final String ALLOW = "allow";

  /** The columns, in the order in which they are written. */
  public static final List<String> COLUMNS =
      List.of(
          ID,
          TYPE,
          BankQuestion.LEVEL,
          QUESTION,
          PART,
          ANSWER,
          MATCH,
          CORRECT,
          BankAnswer.APPLIES,
          BankAnswer.BREAKS,
          BankAnswer.FEEDBACK,
          BankQuestion.SELECT,
          BankQuestion.SHUFFLE,
          BankQuestion.PARTIAL,
          BankQuestion.ATTEMPTS,
          BankQuestion.WEIGHT,
          BankQuestion.UNIT,
          BankQuestion.MARK,
          BankQuestion.ABOUT,
          BankAnswer.TYPOS,
          ANSWER_ID);

  public SheetRow {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** What stands in a column; empty where nothing does. */
  public String get(String column) {
    return cells.getOrDefault(column, "").strip();
  }

  public boolean isEmpty() {
    return cells.values().stream().allMatch(String::isBlank);
  }
}
