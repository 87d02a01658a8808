package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Choice;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.Question;
import dev.rebound.source.Markup;
import dev.rebound.source.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A right option is not a sentence of the lesson, which would be known by its sound. */
public final class LessonEcho implements Rule {
  private static final int RUN = 8;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      List<Question> choices =
          course.bankFiles().stream()
              .flatMap(bank -> bank.questions().stream())
              .filter(Choice::hasOptions)
              .toList();
      Map<List<String>, Lesson> echoed = echoed(course, choices);
      if (!echoed.isEmpty()) {
        choices.forEach(question -> question(question, echoed, found));
      }
    }
  }

  /** The hash of the first and the last word of a run: most runs differ there. */
  private static int ends(List<String> words, int from) {
    return 31 * words.get(from).hashCode() + words.get(from + RUN - 1).hashCode() & 0xFFFF;
  }

  /**
   * The runs of right options that lessons have, each with the first lesson that does. Lessons have
   * far more runs than options, so only those that begin and end like an option's are looked up.
   */
  private static Map<List<String>, Lesson> echoed(Course course, List<Question> choices) {
    Set<List<String>> asked = new HashSet<>();
    boolean[] ends = new boolean[0x10000];
    for (Question question : choices) {
      for (Answer answer : question.answers()) {
        List<String> words = answer.right() ? answer.text().words() : List.of();
        for (int i = 0; i + RUN <= words.size(); i++) {
          asked.add(words.subList(i, i + RUN));
          ends[ends(words, i)] = true;
        }
      }
    }
    Map<List<String>, Lesson> echoed = new HashMap<>();
    for (Lesson lesson : asked.isEmpty() ? List.<Lesson>of() : course.lessonFiles()) {
      Markup.eachRun(
          lesson.body(),
          text -> {
            List<String> words = Markup.words(text);
            for (int i = 0; i + RUN <= words.size(); i++) {
              if (ends[ends(words, i)]) {
                List<String> run = words.subList(i, i + RUN);
                if (asked.contains(run)) {
                  echoed.putIfAbsent(run, lesson);
                }
              }
            }
          });
    }
    return echoed;
  }

  private static void question(Question question, Map<List<String>, Lesson> known, Findings found) {
    for (Answer answer : question.answers()) {
      List<String> words = answer.right() ? answer.text().words() : List.of();
      for (int i = 0; i + RUN <= words.size(); i++) {
        List<String> run = words.subList(i, i + RUN);
        Lesson lesson = known.get(run);
        if (lesson != null) {
          found.at(
              answer.span(),
              "this right option has "
                  + RUN
                  + " or more words in a row of lesson \""
                  + lesson.id()
                  + "\": \""
                  + String.join(" ", run)
                  + "\".",
              "Say it in other words, or ask about a case that the lesson does not have.");
          break;
        }
      }
    }
  }
}
