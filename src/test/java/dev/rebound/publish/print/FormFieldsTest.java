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

  @Test
  void aBlankIsCalledByWhatIsAskedOrMeasured() {
    assertThat(FormFields.label("Owner: ", " ", "Owner:")).isEqualTo("Owner");
    assertThat(FormFields.label(" Begins on: ", " We look back on: ", "Owner:"))
        .isEqualTo("Begins on");
    assertThat(FormFields.label(" ", " euros and ", "Our cap:")).isEqualTo("Our cap, euros");
    assertThat(FormFields.label(" euros and ", " minutes. Within it", "Our cap:"))
        .isEqualTo("Our cap, minutes");
    assertThat(FormFields.label(" Who takes over the desk? ", " Who asks", "After a bad one."))
        .isEqualTo("Who takes over the desk?");
    assertThat(FormFields.label("Paid. Complaints about a person go to ", ", in confidence", ""))
        .isEqualTo("Complaints about a person go to");
  }

  /** Blanks in the middle are looked at once, not from each of them on. */
  @Test
  void aLabelFullOfBlanksIsReadOnce() {
    CountedText label = new CountedText("Round" + ": ".repeat(5_000) + "x");
    FormFields.tidy(label);
    assertThat(label.looks()).isLessThan(4L * label.length());
  }
}
