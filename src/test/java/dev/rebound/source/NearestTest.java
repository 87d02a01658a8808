package dev.rebound.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.CountedText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void countsEditsUpToABound() {
    assertThat(Nearest.distance("agree", "agree", 2)).isZero();
    assertThat(Nearest.distance("agree", "argee", 2)).isEqualTo(1);
    assertThat(Nearest.distance("agree", "gree", 2)).isEqualTo(1);
    assertThat(Nearest.distance("agree", "agreed", 2)).isEqualTo(1);
    assertThat(Nearest.distance("agree", "xyzee", 2)).isEqualTo(3);
    assertThat(Nearest.distance("agree", "a", 2)).isEqualTo(3);
    assertThat(Nearest.distance("", "ab", 2)).isEqualTo(2);
  }

  /** What lies within the bound is what a bound that never ends finds. */
  @Test
  void aBoundChangesNothingWithinIt() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      String a = word(random);
      String b = word(random);
      int whole = Nearest.distance(a, b, 100);
      for (int most = 1; most < 5; most++) {
        assertThat(Nearest.distance(a, b, most))
            .as("%s %s %s", a, b, most)
            .isEqualTo(Math.min(whole, most + 1));
      }
    }
  }

  /** Thousands of links to nowhere are each held against thousands of names. */
  @Test
  void leavesANameThatIsNotAlikeAfterAFewLetters() {
    CountedText written = new CountedText("a".repeat(1_000));
    CountedText name = new CountedText("b".repeat(1_000));
    assertThat(Nearest.distance(written, name, 3)).isEqualTo(4);
    assertThat(written.looks() + name.looks()).isLessThan(200);
  }

  @Test
  void findsTheStartAndTheMiddleOfALongName() {
    List<String> names = List.of("agree-with-value", "say-back", "no-fact-fight");
    assertThat(Nearest.bySpelling("agree", names)).containsExactly("agree-with-value");
    assertThat(Nearest.bySpelling("fact", names)).containsExactly("no-fact-fight");
    assertThat(Nearest.bySpelling("syaback", names)).containsExactly("say-back");
    assertThat(Nearest.bySpelling("lamp", names)).isEmpty();
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(9); i >= 0; i--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }
}
