package dev.rebound.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the player's scripts lose on their way into an output. */
class PlayerScriptTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          const a = 1; // kept         | const a=1;// kept
          /** A word. */               | ''
          /** @type {T} */ const a = 1 | const a=1
          /* one */ /* two */ b()      | b()
          /* from~here */ b()~c()      | b()~c()
          /** from~* here~*/~c()       | c()
          // a line~c()                | c()
          /**/ c()                     | c()
          say('/* no comment */')      | say('/* no comment */')
          """)
  void commentsAndBlanksGoAndCodeStays(String source, String compact) {
    assertThat(PlayerScript.compact(source.replace('~', '\n')).strip().replace('\n', '~'))
        .isEqualTo(compact);
  }
}
