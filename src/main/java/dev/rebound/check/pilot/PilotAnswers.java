package dev.rebound.check.pilot;

import dev.rebound.course.Content;
import dev.rebound.source.Csv;
import dev.rebound.source.Nearest;
import dev.rebound.source.Problem;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What people answered.
 *
 * @param people by name, what each answered: letters by code, where there is an answer
 * @param asked the codes of what they were asked, answered or not
 * @param items everything that could be answered, by code
 * @param problems what cannot be read, and where
 */
public record PilotAnswers(
    Map<String, Map<String, String>> people,
    Set<String> asked,
    Map<String, PilotItem> items,
    List<Problem> problems) {
  /** The rule that says what is wrong with a file of answers. */
  static final String RULE = "PilotFileInvalid";

  /** Where no pilot was made. */
  public static final PilotAnswers NONE = new PilotAnswers(Map.of(), Set.of(), Map.of(), List.of());

  /** A file of answers under the name that the user gave it. */
  public record File(String name, String text) {}

  /** One person's rows of one file. */
  private static final class Reader {
    private final Map<String, PilotItem> items;
    private final Map<String, Map<String, String>> people = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    Reader(Map<String, PilotItem> items) {
      this.items = items;
    }

    void read(File file) {
      List<Csv.Row> rows = Csv.rows(file.text());
      if (rows.isEmpty() || file.text().indexOf('\0') >= 0) {
        problem(
            file.name(), 0, "this is no table of answers.", "Save it as CSV, then give that file.");
        return;
      }
      List<String> head =
          rows.get(0).cells().stream().map(it -> it.strip().toLowerCase(Locale.ROOT)).toList();
      for (String needed : List.of(PilotSheet.ITEM, PilotSheet.ANSWER)) {
        if (!head.contains(needed)) {
          problem(
              file.name(),
              rows.get(0).line(),
              "there is no column \"" + needed + "\".",
              "It has: "
                  + head.stream().map(it -> "\"" + it + "\"").collect(Collectors.joining(", "))
                  + ". Answers are read by the first line of the sheet; leave it as it is.");
          return;
        }
      }
      int before = people.size();
      for (Csv.Row row : rows.subList(1, rows.size())) {
        row(file, head, row);
      }
      if (people.size() == before) {
        problem(file.name(), 0, "nothing is answered in it.", "Fill in the column \"answer\".");
      }
    }

    private void row(File file, List<String> head, Csv.Row row) {
      String code = cell(head, row, PilotSheet.ITEM);
      String answer = cell(head, row, PilotSheet.ANSWER).toUpperCase(Locale.ROOT);
      asked.add(code);
      if (answer.isEmpty()) {
        return;
      }
      PilotItem item = items.get(code);
      if (item == null) {
        problem(
            file.name(),
            row.line(),
            "there is no question \"" + code + "\" to answer.",
            items.isEmpty()
                ? "The content has no question that a pilot can ask."
                : "It is gone since the sheet was made, or the column \"item\" was changed. "
                    + Nearest.hint(code, items.keySet()));
        return;
      }
      String check = cell(head, row, PilotSheet.CHECK);
      if (!check.isEmpty() && !check.equals(item.check())) {
        problem(
            file.name(),
            row.line(),
            "question \"" + item.question().key() + "\" has changed since the sheet was made.",
            "This answer does not count. Make a new sheet with `rebound pilot`.");
        return;
      }
      String letters = letters(answer);
      boolean isKnown = letters.chars().allMatch(c -> item.letters().indexOf(c) >= 0);
      if (letters.isEmpty() || !isKnown || (letters.length() > 1 && !item.several())) {
        problem(
            file.name(),
            row.line(),
            "\"" + answer + "\" is no answer to question \"" + item.question().key() + "\".",
            "There is "
                + (item.several() ? "one or more of " : "one of ")
                + String.join(", ", item.letters().split(""))
                + "; an empty cell for no answer.");
        return;
      }
      String person = cell(head, row, PilotSheet.PERSON);
      Map<String, String> own =
          people.computeIfAbsent(
              person.isEmpty() ? file.name() : file.name() + ": " + person,
              name -> new LinkedHashMap<>());
      String earlier = own.putIfAbsent(code, letters);
      if (earlier != null && !earlier.equals(letters)) {
        problem(
            file.name(),
            row.line(),
            "question \"" + item.question().key() + "\" is answered a second time.",
            "The first answer counts. Where several people are in one file, name each in a column"
                + " \"person\".");
      }
    }

    /** {@code A; c} as {@code AC}. */
    private static String letters(String answer) {
      TreeSet<String> letters = new TreeSet<>();
      for (String letter : answer.split("[\\s,;.+&/)]+", -1)) {
        letters.addAll(
            letter.matches("[A-Z]+") && letter.length() <= 26
                ? List.of(letter.split(""))
                : List.of(letter));
      }
      letters.remove("");
      return String.join("", letters);
    }

    private static String cell(List<String> head, Csv.Row row, String column) {
      int at = head.indexOf(column);
      return at < 0 || at >= row.cells().size() ? "" : row.cells().get(at).strip();
    }

    private void problem(String file, int line, String message, String hint) {
      problems.add(
          new Problem(
              RULE,
              line == 0 ? SourceSpan.wholeFile(file) : new SourceSpan(file, line, 1),
              message,
              hint));
    }
  }

  public static PilotAnswers read(Content content, List<File> files) {
    if (files.isEmpty()) {
      return NONE;
    }
    Map<String, PilotItem> items = PilotSheet.all(content);
    Reader reader = new Reader(items);
    files.forEach(reader::read);
    return new PilotAnswers(reader.people, reader.asked, items, reader.problems);
  }
}
