package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.Interaction;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.QuestionTraits;
import dev.rebound.source.Lazy;
import dev.rebound.source.Severity;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code typos:} forgives a slip of the hand and does not accept another word. */
public final class TypoAcceptsWord implements Rule {
  /** Shorter words are one letter from half the language. */
  private static final int LONG_ENOUGH_IN_A_PHRASE = 5;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      Lazy<Set<String>> typed = new Lazy<>(() -> typed(context, course));
      for (QuestionBank bank : course.bankFiles()) {
        for (Question question : bank.questions()) {
          question(question, typed, found);
        }
      }
    }
  }

  /** What learners of a course may well type: what other questions ask for, and the terms. */
  private static Set<String> typed(CheckContext context, Course course) {
    Set<String> words = new TreeSet<>();
    context.content().terms().forEach(term -> words.addAll(Words.texts(term.term().value())));
    for (QuestionBank bank : course.bankFiles()) {
      for (Question question : bank.questions()) {
        if (question.traits().response() == QuestionTraits.Response.TYPED) {
          question.answers().forEach(answer -> words.addAll(answer.text().words()));
        }
      }
    }
    return words;
  }

  private static void question(Question question, Lazy<Set<String>> known, Findings found) {
    List<Interaction.TypedText> texts = new ArrayList<>();
    for (Interaction.Typed typed : question.interaction().typed()) {
      if (typed instanceof Interaction.TypedText text) {
        texts.add(text);
      }
    }
    if (texts.stream().noneMatch(text -> text.typos() > 0)) {
      return;
    }
    Map<String, Answer> answers =
        question.answers().stream()
            .collect(Collectors.toMap(Answer::id, answer -> answer, (one, other) -> one));
    Set<String> accepted = new HashSet<>();
    Set<String> foreseen = new TreeSet<>();
    for (Interaction.TypedText text : texts) {
      Answer answer = answers.get(text.answer());
      (answer == null || answer.right() ? accepted : foreseen)
          .add(String.join(" ", Words.texts(text.text())));
    }
    for (Interaction.TypedText text : texts) {
      Answer answer = answers.get(text.answer());
      if (answer != null && answer.right() && text.typos() > 0) {
        Set<String> near = new TreeSet<>(known.get());
        near.addAll(question.stem().words());
        question.answers().forEach(other -> near.addAll(other.text().words()));
        near.removeIf(word -> !WordStatistics.carriesContent(word));
        accepts(text, answer, accepted, foreseen, near, found);
      }
    }
  }

  private static void accepts(
      Interaction.TypedText text,
      Answer answer,
      Set<String> accepted,
      Set<String> foreseen,
      Set<String> known,
      Findings found) {
    List<String> words = Words.texts(text.text());
    String whole = String.join(" ", words);
    String other = "";
    for (String wrong : foreseen) {
      if (other.isEmpty() && distance(whole, wrong) <= text.typos()) {
        other = wrong;
      }
    }
    for (int i = 0; i < words.size() && other.isEmpty(); i++) {
      String word = words.get(i);
      boolean alone = words.size() == 1;
      for (String near : known) {
        if (other.isEmpty()
            && (alone || word.length() >= LONG_ENOUGH_IN_A_PHRASE)
            && !accepted.contains(near)
            && distance(word, near) <= text.typos()
            && !WordStatistics.stem(word).equals(WordStatistics.stem(near))) {
          other = near;
        }
      }
    }
    if (!other.isEmpty()) {
      found.at(
          answer.span(),
          "with "
              + (text.typos() == 1 ? "1 typo" : text.typos() + " typos")
              + ", \""
              + text.text()
              + "\" accepts \""
              + other
              + "\", which is another word.",
          "Allow fewer typos, or list the misspellings that you accept.");
    }
  }

  /** How many letters are missing, wrong, too many or swapped, as the player counts. */
  private static int distance(String one, String other) {
    if (Math.abs(one.length() - other.length()) > 4) {
      return Integer.MAX_VALUE;
    }
    int[] before = new int[0];
    int[] last = new int[other.length() + 1];
    for (int j = 0; j < last.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] now = new int[other.length() + 1];
      now[0] = i;
      for (int j = 1; j < now.length; j++) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        now[j] = Math.min(Math.min(last[j] + 1, now[j - 1] + 1), last[j - 1] + same);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          now[j] = Math.min(now[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = now;
    }
    return last[other.length()];
  }
}
