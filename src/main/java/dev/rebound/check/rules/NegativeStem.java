package dev.rebound.check.rules;

import dev.rebound.check.Choice;
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

/** A stem that asks for what does not hold says its "not" so that nobody reads past it. */
public final class NegativeStem extends ChoiceRule {
  private static final Set<String> NEGATIVE = Set.of("not", "never", "cannot");

  private static final String EXCEPT = "except";

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
  void question(Choice choice, Findings found) {
    Prose stem = choice.question().stem();
    // Most have no such word, wherever it stands.
    if (choice.stemWords().stream().noneMatch(word -> word.equals(EXCEPT) || isNegative(word))) {
      return;
    }
    String task = Stem.task(choice.stem());
    Set<String> emphasised = emphasised(stem);
    for (String word : turning(task, Stem.isUnfinished(choice.stem()))) {
      boolean shown =
          emphasised.contains(word) || task.contains(word.toUpperCase(java.util.Locale.ROOT));
      if (!shown) {
        found.at(
            stem.span(),
            "the question turns on \"" + word + "\", which is easily read past.",
            "Ask for what holds, or stress the word: *" + word + "*.");
        return;
      }
    }
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
    for (String word : words) {
      if (word.equals(EXCEPT)) {
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
