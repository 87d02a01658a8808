package dev.rebound.source;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names the sections of one page: {@code Facts come later} is {@code #facts-come-later}, without
 * accents.
 */
public final class Slug {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*+");

  /** What every page has already. */
  private final Set<String> taken = new HashSet<>(Set.of("main", "notice", "rebound-data"));

  private final Map<String, Integer> counts = new HashMap<>();

  /** Whether something may be called so: lower-case letters, digits and single hyphens. */
  public static boolean isId(String written) {
    return ID.matcher(written).matches();
  }

  /** Whole words of a text, lower-case and with hyphens; empty where it has no Latin letter. */
  public static String id(String text, int longest) {
    if (isId(text) && text.length() / 3 <= longest) {
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

  /** The name of the next heading of this page; one that is taken gets {@code -2}, {@code -3}. */
  public String of(String heading) {
    StringBuilder slug = new StringBuilder();
    for (String word : Words.texts(heading)) {
      slug.append(slug.isEmpty() ? "" : "-").append(word.replace("'", ""));
    }
    String plain =
        slug.chars().allMatch(c -> c < 128)
            ? slug.toString()
            : Normalizer.normalize(slug, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String name = plain.isEmpty() ? "section" : plain;
    String free = name;
    while (!taken.add(free)) {
      free = name + "-" + counts.merge(name, 2, (last, two) -> last + 1);
    }
    return free;
  }
}
