package dev.rebound.check.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of many principles each is unlikely by itself; what counts is how much better another fits. */
class PrincipleFitsTest {
  @Test
  void noneOfManyThatFitAlikeIsFarLikelier() {
    assertThat(fits(1600, 0).odds("p0")).isEqualTo(1);
  }

  @Test
  void theBestOfTheOthersDecidesHoweverManyThereAre() {
    assertThat(fits(3, 1.5).odds("p0")).isCloseTo(90, within(.1));
    assertThat(fits(1600, 1.5).odds("p0")).isCloseTo(90, within(.1));
    assertThat(fits(3, 1.5).odds("p2")).isCloseTo(1 / 90., within(.001));
  }

  @Test
  void oneThatIsUnknownIsNotCompared() {
    assertThat(fits(3, 1.5).odds("other")).isZero();
  }

  /** The last fits so much better than all others. */
  private static PrincipleFits fits(int principles, double last) {
    List<String> ids = IntStream.range(0, principles).mapToObj(i -> "p" + i).toList();
    double[] fits = new double[principles];
    Arrays.fill(fits, .1);
    fits[principles - 1] += last;
    return new PrincipleFits(ids, fits, Wording.of("a text"), (word, principle) -> 0);
  }
}
