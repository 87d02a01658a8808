package dev.rebound.check.scorer;

import dev.rebound.check.Places;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Answer;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Scenario;
import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The texts that say which principle an answer or a reply is about: why it is right or wrong, what
 * it says itself, and what was asked or said before it. A text says the more, the nearer it is to
 * the mapping.
 */
public final class Wording {
  private static final double FEEDBACK = 1;
  private static final double TEXT = .5;
  private static final double STEM = .25;

  private final String noun;
  private final String text;
  private final Optional<Located<String>> principle;
  private final boolean explained;
  private final List<Said> said;

  /**
   * One of its texts.
   *
   * @param words as {@link #key} numbers them
   * @param weight how much a word counts there
   */
  record Said(String text, int[] words, double weight) {
    static Said of(String text, double weight) {
      return new Said(text, keys(text), weight);
    }
  }

  /**
   * The words of all its texts, each once.
   *
   * @param words as {@link #key} numbers them
   * @param weights how much each counts: as much as in the text that says most
   * @param taught how much each counts over all texts
   * @param length the sum of the weights
   * @param taughtInAll the sum of what each is taught
   */
  record Tally(int[] words, double[] weights, double[] taught, double length, double taughtInAll) {
    /** Texts come with what says most first. */
    static Tally of(List<Said> said) {
      int most = 0;
      for (Said text : said) {
        most += text.words.length;
      }
      Places places = new Places(most);
      double[] weights = new double[most];
      double[] taught = new double[most];
      for (Said text : said) {
        for (int word : text.words) {
          int place = places.of(word);
          weights[place] = taught[place] == 0 ? text.weight : weights[place];
          taught[place] += text.weight;
        }
      }
      return new Tally(
          ints(places),
          Arrays.copyOf(weights, places.size()),
          Arrays.copyOf(taught, places.size()),
          sum(weights),
          sum(taught));
    }

    private static double sum(double[] all) {
      double sum = 0;
      for (double each : all) {
        sum += each;
      }
      return sum;
    }
  }

  private Wording(
      String noun,
      String text,
      Optional<Located<String>> principle,
      boolean explained,
      List<Said> said) {
    this.noun = noun;
    this.text = text;
    this.principle = principle;
    this.explained = explained;
    this.said = said;
  }

  /** A text that belongs to no answer. */
  static Wording of(String text) {
    return new Wording("text", text, Optional.empty(), false, List.of(Said.of(text, FEEDBACK)));
  }

  /** An answer of a question. */
  public static Wording of(Question question, Answer answer) {
    return of(question, answer, Said.of(question.stem().plain(), STEM));
  }

  private static Wording of(Question question, Answer answer, Said stem) {
    List<Said> said = new ArrayList<>(4);
    answer.feedback().ifPresent(it -> said.add(Said.of(it.plain(), FEEDBACK)));
    said.add(Said.of(answer.text().plain(), TEXT));
    if (!question.interaction().targets().isEmpty()) {
      question.target(answer).ifPresent(it -> said.add(Said.of(it.plain(), TEXT)));
    }
    said.add(stem);
    return new Wording(
        answer.noun(),
        answer.text().plain(),
        answer.principle(),
        answer.feedback().isPresent(),
        said);
  }

  /** Every answer of a bank, question by question. */
  static List<Wording> in(QuestionBank bank) {
    List<Wording> all = new ArrayList<>();
    for (Question question : bank.questions()) {
      Said stem = Said.of(question.stem().plain(), STEM);
      question.answers().forEach(answer -> all.add(of(question, answer, stem)));
    }
    return all;
  }

  /** Every reply of a conversation, node by node. */
  static List<Wording> in(Scenario scenario) {
    List<Wording> all = new ArrayList<>();
    for (Scenario.Node node : scenario.nodes()) {
      Said line = Said.of(node.line().plain(), STEM);
      for (Scenario.Reply reply : node.replies()) {
        List<Said> said = new ArrayList<>(3);
        reply.feedback().map(Prose::plain).ifPresent(it -> said.add(Said.of(it, FEEDBACK)));
        said.add(Said.of(reply.text().plain(), TEXT));
        said.add(line);
        all.add(
            new Wording(
                "reply",
                reply.text().plain(),
                reply.principle(),
                reply.feedback().isPresent(),
                said));
      }
    }
    return all;
  }

  /** What its type calls it in messages: {@code option}, {@code reply}. */
  public String noun() {
    return noun;
  }

  /** What it says itself. */
  public String text() {
    return text;
  }

  /** What it is mapped to. */
  public Optional<Located<String>> principle() {
    return principle;
  }

  /** Whether it says why it is right or wrong. */
  public boolean explained() {
    return explained;
  }

  List<Said> said() {
    return said;
  }

  /** Made when it is asked for: of nearly all answers that is once. */
  Tally tally() {
    return Tally.of(said);
  }

  /**
   * The words of a text, each once; small ones too, because "before" and "you" tell principles
   * apart.
   */
  static int[] keys(String text) {
    List<String> words = Words.texts(text);
    Places places = new Places(words.size());
    for (int i = 0; i < words.size(); i++) {
      places.of(key(words.get(i)));
    }
    return ints(places);
  }

  private static int[] ints(Places places) {
    long[] numbers = places.numbers();
    int[] ints = new int[numbers.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = (int) numbers[i];
    }
    return ints;
  }

  /**
   * A number for a word and its inflections. Two words that got the same number would count as one:
   * of the 20,000 words of a long course that is one pair in twenty courses.
   */
  static int key(String word) {
    return WordStatistics.stemHash(word);
  }
}
