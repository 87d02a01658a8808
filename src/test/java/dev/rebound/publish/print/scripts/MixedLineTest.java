package dev.rebound.publish.print.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MixedLineTest {
  @Test
  void aPartOfTheOtherDirectionIsInItsPlace() {
    assertThat(MixedLine.misplaced(List.of("ראו Fix it now סוף."), true)).isEmpty();
    assertThat(MixedLine.misplaced(List.of("ראו ", "Fix it", " סוף."), true)).isEmpty();
    assertThat(MixedLine.misplaced(List.of("Say ", "שלום לכם", " to all."), false)).isEmpty();
    assertThat(MixedLine.misplaced(List.of("Say ", "it", " twice."), false)).isEmpty();
    assertThat(MixedLine.misplaced(List.of("שלום ", "לכולם", "."), true)).isEmpty();
  }

  @Test
  void twoPartsOfItWouldChangePlaces() {
    assertThat(MixedLine.misplaced(List.of("ראו ", "Fix it", " now סוף"), true)).isPresent();
    assertThat(MixedLine.misplaced(List.of("Say ", "שלום", " עולם", " to all"), false)).isPresent();
    assertThat(MixedLine.misplaced(List.of("Call 12 (אב 34 גד) now"), false)).contains(0);
  }
}
