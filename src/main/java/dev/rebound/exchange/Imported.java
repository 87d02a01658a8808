package dev.rebound.exchange;

import java.util.Map;

/**
 * What a file held.
 *
 * @param bank whose questions may be none where there is a lesson
 * @param lesson Markdown; empty where there is none
 * @param pictures by their paths in the texts, {@code images/counter.png}
 */
public record Imported(Bank bank, String lesson, Map<String, byte[]> pictures) {
  public Imported(Bank bank) {
    this(bank, "", Map.of());
  }
}
