package dev.rebound.publish.page;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Work that may never end, on a thread that is then left behind. What counts is the time for which
 * it computes: a busy machine is no reason to give up.
 */
public final class BoundedThread {
  private static final long STACK = 16 << 20;

  private BoundedThread() {}

  /** Whether the work ended, of itself, before it had computed for so long. */
  public static boolean ends(Runnable work, Duration most) {
    Thread thread = new Thread(null, work, "bounded", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      do {
        thread.join(most.toMillis());
      } while (thread.isAlive() && computed(thread) < most.toNanos());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  private static long computed(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
  }
}
