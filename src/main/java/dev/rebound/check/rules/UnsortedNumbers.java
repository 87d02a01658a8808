package dev.rebound.check.rules;

import dev.rebound.check.ChoiceItem;
import dev.rebound.check.Findings;
import dev.rebound.course.Answer;
import dev.rebound.source.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options that are numbers stand in their order. */
public final class UnsortedNumbers extends ChoiceRule {
  /** A number between what all options share: {@code about 20 %}. */
  private static final Pattern NUMBER = Pattern.compile("(\\D*?)([-−]?\\d+(?:[.,]\\d++)*+)(\\D*)");

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  boolean readsEnglish() {
    return false;
  }

  @Override
  void question(ChoiceItem choice, Findings found) {
    List<BigDecimal> numbers = new ArrayList<>();
    Set<String> around = new HashSet<>();
    for (Answer answer : choice.answers()) {
      String text = plain(answer);
      if (!hasDigit(text)) {
        return;
      }
      Matcher number = NUMBER.matcher(text.replace('−', '-'));
      if (!number.matches()) {
        return;
      }
      // In 1,000 the comma groups; in 2,5 it is a decimal sign. Either keeps the order of a list.
      String digits = number.group(2).replaceAll("[.,](?=\\d{3}(\\D|$))", "").replace(',', '.');
      if (digits.indexOf('.') != digits.lastIndexOf('.')) {
        return;
      }
      numbers.add(new BigDecimal(digits));
      around.add(number.group(1).strip() + " " + number.group(3).strip().replaceAll("s$", ""));
    }
    if (around.size() == 1 && !isSorted(numbers, 1) && !isSorted(numbers, -1)) {
      found.at(
          choice.answers().get(0).span(),
          "the numbers to choose from stand in no order.",
          "List them from the smallest to the largest.");
    }
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static boolean isSorted(List<BigDecimal> numbers, int direction) {
    for (int i = 1; i < numbers.size(); i++) {
      if (direction * numbers.get(i).compareTo(numbers.get(i - 1)) < 0) {
        return false;
      }
    }
    return true;
  }
}
