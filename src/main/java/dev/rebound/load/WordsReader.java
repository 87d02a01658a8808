package dev.rebound.load;

import dev.rebound.source.Located;
import dev.rebound.source.Problems;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads interface words, {@code templates/words/<language>.yaml}: one {@code key: text} a line. */
public final class WordsReader {
  private WordsReader() {}

  /**
   * @param name the file as findings show it
   */
  public static Map<String, String> read(String name, String yaml, Problems problems) {
    Map<String, String> words = new LinkedHashMap<>();
    entries(name, yaml, problems)
        .forEach(
            entry -> {
              if (entry.value() instanceof Raw.Scalar text) {
                words.put(entry.key().value(), text.text());
              } else {
                problems.schema(
                    entry.value().span(), "\"" + entry.key().value() + "\" takes text.", "");
              }
            });
    return words;
  }

  /** The keys of such a file, each where it stands; what is wrong with it, {@code read} says. */
  public static List<Located<String>> keys(String name, String yaml) {
    return entries(name, yaml, problem -> {}).stream().map(Raw.Entry::key).toList();
  }

  private static List<Raw.Entry> entries(String name, String yaml, Problems problems) {
    Raw raw = YamlReader.read(new SourceFile(name, yaml), problems).orElse(null);
    if (raw instanceof Raw.Mapping mapping) {
      return mapping.entries();
    }
    if (raw != null) {
      problems.schema(raw.span(), "interface words are `key: text` lines.", "");
    }
    return List.of();
  }
}
