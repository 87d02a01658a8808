package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.Question;
import dev.rebound.source.Markup;
import dev.rebound.source.Severity;
import java.util.ArrayList;
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
  public void check(Content content, Findings found) {
    for (Course course : content.courses()) {
      List<Question> choices =
          course.bankFiles().stream()
              .flatMap(bank -> bank.questions().stream())
              .filter(ChoiceRule::isChoice)
              .toList();
      Map<String, Lesson> echoed = echoed(course, choices);
      if (!echoed.isEmpty()) {
        choices.forEach(question -> question(question, echoed, found));
      }
    }
  }

  /**
   * The runs of right options that lessons have, each with the first lesson that does. Lessons have
   * far more runs than options, so only those that begin and end like an option's are looked up.
   */
  private static Map<String, Lesson> echoed(Course course, List<Question> choices) {
    Set<String> asked = new HashSet<>();
    Map<String, Set<String>> lastByFirst = new HashMap<>();
    for (Question question : choices) {
      for (Answer answer : question.answers()) {
        List<String> words = answer.right() ? answer.text().words() : List.of();
        for (int i = 0; i + RUN <= words.size(); i++) {
          asked.add(run(words, i));
          lastByFirst
              .computeIfAbsent(words.get(i), first -> new HashSet<>())
              .add(words.get(i + RUN - 1));
        }
      }
    }
    Map<String, Lesson> echoed = new HashMap<>();
    for (Lesson lesson : asked.isEmpty() ? List.<Lesson>of() : course.lessonFiles()) {
      Markup.eachRun(
          lesson.body(),
          text -> {
            List<String> words = Markup.words(text);
            for (int i = 0; i + RUN <= words.size(); i++) {
              Set<String> last = lastByFirst.get(words.get(i));
              if (last != null && last.contains(words.get(i + RUN - 1))) {
                String run = run(words, i);
                if (asked.contains(run)) {
                  echoed.putIfAbsent(run, lesson);
                }
              }
            }
          });
    }
    return echoed;
  }

  private static void question(Question question, Map<String, Lesson> known, Findings found) {
    for (Answer answer : question.answers()) {
      for (String run : answer.right() ? runs(answer.text().words()) : List.<String>of()) {
        Lesson lesson = known.get(run);
        if (lesson != null) {
          found.at(
              answer.span(),
              "this right option has "
                  + RUN
                  + " or more words in a row of lesson \""
                  + lesson.id()
                  + "\": \""
                  + run
                  + "\".",
              "Say it in other words, or ask about a case that the lesson does not have.");
          break;
        }
      }
    }
  }

  private static List<String> runs(List<String> words) {
    List<String> runs = new ArrayList<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(run(words, i));
    }
    return runs;
  }

  private static String run(List<String> words, int from) {
    return String.join(" ", words.subList(from, from + RUN));
  }
}
