package dev.rebound.publish.page;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Ids of headings: {@code Before you speak} is {@code before-you-speak}, its namesake {@code
 * before-you-speak-2}.
 */
final class Slugs {
  private final Map<String, Integer> seen = new HashMap<>();

  String of(String heading) {
    String slug =
        Normalizer.normalize(heading, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+|['\u2019]", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    String base = slug.isEmpty() ? "section" : slug;
    int count = seen.merge(base, 1, Integer::sum);
    return count == 1 ? base : base + "-" + count;
  }
}
