package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What Java's own limits end is said in two lines, whatever thread it happened on. */
class OutOfMemoryTest {
  @Test
  void isSaidAndNotTraced() {
    assertThat(said(new CompletionException(new OutOfMemoryError("heap"))))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("rebound: this needs more memory than");
    assertThat(said(new IllegalStateException(new StackOverflowError()))).hasSize(2);
    assertThat(Main.exhausted(new IllegalStateException("else"))).isEmpty();
  }

  private static List<String> said(Throwable failure) {
    StringWriter err = new StringWriter();
    int code = Main.sayExhausted(Main.exhausted(failure).orElseThrow(), new PrintWriter(err, true));
    assertThat(code).isEqualTo(Main.CANNOT_READ_OR_WRITE);
    return err.toString().lines().toList();
  }
}
