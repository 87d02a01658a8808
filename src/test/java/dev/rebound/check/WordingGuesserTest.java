package dev.rebound.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.course.Answer;
import dev.rebound.course.Delivery;
import dev.rebound.course.Interaction;
import dev.rebound.course.Question;
import dev.rebound.question.choice.Choice;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions about nothing, 48 a cue in four banks: only how the right option is worded speaks. */
class WordingGuesserTest {
  private static final SourceSpan AT = new SourceSpan("battery", 1, 1);
  private static final String LETTERS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";

  private static final List<List<String>> OPPOSITES =
      List.of(
          List.of("more", "less"),
          List.of("rises", "falls"),
          List.of("before", "after"),
          List.of("higher", "lower"),
          List.of("longer", "shorter"),
          List.of("first", "last"),
          List.of("earlier", "later"),
          List.of("up", "down"),
          List.of("stronger", "weaker"),
          List.of("better", "worse"));

  private final Random random = new Random(7);

  @ParameterizedTest
  @CsvSource({
    "'the only one with a full stop', 40",
    "'the only one with a comma', 40",
    "'the only one with a capital', 40",
    "'the only one with a negative', 40",
    "'the longest', 40",
    "'the second longest', 30",
    "'the shortest', 40",
    "'a middle number', 40",
    // Two are marked, and one of them is right.
    "'one of two opposites', 19",
    "'\"gently\"', 40"
  })
  void eachCueIsLearnedFromTheOtherBanks(String cue, int least) {
    WordingGuesser.Score score = score(cue);
    assertThat(score.score().guesses()).hasSize(48);
    assertThat(score.score().points()).isGreaterThanOrEqualTo(least);
    assertThat(score.score().beatsChance()).isTrue();
    assertThat(score.words()).contains(cue);
    assertThat(score.items()).hasSize(5);
  }

  @Test
  void whereNothingTellsItIsLeftToChance() {
    for (int i = 0; i < 20; i++) {
      GuesserScore.Figure figure = score("").score().figure();
      assertThat(figure.points()).isBetween(4.0, 22.0);
    }
  }

  /** What only this bank says, nobody knows who has not seen it. */
  @Test
  void aBankTellsNothingOfItself() {
    List<List<WordingGuesser.Item>> banks = banks("");
    List<WordingGuesser.Item> last = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      last.add(item("\"gently\""));
    }
    banks.add(last);
    List<GuesserScore.Guess> guesses = WordingGuesser.of("b", banks).score().guesses();
    double points = guesses.subList(48, 60).stream().mapToDouble(GuesserScore.Guess::points).sum();
    assertThat(points).isLessThan(7);
  }

  private WordingGuesser.Score score(String cue) {
    return WordingGuesser.of("b", banks(cue));
  }

  private List<List<WordingGuesser.Item>> banks(String cue) {
    List<List<WordingGuesser.Item>> banks = new ArrayList<>();
    for (int bank = 0; bank < 4; bank++) {
      List<WordingGuesser.Item> items = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        items.add(item(cue));
      }
      banks.add(items);
    }
    return banks;
  }

  private WordingGuesser.Item item(String cue) {
    int options = cue.equals("a middle number") ? 3 : 4;
    int key = random.nextInt(options);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < options; i++) {
      texts.add(phrase(4));
    }
    switch (cue) {
      case "the only one with a full stop" -> change(texts, key, it -> it + ".");
      case "the only one with a comma" -> change(texts, key, it -> it.replaceFirst(" ", ", "));
      case "the only one with a capital" ->
          change(
              texts,
              key,
              it -> it.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + it.substring(1));
      case "the only one with a negative" -> change(texts, key, it -> "never " + it);
      case "\"gently\"" -> change(texts, key, it -> "gently " + it);
      case "the longest" -> change(texts, key, it -> it + " " + phrase(2));
      case "the shortest" -> change(texts, key, it -> phrase(2));
      case "the second longest" -> {
        change(texts, key, it -> it + " " + phrase(1));
        change(texts, (key + 1) % options, it -> it + " " + phrase(3));
      }
      case "a middle number" -> {
        int least = random.nextInt(50);
        change(texts, key, it -> String.valueOf(least + 9));
        change(texts, (key + 1) % options, it -> String.valueOf(least));
        change(texts, (key + 2) % options, it -> String.valueOf(least + 30));
      }
      case "one of two opposites" -> {
        String same = phrase(3);
        List<String> pair = OPPOSITES.get(random.nextInt(OPPOSITES.size()));
        int first = random.nextInt(2);
        change(texts, key, it -> same + " " + pair.get(first));
        change(texts, (key + 1) % options, it -> same + " " + pair.get(1 - first));
      }
      default -> {}
    }
    return new WordingGuesser.Item(question(texts, key), WordingCues.of(texts), key);
  }

  private static void change(List<String> texts, int at, UnaryOperator<String> by) {
    texts.set(at, by.apply(texts.get(at)));
  }

  /** Words of one length that hardly ever come back. */
  private String phrase(int words) {
    List<String> phrase = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      StringBuilder word = new StringBuilder();
      for (int j = 0; j < 3; j++) {
        word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
      }
      phrase.add(word.toString());
    }
    return String.join(" ", phrase);
  }

  private Question question(List<String> texts, int key) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      answers.add(
          new Answer(
              AT,
              "a" + i,
              "option",
              prose(texts.get(i)),
              i == key,
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }
    return new Question(
        AT,
        "bank",
        new Located<>("q" + random.nextInt(1_000_000), AT),
        new Choice().traits(),
        Question.Level.APPLY,
        prose("Mim?"),
        answers,
        Optional.empty(),
        Interaction.choice(
            false,
            answers.stream().map(a -> new Interaction.Choice(a.id(), a.text())).toList(),
            List.of("a" + key)),
        List.of(),
        new Delivery(Optional.empty(), false, false, Optional.empty()));
  }

  private static Prose prose(String text) {
    return new Prose(AT, List.of(new Inline.Text(AT, text)));
  }
}
