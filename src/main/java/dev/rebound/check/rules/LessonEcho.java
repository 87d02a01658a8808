package dev.rebound.check.rules;

import dev.rebound.check.AuthoredText;
import dev.rebound.check.CheckContext;
import dev.rebound.check.ChoiceItem;
import dev.rebound.check.ContentWalk;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.check.quotation.Digests;
import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.source.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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
      Map<List<String>, Lesson> echoed = echoed(course, context);
      if (!echoed.isEmpty()) {
        course.bankFiles().forEach(bank -> rightOptions(bank, it -> answer(it, echoed, found)));
      }
    }
  }

  /**
   * The runs of right options that lessons have, each with the first lesson that does. There are
   * far more runs than any that are shared: only a lesson that shares the hash of one is looked at.
   */
  private static Map<List<String>, Lesson> echoed(Course course, CheckContext context) {
    Set<Long> asked = new HashSet<>();
    for (QuestionBank bank : course.bankFiles()) {
      asked.addAll(context.kept(bank, LessonEcho.class, () -> hashes(bank)));
    }
    Map<List<String>, Lesson> echoed = new HashMap<>();
    for (ContentWalk.Part part : asked.isEmpty() ? List.<ContentWalk.Part>of() : context.parts()) {
      if (part.thing() instanceof Lesson lesson
          && part.course().orElse(null) == course
          && context.words(lesson).stream()
              .anyMatch(words -> hashes(words).anyMatch(asked::contains))) {
        for (AuthoredText text : context.in(part).texts()) {
          runs(text.words()).forEach(run -> echoed.putIfAbsent(run, lesson));
        }
      }
    }
    return echoed;
  }

  private static void rightOptions(QuestionBank bank, Consumer<Answer> each) {
    for (Question question : bank.questions()) {
      if (ChoiceItem.hasOptions(question)) {
        question.answers().stream().filter(Answer::right).forEach(each);
      }
    }
  }

  private static List<Long> hashes(QuestionBank bank) {
    List<Long> hashes = new ArrayList<>();
    rightOptions(bank, it -> hashes(Digests.words(it.text().words())).forEach(hashes::add));
    return hashes;
  }

  /** One for each run of words. */
  private static LongStream hashes(long[] words) {
    return IntStream.rangeClosed(0, words.length - RUN)
        .mapToLong(
            from -> {
              long hash = 1;
              for (int i = from; i < from + RUN; i++) {
                hash = 31 * hash + words[i];
              }
              return hash;
            });
  }

  private static List<List<String>> runs(List<String> words) {
    return IntStream.rangeClosed(0, words.size() - RUN)
        .mapToObj(i -> words.subList(i, i + RUN))
        .toList();
  }

  private static void answer(Answer answer, Map<List<String>, Lesson> known, Findings found) {
    for (List<String> run : runs(answer.text().words())) {
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
