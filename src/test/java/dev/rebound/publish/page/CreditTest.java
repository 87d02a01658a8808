package dev.rebound.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.course.Source;
import org.junit.jupiter.api.Test;

class CreditTest {
  @Test
  void knownFieldsInOrderAndTheParagraphOfAnExcerpt() {
    Source source = Sample.content().source("leaf-book").orElseThrow();
    assertThat(Credit.of(source))
        .isEqualTo("Ada Steep, \u201cThe Leaf & the Cup\u201d, Kettle Press, 1999");
    assertThat(Credit.of(source, source.excerpts().get(0))).endsWith("1999, \u00b62");
  }
}
