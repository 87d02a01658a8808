package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.source.Markup;
import dev.rebound.source.Severity;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
      Map<String, Lesson> runs = new HashMap<>();
      for (Lesson lesson : course.lessonFiles()) {
        Markup.eachRun(
            lesson.body(),
            run -> runs(Markup.plain(run)).forEach(r -> runs.putIfAbsent(r, lesson)));
      }
      for (QuestionBank bank : course.bankFiles()) {
        bank.questions().stream()
            .filter(ChoiceRule::isChoice)
            .forEach(question -> question(question, runs, found));
      }
    }
  }

  private static void question(Question question, Map<String, Lesson> known, Findings found) {
    for (Answer answer : question.answers()) {
      for (String run : answer.right() ? runs(answer.text().plain()) : List.<String>of()) {
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

  private static List<String> runs(String text) {
    List<String> words = Words.texts(text);
    List<String> runs = new ArrayList<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(String.join(" ", words.subList(i, i + RUN)));
    }
    return runs;
  }
}
