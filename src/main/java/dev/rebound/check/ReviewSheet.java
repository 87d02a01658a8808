package dev.rebound.check;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.source.Csv;
import dev.rebound.source.Finding;
import dev.rebound.source.Nearest;
import dev.rebound.source.Severity;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A sign-off sheet that was filled in on a screen and sent back.
 *
 * @param approved the keys of the questions found good, with who found them so
 * @param findings what is to be changed, at the questions' lines, and what cannot be read
 */
public record ReviewSheet(Map<String, String> approved, List<Finding> findings) {
  /** The first line of its file. */
  public static final List<String> HEAD = List.of("by", "question", "seen", "verdict", "comment");

  /** What a reviewer ticks. */
  public static final String GOOD = "good";

  public static final String CHANGE = "change";

  private static final String RULE = "NotReviewed";

  /** What a reviewer was shown of a question; another when any of that has changed. */
  public static String seen(Question question, Content content) {
    return Revision.digest(Revision.reviewed(question, content).parts().toString());
  }

  /**
   * @param name of the file, as the user gave it
   * @param text what stands in it
   */
  public static ReviewSheet read(String name, String text, Content content) {
    Map<String, Question> questions = new LinkedHashMap<>();
    for (Course course : content.courses()) {
      for (QuestionBank bank : course.bankFiles()) {
        bank.questions().forEach(it -> questions.putIfAbsent(ReviewLock.key(course, it), it));
      }
    }
    ReviewSheet sheet = new ReviewSheet(new TreeMap<>(), new ArrayList<>());
    List<Csv.Row> rows = Csv.rows(text);
    List<String> head =
        rows.isEmpty()
            ? List.of()
            : rows.get(0).cells().stream().map(it -> it.strip().toLowerCase(Locale.ROOT)).toList();
    List<String> missing =
        HEAD.stream().filter(it -> !it.equals("by") && !head.contains(it)).toList();
    if (!missing.isEmpty()) {
      sheet.says(
          SourceSpan.wholeFile(name),
          "this is no sign-off sheet: it has no column " + quoted(missing) + ".",
          "Give the file that the sheet's button saved.");
      return sheet;
    }
    for (Csv.Row row : rows.subList(1, rows.size())) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(head.size(), row.cells().size()); i++) {
        cells.putIfAbsent(head.get(i), row.cells().get(i).strip());
      }
      sheet.row(new SourceSpan(name, row.line(), 1), cells, questions, content);
    }
    return sheet;
  }

  private void row(
      SourceSpan at, Map<String, String> cells, Map<String, Question> questions, Content content) {
    String key = cells.getOrDefault("question", "");
    String verdict = cells.getOrDefault("verdict", "").toLowerCase(Locale.ROOT);
    String comment = cells.getOrDefault("comment", "");
    String by = cells.getOrDefault("by", "");
    if (verdict.isEmpty() && comment.isEmpty()) {
      return;
    }
    Question question = questions.get(key);
    if (question == null) {
      says(at, "there is no question \"" + key + "\".", Nearest.hint(key, questions.keySet()));
    } else if (!verdict.isEmpty() && !verdict.equals(GOOD) && !verdict.equals(CHANGE)) {
      says(
          at,
          "\"" + verdict + "\" is no verdict on \"" + key + "\".",
          "There are: " + GOOD + ", " + CHANGE + ".");
    } else if (verdict.equals(GOOD) && comment.isEmpty()) {
      if (seen(question, content).equals(cells.getOrDefault("seen", ""))) {
        approved.put(key, by);
      } else {
        says(
            question.id().span(),
            "question \"" + question.id().value() + "\" has changed since the sheet was made.",
            "Found good as it was then; let it be read again.");
      }
    } else {
      says(
          question.id().span(),
          "question \""
              + question.id().value()
              + "\" is to be changed"
              + (by.isEmpty() ? "" : ", says " + by)
              + (comment.isEmpty() ? "." : ": " + comment),
          verdict.equals(GOOD) ? "Ticked as good, but with this comment; it is not approved." : "");
    }
  }

  private void says(SourceSpan at, String message, String hint) {
    findings.add(new Finding(RULE, Severity.ERROR, at, message, hint));
  }

  private static String quoted(List<String> names) {
    return names.stream().map(it -> "\"" + it + "\"").collect(Collectors.joining(", "));
  }
}
