package dev.rebound.check;

import dev.rebound.course.Answer;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.QuestionTraits;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A question to choose from, some of whose options are right and some wrong, taken apart once for a
 * dozen rules. Where all or no options are right, other rules say so, and there is no key to give
 * away.
 */
public final class ChoiceItem {
  private final Question question;
  private final List<Answer> right = new ArrayList<>(1);
  private final List<Answer> wrong = new ArrayList<>(3);
  private final String stem;
  private final List<String> stemWords;
  private final List<List<String>> words = new ArrayList<>(4);

  /**
   * @param pool the words that have been read in this bank: most come again
   */
  private ChoiceItem(Question question, Map<String, String> pool) {
    this.question = question;
    stem = question.stem().plain();
    stemWords = pooled(Words.texts(stem), pool);
    for (Answer answer : question.answers()) {
      (answer.right() ? right : wrong).add(answer);
      words.add(pooled(answer.text().words(), pool));
    }
  }

  private static List<String> pooled(List<String> words, Map<String, String> pool) {
    String[] pooled = new String[words.size()];
    for (int i = 0; i < pooled.length; i++) {
      String known = pool.putIfAbsent(words.get(i), words.get(i));
      pooled[i] = known == null ? words.get(i) : known;
    }
    return List.of(pooled);
  }

  /** Those of a bank, in order. */
  static List<ChoiceItem> in(QuestionBank bank) {
    List<ChoiceItem> choices = new ArrayList<>();
    Map<String, String> pool = new HashMap<>();
    for (Question question : bank.questions()) {
      if (hasOptions(question)) {
        ChoiceItem choice = new ChoiceItem(question, pool);
        if (!choice.right.isEmpty() && !choice.wrong.isEmpty()) {
          choices.add(choice);
        }
      }
    }
    return choices;
  }

  /** Whether it has options to choose from; phrases to mark in a text are none. */
  public static boolean hasOptions(Question question) {
    return question.traits().options() == QuestionTraits.Options.LISTED;
  }

  public Question question() {
    return question;
  }

  public List<Answer> answers() {
    return question.answers();
  }

  /** At least one. */
  public List<Answer> right() {
    return right;
  }

  /** At least one. */
  public List<Answer> wrong() {
    return wrong;
  }

  /** The first that is right. */
  public Answer key() {
    return right.get(0);
  }

  /** Whether the learner picks one option and one is right. */
  public boolean takesOne() {
    return right.size() == 1 && !question.interaction().multiple();
  }

  /** The words of one of its answers. */
  public List<String> words(Answer answer) {
    return words.get(answers().indexOf(answer));
  }

  /** The words of the answer in this place. */
  public List<String> words(int answer) {
    return words.get(answer);
  }

  public List<String> stemWords() {
    return stemWords;
  }

  /** What is asked, as a reader would say it. */
  public String stem() {
    return stem;
  }
}
