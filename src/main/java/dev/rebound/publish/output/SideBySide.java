package dev.rebound.publish.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A task for each element of a list, on all processors, begun in the order of the list. When some
 * fail, the first of them in the list is thrown, however the threads ran; none is begun after it.
 */
final class SideBySide<T> {
  /** What is done with one. */
  interface Task<T> {
    void run(T one) throws IOException;
  }

  private final List<T> all;
  private final Task<T> task;
  private final AtomicInteger next = new AtomicInteger();
  private volatile int end;
  private @Nullable Throwable failure;

  private SideBySide(List<T> all, Task<T> task) {
    this.all = all;
    this.task = task;
    this.end = all.size();
  }

  /** Returns when all are done, or throws when no task runs any more. */
  static <T> void run(List<T> all, Task<T> task) throws IOException {
    new SideBySide<>(List.copyOf(all), task).run();
  }

  private void run() throws IOException {
    List<Thread> helpers = new ArrayList<>();
    int threads = Math.min(all.size(), Runtime.getRuntime().availableProcessors());
    for (int i = 1; i < threads; i++) {
      Thread helper = new Thread(this::work, "artefacts-" + i);
      helper.setDaemon(true);
      helper.start();
      helpers.add(helper);
    }
    work();
    for (Thread helper : helpers) {
      join(helper);
    }
    rethrow();
  }

  private void work() {
    for (int at = next.getAndIncrement(); at < end; at = next.getAndIncrement()) {
      try {
        task.run(all.get(at));
      } catch (Throwable thrown) {
        failed(at, thrown);
      }
    }
  }

  private synchronized void failed(int at, Throwable thrown) {
    if (at < end) {
      end = at;
      failure = thrown;
    }
  }

  /** What runs writes files, which are moved or removed next: it has to come to its end. */
  private static void join(Thread helper) {
    boolean interrupted = false;
    while (helper.isAlive()) {
      try {
        helper.join();
      } catch (InterruptedException wantsToStop) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void rethrow() throws IOException {
    if (failure instanceof IOException io) {
      throw io;
    }
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }
}
