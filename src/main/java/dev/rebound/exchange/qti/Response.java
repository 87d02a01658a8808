package dev.rebound.exchange.qti;

import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.exchange.BankQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The response that an item of a question takes, and which is right.
 *
 * @param plain a Markdown text without its marks
 */
record Response(BankQuestion it, UnaryOperator<String> plain) {
  static final String FEEDBACK = "FEEDBACK";
  private static final Set<String> UNSCORED = Set.of("long-answer", "likert");

  /** The identifier of the nth answer, from 0. */
  static String id(int n) {
    return "a" + (n + 1);
  }

  /** Of the right side of a pair, or a category. */
  static String target(BankAnswer answer, int n) {
    return answer.role() == Role.CATEGORY
        ? Pairs.CATEGORY + answer.get(BankAnswer.ID).orElse("")
        : "b" + (n + 1);
  }

  static String feedbackId(BankQuestion it, BankAnswer answer, int n) {
    if (it.type().equals("true-false")) {
      return answer.text();
    }
    return answer.role() == Role.EXTRA ? target(answer, n) : id(n);
  }

  boolean isScored() {
    return !UNSCORED.contains(it.type())
        && it.answers().stream().anyMatch(a -> a.right() && a.role().answered());
  }

  boolean isTold() {
    return it.answers().stream()
        .anyMatch(a -> a.role().answered() && a.get(BankAnswer.FEEDBACK).isPresent());
  }

  boolean isPart() {
    return it.is(BankQuestion.PARTIAL);
  }

  String cardinality() {
    return switch (it.type()) {
      case "matching", "sort", "hot-text" -> "multiple";
      case "sequencing" -> "ordered";
      case "choice" -> it.several() ? "multiple" : "single";
      default -> "single";
    };
  }

  String baseType() {
    return switch (it.type()) {
      case "matching", "sort" -> "directedPair";
      case "fill-in", "long-answer" -> "string";
      case "numeric" -> "float";
      default -> "identifier";
    };
  }

  /** Whether feedback is what was picked says. */
  boolean byResponse() {
    return baseType().equals("identifier") && !it.type().equals("sequencing");
  }

  /** What somebody answers: no categories, and no text between. */
  List<BankAnswer> answers() {
    return it.answers().stream().filter(a -> a.role().answered()).toList();
  }

  /** Whether each part counts. */
  boolean isMapped() {
    return it.type().equals("fill-in") || (isPart() && !it.type().equals("sequencing"));
  }

  List<String> correct() {
    List<String> correct = new ArrayList<>();
    List<BankAnswer> answers = answers();
    for (int i = 0; i < answers.size(); i++) {
      BankAnswer answer = answers.get(i);
      switch (answer.role()) {
        case VERDICT -> {
          if (answer.right()) {
            correct.add(answer.text());
          }
        }
        case PAIR -> correct.add(id(i) + " " + target(answer, i));
        case ENTRY -> correct.add(id(i) + " " + Pairs.CATEGORY + answer.with());
        case ACCEPTED, RANGE -> {
          if (correct.isEmpty()) {
            correct.add(answer.role() == Role.RANGE ? answer.text() : plain.apply(answer.text()));
          }
        }
        default -> {
          if (answer.right()) {
            correct.add(id(i));
          }
        }
      }
    }
    return correct;
  }
}
