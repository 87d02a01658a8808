package dev.rebound.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rebound.exchange.qti.QtiFormat;
import dev.rebound.exchange.qti.ResultsFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What is exported as QTI 2.1 and 1.2 is scored as here by {@link QtiSecondReader}. */
class QtiSecondReaderTest {
  private static final Set<String> SAME_IN_RESULTS =
      Set.of("choice", "true-false", "fill-in", "numeric", "hot-text");

  private static Map<String, byte[]> parts(Format format, Bank bank) throws Unreadable {
    return ZipParts.read(
        new Upload("b.zip", Trip.write(format, bank, Map.of()).bytes()),
        path -> path.endsWith(".xml"));
  }

  @SuppressWarnings("unchecked")
  private static List<String> list(Object response) {
    return response instanceof List<?> several
        ? (List<String>) several
        : List.of((String) response);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void qti21(long seed) throws Exception {
    Bank bank = new BankMaker(seed).bank(30);
    Map<String, byte[]> parts = parts(QtiFormat.two(), bank);
    int scored = 0;
    for (BankQuestion question : bank.questions()) {
      Element item =
          QtiSecondReader.parse(parts.getOrDefault("items/" + question.id() + ".xml", new byte[0]));
      for (Map.Entry<Object, Double> expected : QtiPlayerTest.responses(question).entrySet()) {
        assertThat(QtiSecondReader.scoreOfItem(item, list(expected.getKey())))
            .as("%s: %s", question, expected.getKey())
            .isCloseTo(expected.getValue(), within(0.0001));
        scored++;
      }
    }
    assertThat(scored).isGreaterThan(70);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void qti12(long seed) throws Exception {
    Bank bank = new BankMaker(seed).bank(30);
    Element quiz =
        QtiSecondReader.parse(
            parts(ResultsFormat.qti12(), bank)
                .getOrDefault("quiz/assessment_qti.xml", new byte[0]));
    Map<String, Element> items = new TreeMap<>();
    QtiSecondReader.below(quiz, "item").forEach(it -> items.put(it.getAttribute("ident"), it));
    int scored = 0;
    for (BankQuestion question : bank.questions()) {
      assertThat(items).containsKey(question.id());
      Element item = Objects.requireNonNull(items.get(question.id()));
      if (!SAME_IN_RESULTS.contains(question.type())) {
        continue;
      }
      for (Map.Entry<Object, Double> expected : QtiPlayerTest.responses(question).entrySet()) {
        Map<String, List<String>> given = Map.of("response1", list(expected.getKey()));
        assertThat(QtiSecondReader.scoreOfResults(item, given))
            .as("%s: %s", question, expected.getKey())
            .isCloseTo(expected.getValue(), within(0.0001));
        scored++;
      }
    }
    assertThat(scored).isGreaterThan(50);
  }
}
