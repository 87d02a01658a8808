package dev.rebound.exchange;

import dev.rebound.source.Portable;
import dev.rebound.source.Slug;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives the questions of a file ids: their own where they have some, else made of their words. */
public final class Ids {
  private static final int LONGEST = 48;
  private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,500}>|&[#\\w]{1,10};|@@\\w+@@");

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * The first of these that says something, as an id; with a number where it is taken.
   *
   * @param candidates its own id, its name, its words
   */
  public String next(String... candidates) {
    String base = "";
    for (String one : candidates) {
      base = base.isEmpty() ? slug(MARKUP.matcher(one).replaceAll(" "), LONGEST) : base;
    }
    base = base.isEmpty() ? "question" : base;
    String free = base;
    while (!taken.add(free)) {
      free = base + "-" + counts.merge(base, 2, (last, two) -> last + 1);
    }
    return free;
  }

  /** Whole words of a text, lower-case and with hyphens; empty where it has no Latin letter. */
  public static String slug(String text, int longest) {
    if (Slug.isId(text) && text.length() <= 3 * longest) {
      return text;
    }
    String start = text.length() > 1_000 ? text.substring(0, 1_000) : text;
    String slug =
        Normalizer.normalize(start, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("['’]", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    if (slug.length() > longest) {
      int cut = slug.lastIndexOf('-', longest);
      slug = slug.substring(0, cut > 0 ? cut : longest);
    }
    return Portable.flaw(slug).isPresent() && !slug.isEmpty() ? slug + "-1" : slug;
  }
}
