package dev.rebound.publish.print.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MirrorTest {
  @Test
  void styleSheetsAreMirrored() {
    assertThat(
            Mirror.css(
                ".left { padding: 1mm 4mm 2mm 0; left: 0; border-left-color: red;text-align: left }"
                    + " td:first-child, th:last-child { margin: 0 } @page { @top-right {} }"))
        .isEqualTo(
            ".left { padding: 1mm 0 2mm 4mm; right: 0; border-right-color: red;text-align: right }"
                + " td:last-child, th:first-child { margin: 0 } @page { @top-left {} }");
  }
}
