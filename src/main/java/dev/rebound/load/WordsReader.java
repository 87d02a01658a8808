package dev.rebound.load;

import dev.rebound.source.Problems;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads interface words, {@code templates/words/<language>.yaml}: one {@code key: text} a line. */
public final class WordsReader {
  private WordsReader() {}

  /**
   * @param name the file as findings show it
   */
  public static Map<String, String> read(String name, String yaml, Problems problems) {
    Map<String, String> words = new LinkedHashMap<>();
    YamlReader.read(new SourceFile(name, yaml), problems)
        .ifPresent(
            raw -> {
              if (!(raw instanceof Raw.Mapping mapping)) {
                problems.schema(raw.span(), "interface words are `key: text` lines.", "");
                return;
              }
              for (Raw.Entry entry : mapping.entries()) {
                if (entry.value() instanceof Raw.Scalar text) {
                  words.put(entry.key().value(), text.text());
                } else {
                  problems.schema(
                      entry.value().span(), "\"" + entry.key().value() + "\" takes text.", "");
                }
              }
            });
    return words;
  }
}
