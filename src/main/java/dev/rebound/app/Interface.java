package dev.rebound.app;

import dev.rebound.load.WordsReader;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Templates;
import dev.rebound.source.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The interface words in {@code templates/words}, each language read once. */
final class Interface {
  private Interface() {}

  static PageWords words(Templates looks) {
    Map<String, Map<String, String>> read = new ConcurrentHashMap<>();
    return new PageWords(language -> read.computeIfAbsent(language, l -> words(looks, l)));
  }

  /**
   * The words of a language, or of its primary tag ({@code en} for {@code en-GB}). A language
   * without a file of words gets the English ones, which pages mark as such; a file must be whole.
   */
  private static Map<String, String> words(Templates looks, String language) {
    Map<String, String> english = wordsIn(looks, "en");
    String primary = language.split("-", 2)[0];
    if (primary.equals("en") || !looks.exists(file(primary))) {
      return english;
    }
    Map<String, String> words = wordsIn(looks, primary);
    List<String> missing = english.keySet().stream().filter(k -> !words.containsKey(k)).toList();
    if (!missing.isEmpty()) {
      throw new UncheckedIOException(
          new IOException(
              "templates/"
                  + file(primary)
                  + " lacks "
                  + String.join(", ", missing)
                  + ". Add them; templates/"
                  + file("en")
                  + " shows what they say."));
    }
    return words;
  }

  private static String file(String language) {
    return "words/" + language + ".yaml";
  }

  private static Map<String, String> wordsIn(Templates looks, String language) {
    String file = file(language);
    List<Problem> problems = new ArrayList<>();
    Map<String, String> words =
        WordsReader.read("templates/" + file, looks.text(file), problems::add);
    if (!problems.isEmpty()) {
      Problem first = problems.get(0);
      throw new UncheckedIOException(
          new IOException(first.span() + ": " + first.message() + " " + first.hint()));
    }
    return words;
  }
}
