package dev.rebound.check;

import dev.rebound.course.Answer;
import dev.rebound.course.Interaction;
import dev.rebound.course.Question;
import dev.rebound.source.Prose;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What {@link BlindGuesser} sees in options without knowing what they mean.
 *
 * @param place the position it is about, from 0; 0 for other kinds
 */
record GuessingCue(Kind kind, int place) {
  /** The times by which a line must be longer than the next for a glance to tell. */
  private static final double VISIBLE = 1.05;

  /** What can mark an option. */
  enum Kind {
    LONGEST(2, "the longest", "not the longest"),
    SHORTEST(1, "the shortest", "not the shortest"),
    CONVERGENCE(2, "shares words with all others", "not the one that shares words with all others"),
    STEM_WORD(2, "repeats the stem", "does not repeat the stem"),
    ABSOLUTE(.5, "has an absolute word", "has no absolute word"),
    VAGUE(2, "has a careful word", "has no careful word"),
    MISFIT(.1, "does not fit the stem's last word", "fits the stem's last word"),
    ABSOLUTE_STEM(.5, "true, with an absolute word", "false, with an absolute word"),
    VAGUE_STEM(2, "true, with a careful word", "false, with a careful word"),
    POSITION(1, "in a place often right", "not in a place seldom right"),
    VERDICT(1, "says what is often right", "says what is often right");

    /** What it takes the lift to be before it has seen an answer. */
    final double lift;

    final String marked;
    final String unmarked;

    Kind(double lift, String marked, String unmarked) {
      this.lift = lift;
      this.marked = marked;
      this.unmarked = unmarked;
    }

    /** How many right answers by chance its first opinion weighs as much as. */
    double weight() {
      // That keys have places is a suspicion, not advice, so it takes twice as much to raise it.
      return this == POSITION || this == VERDICT ? 3 : 1.5;
    }
  }

  /** The options that each cue marks; cues that mark none or all say nothing. */
  static Map<GuessingCue, Set<Integer>> marks(Question question, boolean english) {
    List<Answer> answers = question.answers();
    List<String> texts = answers.stream().map(a -> a.text().plain()).toList();
    Prose stem = question.stem();
    Map<GuessingCue, Set<Integer>> marks = new LinkedHashMap<>();
    if (question.interaction().type() == Interaction.Type.TRUE_FALSE) {
      IntPredicate isTrue = i -> texts.get(i).equals("true");
      mark(marks, Kind.VERDICT, texts, isTrue);
      if (english && !CueWords.ABSOLUTE.in(stem).isEmpty()) {
        mark(marks, Kind.ABSOLUTE_STEM, texts, isTrue);
      }
      if (english && !CueWords.VAGUE.in(stem).isEmpty()) {
        mark(marks, Kind.VAGUE_STEM, texts, isTrue);
      }
      return marks;
    }
    for (int i = 0; i < texts.size(); i++) {
      marks.put(new GuessingCue(Kind.POSITION, i), Set.of(i));
    }
    double[] lengths =
        texts.stream().mapToDouble(text -> text.codePointCount(0, text.length())).toArray();
    double[] shortness = Arrays.stream(lengths).map(length -> 1 / Math.max(1, length)).toArray();
    mark(marks, Kind.LONGEST, texts, i -> leads(lengths, i, VISIBLE));
    mark(marks, Kind.SHORTEST, texts, i -> leads(shortness, i, VISIBLE));
    if (english) {
      List<Set<String>> words =
          answers.stream().map(a -> WordStatistics.stems(a.text().words())).toList();
      Set<String> asked = WordStatistics.stems(stem.words());
      double[] repeated =
          words.stream().mapToDouble(w -> WordStatistics.common(w, asked)).toArray();
      double[] shared = words.stream().mapToDouble(w -> sharedWithAll(w, words)).toArray();
      mark(marks, Kind.STEM_WORD, texts, i -> leads(repeated, i, 1));
      mark(marks, Kind.CONVERGENCE, texts, i -> texts.size() > 2 && leads(shared, i, 1));
      mark(
          marks,
          Kind.ABSOLUTE,
          texts,
          i ->
              !CueWords.ABSOLUTE.in(answers.get(i).text()).isEmpty()
                  && !CueWords.isAboutOptions(answers.get(i)));
      mark(marks, Kind.VAGUE, texts, i -> !CueWords.VAGUE.in(answers.get(i).text()).isEmpty());
      StemGrammar.of(stem)
          .ifPresent(end -> mark(marks, Kind.MISFIT, texts, i -> !end.fits().test(texts.get(i))));
    }
    return marks;
  }

  private static void mark(
      Map<GuessingCue, Set<Integer>> marks, Kind kind, List<String> texts, IntPredicate isMarked) {
    Set<Integer> marked = new HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      if (isMarked.test(i)) {
        marked.add(i);
      }
    }
    if (!marked.isEmpty() && marked.size() < texts.size()) {
      marks.put(new GuessingCue(kind, 0), marked);
    }
  }

  /** Whether one value is more than {@code times} each of the others. */
  private static boolean leads(double[] values, int one, double times) {
    for (int other = 0; other < values.length; other++) {
      if (other != one && values[one] <= times * values[other]) {
        return false;
      }
    }
    return true;
  }

  /** How many words a text shares with the others together; 0 unless it shares one with each. */
  private static int sharedWithAll(Set<String> own, List<Set<String>> all) {
    int shared = 0;
    for (Set<String> other : all) {
      int common = WordStatistics.common(own, other);
      if (common == 0) {
        return 0;
      }
      shared += other == own ? 0 : common;
    }
    return shared;
  }
}
