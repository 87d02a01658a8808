package dev.rebound.check;

import dev.rebound.course.Answer;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionTraits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@link BlindGuesser} sees in options without knowing what they mean.
 *
 * @param place the position it is about, from 0; 0 for other kinds
 * @param marked the options it marks, by their places
 */
record GuessingCue(Kind kind, int place, BitSet marked) {
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

  boolean marks(int option) {
    return marked.get(option);
  }

  /** Those of a question; cues that mark none or all of its options say nothing. */
  static List<GuessingCue> in(Question question, boolean english) {
    return question.traits().options() == QuestionTraits.Options.VERDICTS
        ? ofStatement(question, english)
        : ofOptions(question, english);
  }

  private static List<GuessingCue> ofStatement(Question question, boolean english) {
    List<GuessingCue> cues = new ArrayList<>(3);
    BitSet isTrue = new BitSet();
    int options = question.answers().size();
    for (int i = 0; i < options; i++) {
      isTrue.set(i, question.answers().get(i).text().plain().equals("true"));
    }
    add(cues, Kind.VERDICT, isTrue, options);
    if (english && !CueWords.ABSOLUTE.in(question.stem().words()).isEmpty()) {
      add(cues, Kind.ABSOLUTE_STEM, isTrue, options);
    }
    if (english && !CueWords.VAGUE.in(question.stem().words()).isEmpty()) {
      add(cues, Kind.VAGUE_STEM, isTrue, options);
    }
    return cues;
  }

  private static List<GuessingCue> ofOptions(Question question, boolean english) {
    List<Answer> answers = question.answers();
    int options = answers.size();
    List<GuessingCue> cues = new ArrayList<>(options + 8);
    String[] texts = new String[options];
    double[] lengths = new double[options];
    double[] shortness = new double[options];
    for (int i = 0; i < options; i++) {
      BitSet place = new BitSet(options);
      place.set(i);
      cues.add(new GuessingCue(Kind.POSITION, i, place));
      texts[i] = answers.get(i).text().plain();
      lengths[i] = texts[i].codePointCount(0, texts[i].length());
      shortness[i] = 1 / Math.max(1, lengths[i]);
    }
    add(cues, Kind.LONGEST, leading(lengths, VISIBLE), options);
    add(cues, Kind.SHORTEST, leading(shortness, VISIBLE), options);
    if (english) {
      List<String> stem = question.stem().words();
      addWords(cues, stem, answers);
      Optional<StemGrammar> end = StemGrammar.of(question.stem().plain(), stem);
      if (end.isPresent()) {
        BitSet misfits = new BitSet(options);
        for (int i = 0; i < options; i++) {
          misfits.set(i, !end.get().fits().test(texts[i]));
        }
        add(cues, Kind.MISFIT, misfits, options);
      }
    }
    return cues;
  }

  private static void addWords(List<GuessingCue> cues, List<String> stem, List<Answer> answers) {
    int options = answers.size();
    Set<String> asked = WordStatistics.stems(stem);
    List<Set<String>> stems = new ArrayList<>(options);
    double[] repeated = new double[options];
    BitSet absolute = new BitSet(options);
    BitSet vague = new BitSet(options);
    for (int i = 0; i < options; i++) {
      List<String> text = answers.get(i).text().words();
      stems.add(WordStatistics.stems(text));
      repeated[i] = WordStatistics.common(stems.get(i), asked);
      absolute.set(i, !CueWords.ABSOLUTE.in(text).isEmpty() && !CueWords.isAboutOptions(text));
      vague.set(i, !CueWords.VAGUE.in(text).isEmpty());
    }
    double[] shared = new double[options];
    for (int i = 0; i < options; i++) {
      shared[i] = sharedWithAll(i, stems);
    }
    add(cues, Kind.STEM_WORD, leading(repeated, 1), options);
    add(cues, Kind.CONVERGENCE, options > 2 ? leading(shared, 1) : new BitSet(), options);
    add(cues, Kind.ABSOLUTE, absolute, options);
    add(cues, Kind.VAGUE, vague, options);
  }

  private static void add(List<GuessingCue> cues, Kind kind, BitSet marked, int options) {
    if (!marked.isEmpty() && marked.cardinality() < options) {
      cues.add(new GuessingCue(kind, 0, marked));
    }
  }

  /** The value that is more than {@code times} each of the others, where there is one. */
  private static BitSet leading(double[] values, double times) {
    BitSet leading = new BitSet(values.length);
    for (int i = 0; i < values.length; i++) {
      leading.set(i, leads(values, i, times));
    }
    return leading;
  }

  private static boolean leads(double[] values, int one, double times) {
    for (int other = 0; other < values.length; other++) {
      if (other != one && values[one] <= times * values[other]) {
        return false;
      }
    }
    return true;
  }

  /** How many words a text shares with the others together; 0 unless it shares one with each. */
  private static int sharedWithAll(int own, List<Set<String>> all) {
    int shared = 0;
    for (int other = 0; other < all.size(); other++) {
      int common = WordStatistics.common(all.get(own), all.get(other));
      if (common == 0) {
        return 0;
      }
      shared += other == own ? 0 : common;
    }
    return shared;
  }
}
