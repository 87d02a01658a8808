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
import dev.rebound.source.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
      Map<Run, Lesson> echoed = echoed(course, choices);
      if (!echoed.isEmpty()) {
        choices.forEach(question -> question(question, echoed, found));
      }
    }
  }

  /** Words in a row, from a place in a text on. */
  private record Run(int[] text, int from) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Run that
          && Arrays.equals(text, from, from + RUN, that.text, that.from, that.from + RUN);
    }

    @Override
    public int hashCode() {
      int hash = 0;
      for (int i = from; i < from + RUN; i++) {
        hash = 31 * hash + text[i];
      }
      return hash;
    }

    /** Nearly every other run has other ends. */
    static int ends(int[] text, int from) {
      return 31 * text[from] + text[from + RUN - 1] & 0xFFFF;
    }

    @Override
    public String toString() {
      return String.join(" ", Words.texts(Arrays.copyOfRange(text, from, from + RUN)));
    }
  }

  /**
   * The runs of right options that lessons have, each with the first lesson that does. Lessons have
   * far more runs than options, so only those that begin and end like an option's are looked up.
   */
  private static Map<Run, Lesson> echoed(Course course, List<Question> choices) {
    Set<Run> asked = new HashSet<>();
    boolean[] ends = new boolean[0x10000];
    for (Question question : choices) {
      for (Answer answer : question.answers()) {
        int[] words = answer.right() ? answer.text().words() : new int[0];
        for (int i = 0; i + RUN <= words.length; i++) {
          asked.add(new Run(words, i));
          ends[Run.ends(words, i)] = true;
        }
      }
    }
    Map<Run, Lesson> echoed = new HashMap<>();
    for (Lesson lesson : asked.isEmpty() ? List.<Lesson>of() : course.lessonFiles()) {
      Markup.eachRun(
          lesson.body(),
          text -> {
            int[] words = Markup.words(text);
            for (int i = 0; i + RUN <= words.length; i++) {
              if (ends[Run.ends(words, i)]) {
                Run run = new Run(words, i);
                if (asked.contains(run)) {
                  echoed.putIfAbsent(run, lesson);
                }
              }
            }
          });
    }
    return echoed;
  }

  private static void question(Question question, Map<Run, Lesson> known, Findings found) {
    for (Answer answer : question.answers()) {
      int[] words = answer.right() ? answer.text().words() : new int[0];
      for (int i = 0; i + RUN <= words.length; i++) {
        Run run = new Run(words, i);
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
}
