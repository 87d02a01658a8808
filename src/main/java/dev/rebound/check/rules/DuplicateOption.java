package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Every option of a question says something of its own. */
public final class DuplicateOption extends ReadingRule {
  private static final Pattern MARKS =
      Pattern.compile("(?<!\\d)[.,]|[.,](?!\\d)|[\\p{Pi}\\p{Pf}\"'`:;!?…]");
  private static final Pattern GAPS = Pattern.compile("(?<=\\p{L})\\p{Pd}(?=\\p{L})|[\\s\\p{Z}]+");

  @Override
  public void check(Content content, Findings found) {
    super.check(content, found);
    for (Course course : content.courses()) {
      for (QuestionBank bank : course.bankFiles()) {
        bank.questions().forEach(question -> question(question, found));
      }
    }
  }

  private static void question(Question question, Findings found) {
    Map<String, Answer> seen = new HashMap<>();
    for (Answer answer : question.answers()) {
      Answer first = seen.putIfAbsent(folded(answer), answer);
      if (first != null) {
        found.at(
            answer.span(),
            "this "
                + answer.noun()
                + " says the same as one before it: "
                + ChoiceRule.quoted(ChoiceRule.plain(answer))
                + ".",
            "The first stands in line " + first.span().line() + "; change or remove one.");
      }
    }
  }

  /** Whether a learner would take them for the same. */
  static boolean sameText(Answer one, Answer other) {
    return folded(one).equals(folded(other));
  }

  /** Signs that carry meaning stay: -5 is not 5, nor 1.5 15, nor 5 % 5 €. */
  private static String folded(Answer answer) {
    String text =
        Normalizer.normalize(ChoiceRule.plain(answer), Normalizer.Form.NFC)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    String bare = MARKS.matcher(text).replaceAll("");
    String folded = GAPS.matcher(bare).replaceAll(" ").strip();
    return folded.isEmpty() ? text : folded;
  }
}
