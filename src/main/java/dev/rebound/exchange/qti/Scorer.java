package dev.rebound.exchange.qti;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an item makes of a response. A key is not guessed from how an item looks: responses are put
 * in, and what scores most is right.
 */
interface Scorer {
  /**
   * @param responses what was given, by the response's identifier, in order; a pair is {@code a b}
   * @return nothing where the item computes in a way that is not read here
   */
  Optional<Result> score(Map<String, List<String>> responses);

  /** The numbers and pairs that it holds responses against. */
  Set<String> constants();

  /** The texts that it holds against what is typed. */
  Set<String> texts();

  /** Responses to try first: what the item declares to be correct. */
  List<List<String>> suggestions(String response);

  /** Whether letter case counts in what is typed. */
  boolean caseCounts();

  /** The ranges of numbers that it writes out, in its order. */
  List<Range> ranges();

  /**
   * A range of numbers that earns something.
   *
   * @param html what is said to whoever gives a number in it; empty where nothing is
   */
  record Range(BigDecimal from, BigDecimal to, String html) {}

  /** A text that is shown after a response. */
  record Said(String id, String html) {}

  /** What comes out of a response. */
  record Result(double score, List<Said> said) {}
}
