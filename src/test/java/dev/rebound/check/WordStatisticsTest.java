package dev.rebound.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rebound.source.Words;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordStatisticsTest {
  /** Held against sums of whole numbers: the ways to have k of n keys in the right place. */
  @Test
  void tailIsTheExactBinomial() {
    for (int options = 2; options <= 5; options++) {
      for (int n = 0; n <= 40; n++) {
        for (int k = 0; k <= n; k++) {
          assertThat(WordStatistics.atLeast(k, chances(n, options)))
              .as("at least %d of %d with %d options", k, n, options)
              .isCloseTo(exact(k, n, options), within(1e-12));
        }
      }
    }
  }

  private static double[] chances(int n, int options) {
    double[] chances = new double[n];
    Arrays.fill(chances, 1.0 / options);
    return chances;
  }

  private static double exact(int k, int n, int options) {
    BigInteger ways = BigInteger.ZERO;
    for (int i = k; i <= n; i++) {
      BigInteger choose = BigInteger.ONE;
      for (int j = 0; j < i; j++) {
        choose = choose.multiply(BigInteger.valueOf(n - j)).divide(BigInteger.valueOf(j + 1));
      }
      ways = ways.add(choose.multiply(BigInteger.valueOf(options - 1).pow(n - i)));
    }
    return new BigDecimal(ways)
        .divide(new BigDecimal(BigInteger.valueOf(options).pow(n)), MathContext.DECIMAL64)
        .doubleValue();
  }

  @Test
  void tailTakesQuestionsOfDifferentSizes() {
    assertThat(WordStatistics.atLeast(2, new double[] {.5, .25})).isCloseTo(.125, within(1e-12));
    assertThat(WordStatistics.atLeast(1, new double[] {.5, .25})).isCloseTo(.625, within(1e-12));
    assertThat(WordStatistics.atLeast(0, new double[0])).isEqualTo(1);
  }

  @Test
  void wordsOfOneStemAreOne() {
    for (List<String> family :
        List.of(
            List.of("complaint", "complaints", "complaint's"),
            List.of("leak", "leaks", "leaked", "leaking"),
            List.of("apology", "apologies"),
            List.of("stop", "stops", "stopped", "stopping"),
            List.of("promise", "promises", "promised", "promising"),
            List.of("box", "boxes"))) {
      assertThat(family)
          .extracting(WordStatistics::stem)
          .containsOnly(WordStatistics.stem(family.get(0)));
    }
    assertThat(WordStatistics.stem("news")).isNotEqualTo(WordStatistics.stem("newness"));
    assertThat(WordStatistics.stem("bus")).isEqualTo("bus");
    assertThat(WordStatistics.stem("ring")).isEqualTo("ring");
  }

  @Test
  void wordsWithoutContentDoNotCount() {
    assertThat(
            WordStatistics.stems(Words.texts("What do you say to her? Her pump leaks, and leaks.")))
        .containsExactly("pump", "leak");
  }

  @Test
  void onlyEnglishIsEnglish() {
    assertThat(WordStatistics.isEnglish("en")).isTrue();
    assertThat(WordStatistics.isEnglish("en-GB")).isTrue();
    assertThat(WordStatistics.isEnglish("enm")).isFalse();
    assertThat(WordStatistics.isEnglish("de")).isFalse();
  }
}
