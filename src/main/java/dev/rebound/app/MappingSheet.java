package dev.rebound.app;

import dev.rebound.check.scorer.PrincipleFits;
import dev.rebound.check.scorer.PrincipleScorer;
import dev.rebound.course.Answer;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.load.EditableAnswer;
import dev.rebound.source.Csv;
import dev.rebound.source.Located;
import dev.rebound.source.Nearest;
import dev.rebound.source.Problems;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The table in which a person maps a bank: a row an answer, its principle, and the nearest ones.
 * Only the column {@code principle} is read back.
 */
final class MappingSheet {
  private static final String QUESTION = "question";
  private static final String ANSWER = "answer";
  private static final String PRINCIPLE = "principle";
  private static final int NEAREST = 3;

  private MappingSheet() {}

  /**
   * What somebody chose for an answer.
   *
   * @param breaks whether it breaks the principle, where no mapping of the answer says which
   */
  record Chosen(Answer answer, String principle, boolean breaks) {
    EditableAnswer.Mapping mapping() {
      return new EditableAnswer.Mapping(answer.span(), principle, breaks);
    }
  }

  static String write(QuestionBank bank, PrincipleScorer scorer) {
    List<String> head =
        new ArrayList<>(List.of(QUESTION, ANSWER, "stem", "text", "right", "feedback", PRINCIPLE));
    for (int i = 1; i <= NEAREST; i++) {
      head.addAll(List.of("nearest " + i, "sure " + i));
    }
    StringBuilder out = new StringBuilder("\uFEFF").append(Csv.line(head));
    for (Question question : bank.questions()) {
      for (Answer answer : question.answers()) {
        out.append(Csv.line(row(question, answer, scorer)));
      }
    }
    return out.toString();
  }

  private static List<String> row(Question question, Answer answer, PrincipleScorer scorer) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                question.id().value(),
                answer.id(),
                question.stem().plain(),
                answer.text().plain(),
                answer.right() ? "yes" : "",
                answer.feedback().map(it -> it.plain()).orElse(""),
                answer.principle().map(Located::value).orElse("")));
    List<PrincipleFits.Fit> nearest = scorer.of(question, answer).best(NEAREST);
    for (int i = 0; i < NEAREST; i++) {
      boolean there = i < nearest.size();
      cells.add(there ? nearest.get(i).principle() : "");
      cells.add(there ? Math.round(nearest.get(i).confidence() * 100) + " %" : "");
    }
    return cells;
  }

  /** What differs from the bank; what names nothing is reported. */
  static List<Chosen> read(
      List<Csv.Row> rows,
      String file,
      QuestionBank bank,
      List<String> principles,
      Problems problems) {
    List<String> head =
        rows.isEmpty()
            ? List.of()
            : rows.get(0).cells().stream().map(it -> it.strip().toLowerCase(Locale.ROOT)).toList();
    if (!head.containsAll(List.of(QUESTION, ANSWER, PRINCIPLE))) {
      problems.syntax(
          new SourceSpan(file, 1, 1),
          "its first row names no columns \"question\", \"answer\" and \"principle\".",
          "Make the table with `rebound map BANK --csv FILE`.");
      return List.of();
    }
    Map<String, Chosen> answers = new HashMap<>();
    for (Question question : bank.questions()) {
      for (Answer answer : question.answers()) {
        answers.put(
            question.id().value() + "/" + answer.id(),
            new Chosen(
                answer,
                answer.principle().map(Located::value).orElse(""),
                answer.right() == question.interaction().breaking()));
      }
    }
    List<Chosen> chosen = new ArrayList<>();
    for (Csv.Row row : rows.subList(1, rows.size())) {
      SourceSpan at = new SourceSpan(file, row.line(), 1);
      String key = cell(row, head, QUESTION) + "/" + cell(row, head, ANSWER);
      String principle = cell(row, head, PRINCIPLE);
      Chosen now = answers.get(key);
      if (principle.isEmpty()) {
        continue;
      }
      if (now == null) {
        problems.syntax(
            at,
            "there is no answer \"" + key + "\" in this quiz.",
            Nearest.hint(key, answers.keySet()));
      } else if (!principles.contains(principle)) {
        problems.syntax(
            at,
            "there is no principle \"" + principle + "\".",
            Nearest.hint(principle, principles));
      } else if (!principle.equals(now.principle())) {
        chosen.add(new Chosen(now.answer(), principle, now.breaks()));
      }
    }
    return chosen;
  }

  private static String cell(Csv.Row row, List<String> head, String column) {
    int at = head.indexOf(column);
    return at < row.cells().size() ? row.cells().get(at).strip() : "";
  }
}
