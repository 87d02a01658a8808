package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintPublisherTest {
  @Test
  void conforms() throws Exception {
    assertThat(VeraPdf.failures(Cards.pdf(Cards.FIVE, "a4"))).isEmpty();
  }
}
