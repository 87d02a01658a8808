package dev.rebound.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code src/test/player/core.test.js} on the player's pure core: state in, state out. */
class PlayerCoreTest {
  @TestFactory
  Stream<DynamicTest> core() throws IOException {
    Path player = Path.of("src/main/player");
    StringBuilder script = new StringBuilder("(() => {\n");
    for (String file : Files.readAllLines(player.resolve("order.txt"))) {
      if (file.matches("(core|seams|grades|screens/.*|types/.*)\\.js")) {
        script.append(Files.readString(player.resolve(file)));
      }
    }
    script.append(Files.readString(Path.of("src/test/player/core.test.js"))).append("})()");
    try (Chromium chromium = new Chromium();
        Page page = chromium.browser().newPage()) {
      List<?> results = (List<?>) page.evaluate(script.toString());
      assertThat(results).as("tests that ran").hasSizeGreaterThan(8);
      return results.stream()
          .map(result -> (Map<?, ?>) result)
          .map(
              result ->
                  DynamicTest.dynamicTest(
                      String.valueOf(result.get("name")),
                      () -> assertThat(result.get("failure")).isEqualTo("")));
    }
  }
}
