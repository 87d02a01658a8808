package dev.rebound.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rebound.app.Catalog;
import dev.rebound.load.BankFile;
import dev.rebound.source.Problem;
import dev.rebound.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes somebody brings, each format answers with a refusal, or with a bank that the
 * loader reads. {@code mvn -Pfuzz test -Dtest=ExchangeFuzzTest#gift} looks for more. The seeds are
 * the files of {@code src/test/exchange} and an export of each type.
 */
@Tag("slow")
class ExchangeFuzzTest {
  private static final int MUTANTS = 300;

  static Stream<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/exchange"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        seeds.add(Files.readAllBytes(file));
      }
    }
    for (Format format : Catalog.formats()) {
      seeds.add(Trip.write(format, new BankMaker(1).bank(10), Map.of()).bytes());
    }
    return seeds.stream();
  }

  @FuzzTest
  @MethodSource("seeds")
  void gift(byte[] bytes) {
    read("gift", bytes);
  }

  @FuzzTest
  @MethodSource("seeds")
  void aiken(byte[] bytes) {
    read("aiken", bytes);
  }

  @FuzzTest
  @MethodSource("seeds")
  void moodleXml(byte[] bytes) {
    read("moodle-xml", bytes);
  }

  @FuzzTest
  @MethodSource("seeds")
  void csv(byte[] bytes) {
    read("csv", bytes);
  }

  @FuzzTest
  @MethodSource("seeds")
  void xlsx(byte[] bytes) {
    read("xlsx", bytes);
  }

  @FuzzTest
  @MethodSource("seeds")
  void docx(byte[] bytes) {
    read("docx", bytes);
  }

  @FuzzTest
  @MethodSource("seeds")
  void qti21(byte[] bytes) {
    read("qti21", bytes);
  }

  @FuzzTest
  @MethodSource("seeds")
  void qti30(byte[] bytes) {
    read("qti30", bytes);
  }

  @FuzzTest
  @MethodSource("seeds")
  void qti12(byte[] bytes) {
    read("qti12", bytes);
  }

  @FuzzTest
  @MethodSource("seeds")
  void cartridge(byte[] bytes) {
    read("cc", bytes);
  }

  private static void read(String name, byte[] bytes) {
    Format format =
        Catalog.formats().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    Upload upload = new Upload("file" + format.endings().get(0), bytes);
    format.recognises(upload);
    try {
      Bank bank = Trip.read(format, upload).bank();
      if (!bank.questions().isEmpty()) {
        assertReadable(format, BankYaml.write(bank, true));
      }
    } catch (Unreadable refused) {
      assertThat(refused.message()).isNotBlank();
    }
  }

  private static void assertReadable(Format format, String yaml) {
    List<Problem> problems = new ArrayList<>();
    BankFile.parse(new SourceFile("bank.yaml", yaml), problems::add);
    assertThat(problems).as("%s:\n%s", format.name(), yaml).isEmpty();
  }

  /** The same without Jazzer: seeds cut short, with bytes changed, and with parts twice. */
  @Test
  void damagedFiles() throws IOException {
    Random random = new Random(7);
    for (byte[] seed : seeds().toList()) {
      for (int i = 0; i < MUTANTS / 10; i++) {
        byte[] mutant = seed.clone();
        for (int n = random.nextInt(6); n >= 0 && mutant.length > 0; n--) {
          mutant[random.nextInt(mutant.length)] =
              random.nextBoolean()
                  ? (byte) "{}=~#<>&\"'\\:%\n\0".charAt(random.nextInt(15))
                  : (byte) random.nextInt();
        }
        byte[] bytes =
            random.nextBoolean()
                ? mutant
                : Arrays.copyOf(mutant, random.nextInt(mutant.length + 1));
        Catalog.formats().forEach(format -> read(format.name(), bytes));
      }
    }
  }
}
