package dev.rebound.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rebound.exchange.gift.GiftFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported as GIFT is GIFT to somebody else's grammar, too: gift-pegjs. */
@Tag("npm")
class GiftOracleTest {
  private static final Path GRAMMAR = Path.of("src/test/npm/node_modules/gift-pegjs");

  /** Prints a line for each question: its title, type, and how many of its answers are right. */
  private static final String SCRIPT =
      """
      const questions = require(process.argv[2]).parse(require('fs').readFileSync(process.argv[3], 'utf8'));
      for (const q of questions) {
        if (q.type === 'Category') continue;
        const choices = Array.isArray(q.choices) ? q.choices : [];
        const right = choices.filter((c) => c.isCorrect || c.weight > 0).length;
        console.log([q.title, q.type, choices.length, right, q.isTrue, (q.matchPairs || []).length].join('\\t'));
      }
      """;

  @Test
  void aForeignGrammarReadsTheSameQuestions(@TempDir Path temp) throws Exception {
    assumeThat(GRAMMAR).as("npm ci in src/test/npm").exists();
    List<String> expected = new ArrayList<>();
    StringBuilder gift = new StringBuilder();
    for (int seed = 0; seed < 10; seed++) {
      Bank bank = new BankMaker(seed).bank(20);
      Bank numbered = numbered(bank, seed);
      gift.append(
          new String(
              Trip.write(new GiftFormat(), numbered, Map.of()).bytes(), StandardCharsets.UTF_8));
      numbered.questions().forEach(it -> expected.add(line(it)));
    }
    Path file = Files.writeString(temp.resolve("bank.gift"), gift);
    Path script = Files.writeString(temp.resolve("read.cjs"), SCRIPT);
    Path printed = temp.resolve("printed.txt");
    Process node =
        new ProcessBuilder(
                "node", script.toString(), GRAMMAR.toAbsolutePath().toString(), file.toString())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readAllLines(printed)).isEqualTo(expected);
  }

  private static Bank numbered(Bank bank, int seed) {
    return new Bank(
        bank.title(),
        false,
        bank.questions().stream().map(it -> it.withId(it.id() + "-" + seed)).toList());
  }

  private static String line(BankQuestion it) {
    long rights = it.answers().stream().filter(BankAnswer::right).count();
    long all = it.answers().size();
    boolean truth = it.answers().stream().anyMatch(a -> a.right() && a.text().equals("true"));
    return switch (it.type()) {
      case "choice" -> tabbed(it, "MC", all, rights, "", 0);
      case "hot-text" -> tabbed(it, "MC", it.answers(BankAnswer.Role.PHRASE).size(), rights, "", 0);
      case "likert" -> tabbed(it, "MC", all, all, "", 0);
      case "true-false" -> tabbed(it, "TF", 0, 0, String.valueOf(truth), 0);
      case "fill-in" -> tabbed(it, "Short", all, all, "", 0);
      case "numeric" -> tabbed(it, "Numerical", all, all, "", 0);
      case "long-answer" -> tabbed(it, "Essay", 0, 0, "", 0);
      case "sort" -> tabbed(it, "Matching", 0, 0, "", it.answers(BankAnswer.Role.ENTRY).size());
      default -> tabbed(it, "Matching", 0, 0, "", (int) all);
    };
  }

  private static String tabbed(
      BankQuestion it, String type, long all, long rights, String truth, int pairs) {
    return String.join(
        "\t",
        it.id(),
        type,
        String.valueOf(all),
        String.valueOf(rights),
        truth,
        String.valueOf(pairs));
  }
}
