package dev.rebound.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs {@code src/test/player/*.test.js}: the player's pure core and its practice deck, state in,
 * state out; and what the record keepers for learning platforms share.
 */
@Tag("browser")
class PlayerCoreTest {
  private static final Route.FulfillOptions BLANK =
      new Route.FulfillOptions().setContentType("text/html").setBody("<title>Test</title>");

  private static final String PURE = "core|contracts|grades|objectives|screens/.*|types/.*";

  @TestFactory
  Stream<DynamicTest> core() throws IOException {
    return run(PURE, "assertions.js", "core.test.js");
  }

  @TestFactory
  Stream<DynamicTest> update() throws IOException {
    return run(PURE, "assertions.js", "builds.js", "update.test.js");
  }

  @TestFactory
  Stream<DynamicTest> verdict() throws IOException {
    return run(PURE + "|keepers/.*", "assertions.js", "builds.js", "verdict.test.js");
  }

  @TestFactory
  Stream<DynamicTest> deck() throws IOException {
    return run(
        "core|contracts|deck", "assertions.js", "../../main/player/practice.js", "deck.test.js");
  }

  @TestFactory
  Stream<DynamicTest> platform() throws IOException {
    return run(
        PURE + "|keepers/.*",
        "assertions.js",
        "../../main/resources/serve/strict-lms.js",
        "platform.test.js");
  }

  private static Stream<DynamicTest> run(String files, String... tests) throws IOException {
    StringBuilder script = new StringBuilder("(() => {\n");
    script.append(PlayerFiles.matching("(" + files + ")\\.js"));
    for (String test : tests) {
      script.append(Files.readString(Path.of("src/test/player").resolve(test)));
    }
    script.append("return waiting.then(() => results);\n})()");
    try (Chromium chromium = new Chromium();
        Page page = chromium.browser().newPage()) {
      // A page that has an origin has a storage; nothing is asked of a network.
      page.route("**/*", route -> route.fulfill(BLANK));
      page.navigate("http://player.test/");
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
