package dev.rebound.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One notion of a word: what counts, what does not, and what two writings are the same. */
class WordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Whose fault? Later! | whose fault later",
        "don\u2019t, don't, don\u2018t, don\u02BCt | don't don't don't don't",
        "the guests' room and 'so' | the guests room and so",
        "rock 'n' roll | rock n roll",
        "at 18:30, room 4b, 3.5 % | at 18 30 room 4b 3 5",
        "human-to-human, on\u2013off, and\u2014so | human to human on off and so",
        "e-mail: ines@example.org | e mail ines example org",
        "under_score | under score",
        "STRASSE Stra\u00dfe stra\u1e9ee | strasse strasse strasse",
        "Caf\u00e9 Cafe\u0301 CAFE\u0301 | caf\u00e9 caf\u00e9 caf\u00e9",
        "\u0928\u092E\u0938\u094D\u0924\u0947 | \u0928\u092E\u0938\u094D\u0924\u0947",
        "a \uD83D\uDE00 b\uD83D\uDE00c | a b c",
        "\uD835\uDC00\uD835\uDC01 | \uD835\uDC00\uD835\uDC01",
        "soft\u00adhyphen | soft hyphen",
        "non\u00a0breaking | non breaking",
        "\u2026 \u2014 \u2019 ' | ''",
      })
  void reads(String text, String words) {
    assertThat(String.join(" ", Words.texts(text))).isEqualTo(words == null ? "" : words);
  }

  @Test
  void theThreeSigmasAreOne() {
    assertThat(
            Words.texts(
                    "\u039F\u0394\u039F\u03A3 \u03BF\u03B4\u03BF\u03C2 \u03BF\u03B4\u03BF\u03C3")
                .stream()
                .distinct())
        .hasSize(1);
  }

  @Test
  void placesAreThoseOfTheTextAsWritten() {
    String text = "\uD83D\uDE00 Cafe\u0301 isn\u2019t far";
    assertThat(Words.of(text))
        .extracting(word -> text.substring(word.start(), word.end()))
        .containsExactly("Cafe\u0301", "isn\u2019t", "far");
  }

  @Test
  void composedAndDecomposedAreOne() {
    String text = "\u00dcber den \u00c4rger k\u00f6nnen wir reden, \u1e69\u0323 auch";
    for (Normalizer.Form form : Normalizer.Form.values()) {
      if (form == Normalizer.Form.NFC || form == Normalizer.Form.NFD) {
        assertThat(Words.texts(Normalizer.normalize(text, form))).isEqualTo(Words.texts(text));
      }
    }
  }

  @Test
  void joiningTwoTextsWithABlankJoinsTheirWords() {
    String a = "It's late, isn't it?";
    String b = "\u2019Tis so; at 7.";
    assertThat(Words.texts(a + " " + b))
        .startsWith(Words.texts(a).toArray(String[]::new))
        .endsWith(Words.texts(b).toArray(String[]::new));
  }
}
