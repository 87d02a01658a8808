package dev.rebound.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.app.Catalog;
import dev.rebound.load.BankFile;
import dev.rebound.source.Problem;
import dev.rebound.source.Raw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is exported comes back as it was, but for what the loss list says, which says no more.
 */
class RoundTripTest {
  /** In each run; {@code ./check all} tries ten times as many. */
  private static final int BANKS = 12;

  @TestFactory
  Stream<DynamicTest> whatIsExportedComesBack() {
    return tests(0, BANKS);
  }

  @TestFactory
  @Tag("long")
  Stream<DynamicTest> moreThatIsExportedComesBack() {
    return tests(BANKS, 10 * BANKS);
  }

  private Stream<DynamicTest> tests(int from, int to) {
    return Catalog.formats().stream()
        .filter(it -> !it.name().equals("aiken"))
        .map(format -> DynamicTest.dynamicTest(format.name(), () -> returns(format, from, to)));
  }

  private void returns(Format format, int from, int to) throws Exception {
    for (int seed = from; seed < to; seed++) {
      Bank bank = new BankMaker(seed).bank(20);
      Trip.Departure out = Trip.write(format, bank, Map.of());
      String name = "bank" + format.endings().get(0);
      Trip.Arrival back = Trip.read(format, new Upload(name, out.bytes()));
      List<String> differences = Trip.differences(bank, Trip.canonical(back.bank()));
      List<String> lost = new ArrayList<>();
      out.losses().forEach(it -> lost.add(it.question() + " " + it.what()));
      back.losses()
          .forEach(
              it -> lost.add(it.question() + " " + it.what() + ", coming in: " + it.message()));
      assertThat(differences)
          .as("seed %s, losses %s", seed, lost)
          .allMatch(it -> lost.stream().anyMatch(loss -> named(it).equals(named(loss))));
      assertThat(lost)
          .as("seed %s, differences %s", seed, differences)
          .allMatch(it -> differences.stream().anyMatch(found -> named(found).equals(named(it))));
    }
  }

  /** What is written is what the loader reads, whatever the texts are. */
  @Test
  void aBankIsReadAsItIsWritten(@TempDir Path folder) throws IOException {
    for (int seed = 0; seed < BANKS; seed++) {
      Bank bank = new BankMaker(seed).bank(20);
      Files.writeString(folder.resolve("bank.yaml"), BankYaml.write(bank, true));
      List<Problem> problems = new ArrayList<>();
      Raw.Mapping raw = BankFile.read(folder, "", "bank.yaml", problems::add).orElseThrow();
      assertThat(problems).isEmpty();
      assertThat(Trip.differences(bank, Trip.canonical(BankReader.read(raw, new Losses()))))
          .isEmpty();
    }
  }

  /** The question that a line is about. */
  private static String named(String line) {
    return line.substring(0, line.indexOf(' '));
  }
}
