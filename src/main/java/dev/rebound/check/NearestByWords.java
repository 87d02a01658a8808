package dev.rebound.check;

import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Principle;
import dev.rebound.source.Prose;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The principles that a text is most likely about: those that share its rarest words. A word in few
 * principles says more than one in many (inverse document frequency), and one that the principle's
 * {@code terms} ask for says more than one of its phrases.
 */
public final class NearestByWords {
  private static final double TERM = 2;
  private static final double SAYS = 1;
  private static final double PHRASE = .5;

  /** What an answer's feedback says of its principle counts full, the answer itself half. */
  private static final double FEEDBACK = 1;

  private static final double TEXT = .5;

  /** Each stem, and how much it weighs in each principle that has it. */
  private final Map<String, Map<String, Double>> weights = new HashMap<>();

  private final int principles;

  /**
   * A principle and how well it fits.
   *
   * @param score the sum, over the words shared, of their weight times {@code ln(principles /
   *     principles with the word)}
   */
  public record Fit(String principle, double score) {}

  public NearestByWords(Content content) {
    principles = content.principles().size();
    for (Principle principle : content.principles()) {
      String id = principle.id().value();
      add(id, principle.says().plain(), SAYS);
      add(id, id.replace('-', ' '), SAYS);
      principle.tryPhrases().forEach(phrase -> add(id, phrase.plain(), PHRASE));
      principle.avoid().forEach(phrase -> add(id, phrase.plain(), PHRASE));
      for (var term : principle.terms()) {
        List<String> words = Words.texts(term.value());
        if (words.size() == 1) {
          // The author asks for this very word, however short.
          put(id, stem(words.get(0)), TERM);
        } else {
          add(id, term.value(), TERM);
        }
      }
    }
  }

  private void add(String principle, String text, double weight) {
    for (String word : Words.texts(text)) {
      if (word.length() > 3) {
        put(principle, stem(word), weight);
      }
    }
  }

  private void put(String principle, String stem, double weight) {
    weights.computeIfAbsent(stem, s -> new HashMap<>()).merge(principle, weight, Math::max);
  }

  /** {@code ; nearest by its words: a, b}; empty where nothing is near. */
  public String hint(String text) {
    List<String> near = best(Map.of(text, FEEDBACK)).stream().limit(3).map(Fit::principle).toList();
    return near.isEmpty() ? "" : "; nearest by its words: " + String.join(", ", near);
  }

  /** The principles that share words with an answer or its feedback, the best fit first. */
  public List<Fit> of(Answer answer) {
    Map<String, Double> texts = new HashMap<>();
    texts.put(answer.text().plain(), TEXT);
    answer.feedback().map(Prose::plain).ifPresent(feedback -> texts.put(feedback, FEEDBACK));
    return best(texts);
  }

  private List<Fit> best(Map<String, Double> texts) {
    Map<String, Double> stems = new HashMap<>();
    texts.forEach(
        (text, weight) ->
            Words.texts(text).forEach(word -> stems.merge(stem(word), weight, Math::max)));
    Map<String, Double> scores = new HashMap<>();
    stems.forEach(
        (stem, weight) -> {
          Map<String, Double> having = weights.getOrDefault(stem, Map.of());
          double rarity = Math.log((double) principles / Math.max(1, having.size()));
          having.forEach((id, own) -> scores.merge(id, weight * own * rarity, Double::sum));
        });
    List<Fit> best = new ArrayList<>();
    scores.forEach((id, score) -> best.add(new Fit(id, score)));
    best.removeIf(fit -> fit.score() <= 0);
    best.sort(Comparator.comparingDouble(Fit::score).reversed().thenComparing(Fit::principle));
    return best;
  }

  /** Enough of a word for "apology" and "apologise", "serve" and "serving" to meet. */
  private static String stem(String word) {
    return word.substring(0, Math.min(word.length(), 5));
  }
}
