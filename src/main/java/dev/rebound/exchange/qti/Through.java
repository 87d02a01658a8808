package dev.rebound.exchange.qti;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A scorer that is spoken to in other words: as pairs, where it wants a response for each left
 * side.
 *
 * @param translate responses as we give them into those that it wants
 * @param texts that may be typed
 * @param suggested responses to try first, by response
 */
record Through(
    Scorer scorer,
    UnaryOperator<Map<String, List<String>>> translate,
    Set<String> texts,
    Map<String, List<List<String>>> suggested)
    implements Scorer {

  /** One response of several, while the others are what is suggested for them. */
  static Scorer alone(Scorer scorer, String own, Map<String, List<String>> others) {
    return new Through(
        scorer,
        given -> {
          Map<String, List<String>> all = new LinkedHashMap<>(others);
          all.remove(own);
          all.putAll(given);
          return all;
        },
        scorer.texts(),
        Map.of(own, scorer.suggestions(own)));
  }

  @Override
  public Optional<Result> score(Map<String, List<String>> responses) {
    return scorer.score(translate.apply(responses));
  }

  @Override
  public Set<String> constants() {
    return scorer.constants();
  }

  @Override
  public List<List<String>> suggestions(String response) {
    return suggested.getOrDefault(response, List.of());
  }

  @Override
  public List<Range> ranges() {
    return scorer.ranges();
  }

  @Override
  public boolean caseCounts() {
    return scorer.caseCounts();
  }
}
