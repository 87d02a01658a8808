package dev.rebound.check;

import dev.rebound.course.Content;
import dev.rebound.course.Principle;
import dev.rebound.source.Prose;
import dev.rebound.source.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The principles that an unmapped text is most likely about: those that share its rarest words. A
 * word in few principles says more than one in many (inverse document frequency).
 */
public final class NearestByWords {
  private final Map<String, Set<String>> wordsOf = new HashMap<>();
  private final Map<String, Integer> spread = new HashMap<>();

  public NearestByWords(Content content) {
    for (Principle principle : content.principles()) {
      Set<String> words = new HashSet<>();
      addStems(principle.says().plain(), words);
      principle.terms().forEach(term -> addStems(term.value(), words));
      addStems(principle.id().value().replace('-', ' '), words);
      for (Prose phrase : principle.tryPhrases()) {
        addStems(phrase.plain(), words);
      }
      for (Prose phrase : principle.avoid()) {
        addStems(phrase.plain(), words);
      }
      wordsOf.put(principle.id().value(), words);
      words.forEach(word -> spread.merge(word, 1, Integer::sum));
    }
  }

  /** {@code ; nearest by its words: a, b}; empty where nothing is near. */
  public String hint(String text) {
    Set<String> words = new HashSet<>();
    addStems(text, words);
    List<String> near =
        wordsOf.entrySet().stream()
            .map(entry -> Map.entry(entry.getKey(), score(words, entry.getValue())))
            .filter(entry -> entry.getValue() > 0)
            .sorted(
                Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(3)
            .map(Map.Entry::getKey)
            .toList();
    return near.isEmpty() ? "" : "; nearest by its words: " + String.join(", ", near);
  }

  private double score(Set<String> text, Set<String> principle) {
    double score = 0;
    for (String word : text) {
      if (principle.contains(word)) {
        score += Math.log((double) wordsOf.size() / spread.getOrDefault(word, 1));
      }
    }
    return score / Math.sqrt(principle.size());
  }

  private static void addStems(String text, Set<String> words) {
    for (String word : Words.texts(text)) {
      if (word.length() > 3) {
        // Enough of a stem for "apology" and "apologise", "serve" and "serving" to meet.
        words.add(word.substring(0, Math.min(word.length(), 5)));
      }
    }
  }
}
