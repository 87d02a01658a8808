package dev.rebound.exchange.aiken;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.Ids;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Outgoing;
import dev.rebound.source.SourceSpan;
import java.util.List;

/** Writes what Aiken has a place for, and says what that is not. */
final class AikenWriter {
  private static final int LETTERS = 26;

  private final Outgoing out;
  private final StringBuilder text = new StringBuilder();
  private final Ids ids = new Ids();

  AikenWriter(Outgoing out) {
    this.out = out;
  }

  String write(Bank bank) {
    SourceSpan file =
        bank.questions().isEmpty()
            ? SourceSpan.wholeFile("")
            : SourceSpan.wholeFile(bank.questions().get(0).span().file());
    if (!bank.title().isEmpty()) {
      out.losses().add(file, "", Loss.What.BANK, "Aiken has no place for a title.");
    }
    if (bank.graded()) {
      out.losses().add(file, "", Loss.What.BANK, "Aiken has no place for `graded`.");
    }
    bank.questions().forEach(this::question);
    return text.toString();
  }

  private void question(BankQuestion it) {
    boolean choice = it.type().equals("choice");
    long rights = it.answers().stream().filter(BankAnswer::right).count();
    if (!(choice || it.type().equals("true-false"))) {
      lost(it, Loss.What.QUESTION, "Aiken has no " + it.type() + " questions; it is left out.");
      return;
    }
    if (it.several() || rights != 1 || it.answers().size() > LETTERS) {
      lost(it, Loss.What.QUESTION, "Aiken has one right option of at most 26; it is left out.");
      return;
    }
    String stem = out.plain(it, it.stem());
    if (!ids.next(stem).equals(it.id())) {
      lost(it, Loss.What.ID, "Aiken has no place for ids.");
    }
    text.append(stem.replace('\n', ' ')).append('\n');
    char letter = 'A';
    char right = 'A';
    for (BankAnswer answer : it.answers()) {
      String words =
          choice ? out.plain(it, answer.text()) : answer.text().equals("true") ? "True" : "False";
      text.append(letter).append(". ").append(words).append('\n');
      right = answer.right() ? letter : right;
      letter++;
    }
    text.append("ANSWER: ").append(right).append("\n\n");
    if (choice && isTruth(it)) {
      lost(it, Loss.What.TYPE, "Aiken cannot tell these options from those of true-false.");
    }
    others(it);
  }

  private boolean isTruth(BankQuestion it) {
    List<BankAnswer> options = it.answers();
    return options.size() == 2
        && options.get(0).text().equalsIgnoreCase("true")
        && options.get(1).text().equalsIgnoreCase("false");
  }

  /** What stands beside stem, options and key. */
  private void others(BankQuestion it) {
    if (anyAnswer(it, BankAnswer.FEEDBACK)) {
      lost(it, Loss.What.FEEDBACK, "Aiken has no place for feedback.");
    }
    if (anyAnswer(it, BankAnswer.APPLIES) || anyAnswer(it, BankAnswer.BREAKS)) {
      lost(it, Loss.What.MAPPING, "Aiken has no place for principles.");
    }
    if (anyAnswer(it, BankAnswer.ID)) {
      lost(it, Loss.What.ID, "Aiken has no place for ids of options.");
    }
    if (it.setting(BankQuestion.LEVEL).isPresent()) {
      lost(it, Loss.What.LEVEL, "Aiken has no place for a level.");
    }
    if (!it.hints().isEmpty()) {
      lost(it, Loss.What.HINTS, "Aiken has no place for hints.");
    }
    for (String key : it.settings().keySet()) {
      if (key.startsWith(BankQuestion.ALLOW)) {
        lost(it, Loss.What.ALLOW, "Aiken has no place for `" + key + "`.");
      } else if (key.equals(BankQuestion.WEIGHT)) {
        lost(it, Loss.What.SCORE, "Aiken has no place for a weight.");
      } else if (!key.equals(BankQuestion.LEVEL)) {
        lost(it, Loss.What.DELIVERY, "Aiken has no place for `" + key + "`.");
      }
    }
  }

  private static boolean anyAnswer(BankQuestion it, String key) {
    return it.answers().stream().anyMatch(answer -> answer.get(key).isPresent());
  }

  private void lost(BankQuestion it, Loss.What what, String message) {
    out.losses().add(it, what, message);
  }
}
