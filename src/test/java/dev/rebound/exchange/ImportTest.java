package dev.rebound.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.app.Catalog;
import dev.rebound.load.BankFile;
import dev.rebound.source.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tiny files of every format in {@code src/test/exchange}, each with the bank that it makes and
 * what does not come along beside it. {@code -Drebound.refresh=true} writes both anew.
 */
class ImportTest {
  private static final Path CASES = Path.of("src/test/exchange");

  @TestFactory
  Stream<DynamicTest> eachFileGivesItsBank() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      List<Path> inputs =
          files
              .filter(Files::isRegularFile)
              .filter(it -> !it.toString().endsWith(".expected.txt"))
              .sorted()
              .toList();
      return inputs.stream()
          .map(it -> DynamicTest.dynamicTest(CASES.relativize(it).toString(), () -> check(it)));
    }
  }

  private static void check(Path input) throws IOException {
    Path expected = input.resolveSibling(input.getFileName() + ".expected.txt");
    String got = outcome(new Upload(input.getFileName().toString(), Files.readAllBytes(input)));
    if (Boolean.getBoolean("rebound.refresh")) {
      Files.writeString(expected, got);
    }
    assertThat(got).isEqualTo(Files.readString(expected));
  }

  /** What the loader says of it: a question that it refuses must not be written. */
  private static List<Problem> problems(String yaml) {
    try {
      Path folder = Files.createTempDirectory("rebound-import");
      Path file = Files.writeString(folder.resolve("bank.yaml"), yaml);
      List<Problem> problems = new ArrayList<>();
      BankFile.read(folder, "", "bank.yaml", problems::add);
      Files.delete(file);
      Files.delete(folder);
      return problems;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String outcome(Upload upload) {
    StringBuilder out = new StringBuilder();
    try {
      Format format = Format.of(upload, Catalog.formats());
      Trip.Arrival arrival = Trip.read(format, upload);
      out.append(format.name()).append('\n');
      for (Loss loss : arrival.losses()) {
        out.append(loss.span()).append(": ").append(loss.question()).append(": ");
        out.append(loss.message()).append(" [").append(loss.what().word()).append("]\n");
      }
      arrival
          .imported()
          .pictures()
          .forEach(
              (path, bytes) ->
                  out.append(path).append(", ").append(bytes.length).append(" bytes\n"));
      if (!arrival.bank().questions().isEmpty()) {
        String yaml = BankYaml.write(arrival.bank(), true);
        out.append("\n").append(yaml);
        assertThat(problems(yaml)).isEmpty();
      }
      if (!arrival.imported().lesson().isEmpty()) {
        out.append("\n").append(arrival.imported().lesson());
      }
    } catch (Unreadable refused) {
      out.append("refused: ")
          .append(refused.span())
          .append(": ")
          .append(refused.message())
          .append('\n');
      out.append(refused.hint()).append('\n');
    }
    return out.toString();
  }
}
