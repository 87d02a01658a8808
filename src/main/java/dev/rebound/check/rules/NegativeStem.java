package dev.rebound.check.rules;

import dev.rebound.check.ChoiceItem;
import dev.rebound.check.Findings;
import dev.rebound.check.Stem;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.Prose;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stem that asks for what does not hold says its "not" so that nobody reads past it. */
public final class NegativeStem extends ChoiceRule {
  private static final Set<String> NEGATIVE = Set.of("not", "never", "cannot");

  private static final String EXCEPT = "except";

  private static final Pattern ALL_BUT_ONE =
      Pattern.compile("(?i)\\b(?:all|each|every|any)\\b[^.?!\"“”]*\\bbut one\\b");

  /**
   * These turn round what is asked by themselves, where the question asks for what they describe.
   */
  private static final Set<String> TURNED =
      Set.of("untrue", "incorrect", "false", "wrong", "incorrectly", "inappropriate", "unsuitable");

  /** What an option can be: after "which is not" this is what the question turns on. */
  private static final Set<String> JUDGED =
      Set.of(
          "true",
          "correct",
          "right",
          "appropriate",
          "valid",
          "suitable",
          "recommended",
          "allowed",
          "possible",
          "likely",
          "needed",
          "required",
          "necessary",
          "helpful",
          "part",
          "example");

  private static final Set<String> SPOKEN_OF =
      Set.of(
          "statement", "statements", "sentence", "option", "answer", "claim", "one", "following");

  /** Words that turn round what is asked. "Why" and "how" ask about a fact that stays negative. */
  private static final Set<String> ASKING = Set.of("which", "what", "who", "whom", "where", "when");

  /** After these a "not" belongs to the story: what do you say to a guest who has not paid? */
  private static final Set<String> SUBORDINATE =
      Set.of(
          "if",
          "because",
          "although",
          "though",
          "since",
          "while",
          "that",
          "who",
          "whose",
          "after",
          "before",
          "until",
          "as",
          "when",
          "where",
          "why",
          "how",
          "whether",
          "so",
          "but",
          "and");

  @Override
  boolean readsEnglish() {
    return true;
  }

  @Override
  void question(ChoiceItem choice, Findings found) {
    Prose stem = choice.question().stem();
    // Most have no such word, wherever it stands.
    if (choice.stemWords().stream().noneMatch(NegativeStem::mayTurn)) {
      return;
    }
    Matcher butOne = ALL_BUT_ONE.matcher(choice.stem());
    if (butOne.find() && !emphasised(stem).contains("but")) {
      report(stem, "but one", found);
      return;
    }
    String task = Stem.task(choice.stem());
    Set<String> emphasised = emphasised(stem);
    for (String word : turning(task, Stem.isUnfinished(choice.stem()))) {
      boolean shown =
          emphasised.contains(word) || task.contains(word.toUpperCase(java.util.Locale.ROOT));
      if (!shown) {
        report(stem, word, found);
        return;
      }
    }
  }

  private static void report(Prose stem, String word, Findings found) {
    found.at(
        stem.span(),
        "the question turns on \"" + word + "\", which is easily read past.",
        "Ask for what holds, or stress the word: *" + word + "*.");
  }

  private static boolean mayTurn(String word) {
    return word.equals(EXCEPT)
        || word.equals("but")
        || word.equals("least")
        || TURNED.contains(word)
        || isNegative(word);
  }

  private static boolean isNegative(String word) {
    return NEGATIVE.contains(word) || word.endsWith("n't");
  }

  /** The words of a task that turn it round. */
  private static List<String> turning(String task, boolean unfinished) {
    List<String> words = Words.texts(task);
    List<String> turning = new ArrayList<>();
    boolean asked = false;
    boolean story = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String before = i == 0 ? "" : words.get(i - 1);
      String after = i + 1 == words.size() ? "" : words.get(i + 1);
      if (word.equals(EXCEPT) || (word.equals("but") && before.equals("all"))) {
        turning.add(word);
      } else if (asked && word.equals("least") && !before.equals("at")) {
        turning.add(word);
      } else if (asked && asksForTurned(words, i)) {
        turning.add(word);
      } else if (asked && isNegative(word) && JUDGED.contains(after)) {
        turning.add(word);
      } else if (!asked && ASKING.contains(word)) {
        asked = true;
      } else if (SUBORDINATE.contains(word)) {
        story = true;
      } else if ((asked || (unfinished && word.equals(words.get(words.size() - 1))))
          && !story
          && isNegative(word)) {
        turning.add(word);
      }
    }
    return turning;
  }

  /** "Which statement is false?", "Which is the wrong answer?", and not "What was false in it?" */
  private static boolean asksForTurned(List<String> words, int at) {
    if (!TURNED.contains(words.get(at))) {
      return false;
    }
    boolean spokenOf =
        words.subList(0, at).stream().anyMatch(SPOKEN_OF::contains)
            || (at + 1 < words.size() && SPOKEN_OF.contains(words.get(at + 1)));
    String before = words.get(at - 1);
    return spokenOf || (at >= 2 && words.get(at - 2).equals("which") && before.equals("is"));
  }

  private static Set<String> emphasised(Prose stem) {
    Set<String> words = new HashSet<>();
    Markup.eachInline(
        stem.inlines(),
        inline -> {
          if (inline instanceof Inline.Emphasis it) {
            words.addAll(Markup.words(it.content()));
          } else if (inline instanceof Inline.Strong it) {
            words.addAll(Markup.words(it.content()));
          }
        });
    return words;
  }
}
