package dev.rebound.exchange;

import java.util.List;

/**
 * A question bank on its way in or out: what {@code quizzes/<id>.yaml} says, and no more.
 *
 * @param title empty where a file gives none
 */
public record Bank(String title, boolean graded, List<BankQuestion> questions) {
  public Bank {
    questions = List.copyOf(questions);
  }
}
