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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
      Map<List<String>, Lesson> echoed = echoed(course, choices, context);
      if (!echoed.isEmpty()) {
        choices.forEach(question -> question(question, echoed, found));
      }
    }
  }

  /**
   * The runs of right options that lessons have, each with the first lesson that does. Lessons have
   * far more runs than options, so their hashes are kept, and only a lesson that shares one is
   * looked at.
   */
  private static Map<List<String>, Lesson> echoed(
      Course course, List<Question> choices, CheckContext context) {
    Set<List<String>> asked = new HashSet<>();
    for (Question question : choices) {
      for (Answer answer : question.answers()) {
        if (answer.right()) {
          asked.addAll(runs(answer.text().words()));
        }
      }
    }
    Set<Integer> hashes = asked.stream().map(List::hashCode).collect(Collectors.toSet());
    Map<List<String>, Lesson> echoed = new HashMap<>();
    for (Lesson lesson : asked.isEmpty() ? List.<Lesson>of() : course.lessonFiles()) {
      int[] own = context.kept(lesson, LessonEcho.class, () -> hashes(lesson));
      if (Arrays.stream(own).anyMatch(hashes::contains)) {
        for (List<String> run : runs(lesson)) {
          if (asked.contains(run)) {
            echoed.putIfAbsent(run, lesson);
          }
        }
      }
    }
    return echoed;
  }

  /** Those of its runs, as {@link List#hashCode} has them. */
  private static int[] hashes(Lesson lesson) {
    IntStream.Builder hashes = IntStream.builder();
    Markup.eachRun(
        lesson.body(),
        text -> {
          int[] words = Markup.words(text).stream().mapToInt(String::hashCode).toArray();
          for (int from = 0; from + RUN <= words.length; from++) {
            int hash = 1;
            for (int i = from; i < from + RUN; i++) {
              hash = 31 * hash + words[i];
            }
            hashes.add(hash);
          }
        });
    return hashes.build().toArray();
  }

  private static List<List<String>> runs(Lesson lesson) {
    List<List<String>> runs = new ArrayList<>();
    Markup.eachRun(lesson.body(), text -> runs.addAll(runs(Markup.words(text))));
    return runs;
  }

  private static List<List<String>> runs(List<String> words) {
    return IntStream.rangeClosed(0, words.size() - RUN)
        .mapToObj(i -> words.subList(i, i + RUN))
        .toList();
  }

  private static void question(Question question, Map<List<String>, Lesson> known, Findings found) {
    for (Answer answer : question.answers()) {
      List<String> words = answer.right() ? answer.text().words() : List.of();
      for (List<String> run : runs(words)) {
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
