package dev.rebound.publish.print;

import dev.rebound.publish.KeptResults;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Remembers, and counts what was asked for in vain. */
final class InMemory implements KeptResults {
  private final Map<String, byte[]> kept = new HashMap<>();
  final Set<String> missed = new HashSet<>();

  @Override
  public synchronized Optional<byte[]> find(String key) {
    Optional<byte[]> found = Optional.ofNullable(kept.get(key));
    if (found.isEmpty()) {
      missed.add(key);
    }
    return found;
  }

  @Override
  public synchronized void keep(String key, byte[] result) {
    kept.put(key, result);
  }
}
