package dev.rebound.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  /** {@code Map.of} has another order in each JVM: what is built twice would differ. */
  @Test
  void mapsWithoutAnOrderAreSorted() {
    assertThat(Json.write(Map.of("quiz", 1, "cards", 2, "later", 3, "id", 4, "words", 5)))
        .isEqualTo("{\"cards\":2,\"id\":4,\"later\":3,\"quiz\":1,\"words\":5}");
  }

  @Test
  void nothingInItEndsTheScriptElement() {
    assertThat(Json.write(Map.of("a", List.of("</script><!--", 1, true, "\"\\\n\u2028"))))
        .isEqualTo("{\"a\":[\"\\u003c/script>\\u003c!--\",1,true,\"\\\"\\\\\\n\\u2028\"]}");
  }
}
