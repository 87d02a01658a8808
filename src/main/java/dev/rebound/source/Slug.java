package dev.rebound.source;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Names the sections of one page: {@code Facts come later} is {@code #facts-come-later}, without
 * accents.
 */
public final class Slug {
  private final Map<String, Integer> taken = new HashMap<>();

  /** The name of the next heading of this page; a repeated one gets {@code -2}, {@code -3}. */
  public String of(String heading) {
    StringBuilder slug = new StringBuilder();
    for (String word : Words.texts(heading)) {
      slug.append(slug.isEmpty() ? "" : "-").append(word.replace("'", ""));
    }
    String plain = Normalizer.normalize(slug, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String name = plain.isEmpty() ? "section" : plain;
    int count = taken.merge(name, 1, Integer::sum);
    return count == 1 ? name : name + "-" + count;
  }
}
