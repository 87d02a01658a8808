package dev.rebound.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.Courses;
import dev.rebound.app.Catalog;
import dev.rebound.course.Content;
import dev.rebound.load.ContentLoader;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CheckerTest {
  @Test
  void noRuleBeginsOnceNobodyWaitsForIt() throws IOException {
    Content content =
        new ContentLoader(Catalog.questionTypes()).load(Courses.BASE.resolve("content"), "content");
    AtomicBoolean wanted = new AtomicBoolean(true);
    AtomicInteger begun = new AtomicInteger();
    Rule rule =
        (context, found) -> {
          begun.incrementAndGet();
          wanted.set(false);
        };
    Checker checker = new Checker(Collections.nCopies(1000, rule)).whileWanted(wanted::get);
    assertThatThrownBy(() -> checker.check(content, false))
        .isInstanceOf(CancellationException.class);
    // Those that had begun at the same time end.
    assertThat(begun.get()).isBetween(1, Runtime.getRuntime().availableProcessors() + 1);
    assertThat(
            new Checker(List.of())
                .whileWanted(() -> false)
                .check(content, false)
                .report()
                .findings())
        .isEmpty();
  }
}
