package dev.rebound.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The player's types, as its comments declare them, and its habits: TypeScript and ESLint have
 * nothing to say. Both come with the tests' npm packages.
 */
@Tag("slow")
class PlayerTypesTest {
  private static final String NPM = "src/test/npm/";
  private static final String TYPES = "src/test/player/types/";

  @Test
  void thePlayersTypesAgree() throws Exception {
    assertThat(node("typescript/bin/tsc", "-p", TYPES + "tsconfig.json")).isEmpty();
  }

  @Test
  void theServiceWorkersTypesAgree() throws Exception {
    assertThat(node("typescript/bin/tsc", "-p", TYPES + "tsconfig.worker.json")).isEmpty();
  }

  @Test
  void nothingIsLooseOrDead() throws Exception {
    assertThat(node("eslint/bin/eslint.js", "-c", NPM + "eslint.config.mjs", "src/main/player"))
        .isEmpty();
  }

  /** What a tool says of the scripts. */
  private static String node(String tool, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node", NPM + "node_modules/" + tool));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor() == 0 || !said.isEmpty()).as("%s ran", tool).isTrue();
    return said;
  }
}
