package dev.rebound.check.pilot;

import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.source.Csv;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a pilot asks, in an order that says nothing of lessons and is the same each time.
 *
 * @param title of the bank or course
 * @param leftOut how many questions of each type cannot be asked, because nothing is picked in them
 */
public record PilotSheet(String title, List<PilotItem> items, Map<String, Integer> leftOut) {
  /** The columns that answers are read from. */
  static final String ITEM = "item";

  static final String CHECK = "check";
  static final String ANSWER = "answer";
  static final String PERSON = "person";

  /** What can be named, with what is asked then: a course, {@code course/bank}, or a bank. */
  public static Set<String> names(Content content) {
    return named(content).keySet();
  }

  private static Map<String, List<Map.Entry<Course, QuestionBank>>> named(Content content) {
    Map<String, List<Map.Entry<Course, QuestionBank>>> named = new TreeMap<>();
    for (Course course : content.courses()) {
      String id = course.id().value();
      for (QuestionBank bank : course.bankFiles()) {
        for (String name : List.of(id, id + "/" + bank.id().value(), bank.id().value())) {
          named.computeIfAbsent(name, it -> new ArrayList<>()).add(Map.entry(course, bank));
        }
      }
    }
    return named;
  }

  /**
   * @param name one of {@link #names}
   */
  public static PilotSheet of(Content content, String name) {
    List<PilotItem> items = new ArrayList<>();
    Map<String, Integer> leftOut = new TreeMap<>();
    String title = name;
    for (Map.Entry<Course, QuestionBank> bank : named(content).getOrDefault(name, List.of())) {
      boolean isCourse = name.equals(bank.getKey().id().value());
      title = isCourse ? bank.getKey().title().value() : bank.getValue().title().value();
      for (Question question : bank.getValue().questions()) {
        if (PilotItem.fits(question)) {
          items.add(PilotItem.of(bank.getKey(), question));
        } else if (question.scored()) {
          leftOut.merge(question.type(), 1, Integer::sum);
        }
      }
    }
    items.sort(Comparator.comparing(PilotItem::code));
    return new PilotSheet(title, items, leftOut);
  }

  /** Every question of a content that can be asked, by its code. */
  static Map<String, PilotItem> all(Content content) {
    Map<String, PilotItem> all = new LinkedHashMap<>();
    for (Course course : content.courses()) {
      course.bankFiles().stream()
          .flatMap(bank -> bank.questions().stream())
          .filter(PilotItem::fits)
          .map(question -> PilotItem.of(course, question))
          .forEach(item -> all.putIfAbsent(item.code(), item));
    }
    return all;
  }

  /**
   * As a table to fill in.
   *
   * @param optionsOnly whether what is asked is left out
   */
  public String csv(boolean optionsOnly) {
    int most = items.stream().mapToInt(item -> item.options().size()).max().orElse(0);
    List<String> head = new ArrayList<>(List.of("number"));
    if (!optionsOnly) {
      head.add("question");
    }
    head.add("choose");
    for (int i = 0; i < most; i++) {
      head.add(PilotItem.letter(i));
    }
    head.addAll(List.of(ANSWER, ITEM, CHECK));
    StringBuilder out = new StringBuilder(Csv.line(head));
    for (PilotItem item : items) {
      List<String> cells = new ArrayList<>();
      cells.add(String.valueOf(items.indexOf(item) + 1));
      if (!optionsOnly) {
        cells.add(item.asked());
      }
      cells.add(item.several() ? "one or more" : "one");
      for (int i = 0; i < most; i++) {
        cells.add(i < item.options().size() ? text(item.options().get(i)) : "");
      }
      cells.addAll(List.of("", item.code(), item.check()));
      out.append(Csv.line(cells));
    }
    return out.toString();
  }

  private static String text(Answer answer) {
    return answer.text().plain();
  }

  /** {@code 3 questions are left out, because nothing is picked in them: 1 matching, 2 sort}. */
  public String leftOutInWords() {
    int count = leftOut.values().stream().mapToInt(it -> it).sum();
    return count == 0
        ? ""
        : count
            + (count == 1 ? " question is" : " questions are")
            + " left out, because no option is picked there: "
            + leftOut.entrySet().stream()
                .map(type -> type.getValue() + " " + type.getKey())
                .collect(Collectors.joining(", "));
  }
}
