package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.check.WordRuns;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.Interaction;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.QuestionTraits;
import dev.rebound.source.Prose;
import dev.rebound.source.Severity;
import dev.rebound.source.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hint helps to find the answer and does not say it. */
public final class HintGivesKey implements Rule {
  private static final int TELLING_RUN = 4;

  /** Positions and letters; an order of the options would not survive a shuffle either. */
  private static final Pattern POINTS =
      Pattern.compile(
          "\\b(?:first|second|third|fourth|fifth|sixth|last|middle|top|bottom|longest|shortest)"
              + " (?:option|answer|choice|one|reply|sentence|statement)\\b"
              + "|\\b(?:option|answer|choice) (?:number )?(?:[a-f]|[1-6]|one|two|three|four)\\b");

  private static final Pattern VERDICT =
      Pattern.compile(
          "\\b(?:is|it's|be|answer|say) (?:indeed |really |quite |not )?(?:true|false|right|wrong|correct)\\b");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      boolean english = WordStatistics.isEnglish(course.language());
      for (QuestionBank bank : course.bankFiles()) {
        for (Question question : bank.questions()) {
          if (question.scored()) {
            question.hints().forEach(hint -> hint(hint, question, english, found));
          }
        }
      }
    }
  }

  private static void hint(Prose hint, Question question, boolean english, Findings found) {
    String given = given(hint, question, english);
    if (!given.isEmpty()) {
      found.at(
          hint.span(),
          "this hint gives the answer away: it " + given + ".",
          "Say where to look or what to think of, and leave the answer to the learner.");
    }
  }

  private static String given(Prose hint, Question question, boolean english) {
    String plain = hint.plain().toLowerCase(Locale.ROOT).replace('’', '\'');
    QuestionTraits traits = question.traits();
    if (english && traits.options() == QuestionTraits.Options.VERDICTS) {
      return VERDICT.matcher(plain).find() ? "says which verdict is right" : "";
    }
    if (english
        && traits.options() == QuestionTraits.Options.LISTED
        && POINTS.matcher(plain).find()) {
      return "points at an option";
    }
    List<String> words = hint.words();
    return switch (traits.response()) {
      case PICKED -> picked(words, question);
      case TYPED -> typed(words, plain, question.interaction());
      case ORDERED ->
          question.answers().stream().anyMatch(step -> holds(words, step.text().words()))
              ? "says a step to the letter"
              : "";
      case PAIRED ->
          question.answers().stream().anyMatch(pair -> pairs(words, pair, question))
              ? "says both sides of a pair"
              : "";
    };
  }

  private static String picked(List<String> hint, Question question) {
    List<Answer> wrong = question.answers().stream().filter(answer -> !answer.right()).toList();
    Set<String> told = WordStatistics.stems(hint);
    for (Answer right : question.answers()) {
      if (!right.right()) {
        continue;
      }
      List<String> words = right.text().words();
      if (holds(hint, words) || sharesRun(hint, words, wrong, question)) {
        return "repeats \"" + AnswerWithoutPrinciple.shortened(right.text().plain()) + "\"";
      }
      Set<String> own = WordStatistics.stems(words);
      own.removeAll(WordStatistics.stems(question.stem().words()));
      wrong.forEach(answer -> own.removeAll(WordStatistics.stems(answer.text().words())));
      Set<String> shared = new HashSet<>(own);
      shared.retainAll(told);
      if (shared.size() >= 2 && 2 * shared.size() >= own.size()) {
        return "has the words that only \""
            + AnswerWithoutPrinciple.shortened(right.text().plain())
            + "\" has";
      }
    }
    return "";
  }

  /** A few words in a row that no wrong option has, nor the stem. */
  private static boolean sharesRun(
      List<String> hint, List<String> right, List<Answer> wrong, Question question) {
    List<List<String>> others = new ArrayList<>();
    wrong.forEach(answer -> others.add(answer.text().words()));
    others.add(question.stem().words());
    for (int i = 0; i + TELLING_RUN <= right.size(); i++) {
      List<String> run = right.subList(i, i + TELLING_RUN);
      if (Collections.indexOfSubList(hint, run) >= 0
          && others.stream().noneMatch(other -> Collections.indexOfSubList(other, run) >= 0)) {
        return true;
      }
    }
    return false;
  }

  private static String typed(List<String> hint, String plain, Interaction interaction) {
    Set<String> accepted = new HashSet<>();
    interaction.correct().forEach(accepted::addAll);
    for (Interaction.Typed typed : interaction.typed()) {
      if (typed instanceof Interaction.TypedText text && accepted.contains(text.text())) {
        List<String> words = Words.texts(text.text());
        if (!words.isEmpty() && Collections.indexOfSubList(hint, words) >= 0) {
          return "says \"" + text.text() + "\"";
        }
      } else if (typed instanceof Interaction.TypedNumber range
          && accepted.contains(range.from())
          && says(plain, range)) {
        return "says the number";
      }
    }
    return "";
  }

  private static boolean says(String plain, Interaction.TypedNumber range) {
    Matcher number = NUMBER.matcher(plain);
    while (number.find()) {
      BigDecimal said = new BigDecimal(number.group());
      if (said.compareTo(new BigDecimal(range.from())) >= 0
          && said.compareTo(new BigDecimal(range.to())) <= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean pairs(List<String> hint, Answer pair, Question question) {
    return holds(hint, pair.text().words())
        && question
            .target(pair)
            .filter(target -> Collections.indexOfSubList(hint, target.words()) >= 0)
            .isPresent();
  }

  /** Whether it says a text whole; one word alone may be any word. */
  private static boolean holds(List<String> hint, List<String> text) {
    return WordRuns.repeats(hint, text)
        || (text.size() >= 2 && Collections.indexOfSubList(hint, text) >= 0);
  }
}
