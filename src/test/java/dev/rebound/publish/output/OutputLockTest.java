package dev.rebound.publish.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In one process the JVM itself keeps two builds apart; between two, only the system does. */
class OutputLockTest {
  @TempDir private Path dir;

  /** Another process, which ends with 0 when it gets the lock. */
  static final class Another {
    private Another() {}

    public static void main(String[] arguments) throws IOException {
      Optional<OutputLock> lock = OutputLock.take(Path.of(arguments[0]), new Disk());
      System.exit(lock.isPresent() ? 0 : 1);
    }
  }

  @Test
  void isHeldAgainstAnotherProcessUntilItIsClosed() throws Exception {
    Path file = dir.resolve(".site.rebound-lock");
    OutputLock lock = OutputLock.take(file, new Disk()).orElseThrow();
    assertThat(another(file)).as("while it is held").isEqualTo(1);
    lock.close();
    assertThat(another(file)).as("afterwards").isZero();
  }

  private static int another(Path file) throws Exception {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Another.class.getName(),
                file.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }
}
