package dev.rebound.exchange;

import dev.rebound.source.Slug;
import java.util.HashMap;
import java.util.HashSet;
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
      base = base.isEmpty() ? Slug.id(MARKUP.matcher(one).replaceAll(" "), LONGEST) : base;
    }
    base = base.isEmpty() ? "question" : base;
    String free = base;
    while (!taken.add(free)) {
      free = base + "-" + counts.merge(base, 2, (last, two) -> last + 1);
    }
    return free;
  }
}
