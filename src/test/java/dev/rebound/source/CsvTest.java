package dev.rebound.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
  private static List<List<String>> cells(String text) {
    return Csv.rows(text).stream().map(Csv.Row::cells).toList();
  }

  @Test
  void aTableIsReadAsSpreadsheetsSaveIt() {
    assertThat(cells("\uFEFFa;b\r\n\r\n\"x;y\";\"he said \"\"no\"\"\"\r\n;\r\n"))
        .containsExactly(List.of("a", "b"), List.of("x;y", "he said \"no\""));
    assertThat(Csv.rows("sep=|\na|b\nc|d\n"))
        .containsExactly(new Csv.Row(2, List.of("a", "b")), new Csv.Row(3, List.of("c", "d")));
  }

  @Test
  void damageIsReadAsFarAsItGoesOrNamed() {
    String damaged = "a,b\n\"x\"=y,z\n1,\"never closed\n2";
    assertThat(cells(damaged)).hasSize(3).element(2).isEqualTo(List.of("1", "never closed\n2"));
    assertThat(cells(",".repeat(20_000) + "x")).hasSize(1);
    assertThat(cells("\"" + "long ".repeat(5_000_000))).hasSize(1);
    assertThatThrownBy(() -> Csv.each(damaged, 1_000, row -> {}))
        .isInstanceOfSatisfying(Csv.Broken.class, broken -> assertThat(broken.line()).isEqualTo(2));
  }

  @Test
  void nothingThatIsWrittenRuns() {
    assertThat(Csv.line(List.of("=1", "a \"b\"", "")))
        .isEqualTo("\"'=1\",\"a \"\"b\"\"\",\"\"\r\n");
  }
}
