package dev.rebound.source;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is found when it is first asked for: one thread finds it, others wait.
 *
 * <p>What finds it may ask for other lazy values, but must not run a parallel stream: a thread that
 * helps with one may pick up a rule that waits for this very value.
 */
public final class Lazy<T> {
  private final Supplier<T> find;
  private volatile @Nullable T value;

  public Lazy(Supplier<T> find) {
    this.find = find;
  }

  public T get() {
    T known = value;
    return known == null ? found() : known;
  }

  private synchronized T found() {
    T known = value;
    if (known == null) {
      known = find.get();
      value = known;
    }
    return known;
  }
}
