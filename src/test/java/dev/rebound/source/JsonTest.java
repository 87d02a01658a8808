package dev.rebound.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void nothingInItEndsTheScriptElement() {
    assertThat(Json.write(Map.of("a", List.of("</script><!--", 1, true, "\"\\\n\u2028"))))
        .isEqualTo("{\"a\":[\"\\u003c/script>\\u003c!--\",1,true,\"\\\"\\\\\\u000a\\u2028\"]}");
  }
}
