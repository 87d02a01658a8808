package dev.rebound.app;

import dev.rebound.load.WordsReader;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Located;
import dev.rebound.source.Nearest;
import dev.rebound.source.Problem;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The interface words in {@code templates/words}, each language read once. */
final class Interface {
  /** How many missing words a finding names. */
  private static final int NAMED = 6;

  private Interface() {}

  static UiMessages words(Templates looks) {
    Map<String, Map<String, String>> read = new ConcurrentHashMap<>();
    return new UiMessages(language -> read.computeIfAbsent(language, l -> words(looks, l)));
  }

  /**
   * The words of a language, or of its primary tag ({@code en} for {@code en-GB}). What a file of
   * words lacks, English says in its place; a language without a file gets the English ones, which
   * pages mark as such. {@link #problems} tells of both.
   */
  private static Map<String, String> words(Templates looks, String language) {
    String file = file(primary(language));
    if (!looks.exists(file)) {
      return english();
    }
    List<Problem> problems = new ArrayList<>();
    Map<String, String> own = WordsReader.read(shown(file), looks.text(file), problems::add);
    if (!problems.isEmpty()) {
      Problem first = problems.get(0);
      throw new UncheckedIOException(
          new IOException(first.span() + ": " + first.message() + " " + first.hint()));
    }
    Map<String, String> all = new LinkedHashMap<>(english());
    all.put("language", primary(language));
    all.putAll(own);
    return all;
  }

  /** What is wrong with the words of a language, each at its place. */
  static List<Problem> problems(Templates looks, String language, SourceSpan named) {
    String primary = primary(language);
    String file = file(primary);
    List<Problem> problems = new ArrayList<>();
    if (!looks.exists(file)) {
      problems.add(
          problem(
              named,
              "there are no interface words in \""
                  + primary
                  + "\": buttons and labels are English.",
              "Copy "
                  + shown(file("en"))
                  + " to "
                  + shown(file)
                  + " and translate it. There are: de, en, es, fr."));
      return problems;
    }
    String text = looks.text(file);
    Map<String, String> english = english();
    Map<String, String> own = WordsReader.read(shown(file), text, problems::add);
    if (!problems.isEmpty()) {
      return problems;
    }
    for (Located<String> key : WordsReader.keys(shown(file), text)) {
      if (!english.containsKey(key.value())) {
        problems.add(
            problem(
                key.span(),
                "\"" + key.value() + "\" is no word of the interface.",
                Nearest.hint(key.value(), english.keySet())));
      }
    }
    List<String> missing = english.keySet().stream().filter(it -> !own.containsKey(it)).toList();
    if (!missing.isEmpty()) {
      problems.add(
          problem(
              SourceSpan.wholeFile(shown(file)),
              missing.size()
                  + " of "
                  + english.size()
                  + " words are missing; English stands in for them.",
              "Add "
                  + String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())))
                  + (missing.size() > NAMED ? " and the others" : "")
                  + ", as "
                  + shown(file("en"))
                  + " of the tool has them."));
    }
    return problems;
  }

  private static Problem problem(SourceSpan span, String message, String hint) {
    return new Problem("InterfaceWordsIncomplete", span, message, hint);
  }

  private static String primary(String language) {
    return language.split("-", 2)[0];
  }

  private static String file(String language) {
    return "words/" + language + ".yaml";
  }

  private static String shown(String file) {
    return "templates/" + file;
  }

  /** Ours, which are whole. */
  private static Map<String, String> english() {
    Templates ours = new Templates(Optional.empty());
    return WordsReader.read(
        shown(file("en")),
        ours.text(file("en")),
        problem -> {
          throw new IllegalStateException(problem.toString());
        });
  }
}
