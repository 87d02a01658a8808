package dev.rebound.publish.page;

import dev.rebound.app.Catalog;
import dev.rebound.question.QuestionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The player's files as they are written, for tests that run some of them. */
final class PlayerFiles {
  private static final Path PLAYER = Path.of("src/main/player");

  private PlayerFiles() {}

  /**
   * Those in the order of {@code order.txt} whose path matches, every question type among them.
   *
   * @param files a regular expression for {@code core.js}, {@code types/choice.js}
   */
  static String matching(String files) throws IOException {
    StringBuilder script = new StringBuilder();
    for (String file : Files.readAllLines(PLAYER.resolve("order.txt"))) {
      if (file.equals("types/")) {
        for (QuestionType type : Catalog.questionTypes()) {
          if (("types/" + type.name() + ".js").matches(files)) {
            script.append(PlayerScript.type(type.traits()));
          }
        }
      } else if (file.matches(files)) {
        script.append(Files.readString(PLAYER.resolve(file)));
      }
    }
    return script.toString();
  }
}
