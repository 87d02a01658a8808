package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.CountedText;
import org.junit.jupiter.api.Test;

class FormFieldsTest {
  @Test
  void aLabelLosesItsColonAndBlanks() {
    assertThat(FormFields.tidy(" Round : ")).isEqualTo("Round");
    assertThat(FormFields.tidy(":")).isEmpty();
  }

  /** Blanks in the middle are looked at once, not from each of them on. */
  @Test
  void aLabelFullOfBlanksIsReadOnce() {
    CountedText label = new CountedText("Round" + ": ".repeat(5_000) + "x");
    FormFields.tidy(label);
    assertThat(label.looks()).isLessThan(4L * label.length());
  }
}
