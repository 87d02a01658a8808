package dev.rebound.check.pilot;

import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionTraits;
import dev.rebound.source.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A question as a pilot asks it: its options in an order of their own, each with a letter, and no
 * sign of what is right. Its name gives nothing away either, since banks are often called after
 * what they ask about.
 *
 * @param code what it is known by in files
 * @param options those of the question; the first is A
 * @param check changes when what is asked does
 */
public record PilotItem(
    Course course, Question question, String code, List<Answer> options, String check) {

  static PilotItem of(Course course, Question question) {
    String key = course.id().value() + "/" + question.key();
    List<Answer> options = new ArrayList<>(question.answers());
    if (question.traits().options() == QuestionTraits.Options.LISTED) {
      options.sort(Comparator.comparing(answer -> Sha256.of(key + "#" + answer.id())));
    }
    String shown =
        asked(question)
            + options.stream().map(it -> "\n" + it.text().plain()).collect(Collectors.joining());
    return new PilotItem(
        course, question, digest("item " + key), List.copyOf(options), digest(shown));
  }

  /** What is asked, and what a picture shows that it is asked of. */
  public String asked() {
    return asked(question);
  }

  private static String asked(Question question) {
    return question.stem().plain()
        + question.picture().map(picture -> " [" + picture.plain() + "]").orElse("");
  }

  private static String digest(String text) {
    return Sha256.of(text).substring(0, 8);
  }

  /** Whether it can be asked: something is picked from options, and something of that is right. */
  static boolean fits(Question question) {
    return question.scored()
        && question.traits().options() != QuestionTraits.Options.NONE
        && question.answers().size() > 1
        && question.answers().size() <= 26
        && question.answers().stream().anyMatch(Answer::right);
  }

  /** Whether several options may be right. */
  public boolean several() {
    return question.interaction().multiple();
  }

  /** {@code A}, {@code B} … */
  public static String letter(int option) {
    return String.valueOf((char) ('A' + option));
  }

  /** The letters it has, in order. */
  String letters() {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < options.size(); i++) {
      letters.append(letter(i));
    }
    return letters.toString();
  }

  /** The letters of what is right, in order. */
  String key() {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < options.size(); i++) {
      key.append(options.get(i).right() ? letter(i) : "");
    }
    return key.toString();
  }

  /** How likely it is that somebody who ticks blindly is right. */
  double chance() {
    return several() ? 1 / (Math.pow(2, options.size()) - 1) : 1.0 / options.size();
  }
}
