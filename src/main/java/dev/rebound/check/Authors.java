package dev.rebound.check;

import dev.rebound.course.Excerpt;
import dev.rebound.course.Source;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose sources there are: the creators' names as texts mention them, and what each is quoted with.
 */
public final class Authors {
  private final Map<String, Author> byName = new LinkedHashMap<>();

  /**
   * A creator of sources, one person of several where they are listed.
   *
   * @param name as it is written in the record
   * @param surname its last word, folded
   * @param excerpts of all their sources
   */
  public record Author(String name, String surname, List<Excerpt> excerpts) {
    /** Whether a text names them. */
    public boolean isNamedIn(Collection<String> words) {
      return words.contains(surname) || words.contains(surname + "'s");
    }

    /** Whether these words, in this order, stand in an excerpt of theirs. */
    public boolean said(List<String> words) {
      return excerpts.stream()
          .anyMatch(one -> Collections.indexOfSubList(Words.texts(one.text().value()), words) >= 0);
    }
  }

  public Authors(List<Source> sources) {
    for (Source source : sources) {
      source.creator().ifPresent(creator -> names(creator.value()).forEach(n -> add(n, source)));
    }
  }

  private void add(String name, Source source) {
    List<String> words = Words.texts(name);
    if (!words.isEmpty()) {
      String surname = words.get(words.size() - 1);
      Author known = byName.get(name);
      List<Excerpt> excerpts = new ArrayList<>(known == null ? List.of() : known.excerpts());
      excerpts.addAll(source.excerpts());
      byName.put(name, new Author(name, surname, List.copyOf(excerpts)));
    }
  }

  /** {@code Ada Moor & Ben Ray} are two. */
  public static List<String> names(String creator) {
    return List.of(creator.split("\\s*(?:&|;|,|\\band\\b)\\s*")).stream()
        .filter(name -> !name.isBlank())
        .toList();
  }

  public List<Author> all() {
    return List.copyOf(byName.values());
  }

  /** Those whom a text names. */
  public List<Author> namedIn(List<String> words) {
    // Of a hundred authors each asks.
    Set<String> each = new HashSet<>(words);
    return byName.values().stream().filter(author -> author.isNamedIn(each)).toList();
  }

  /** Whoever said these words in an excerpt. */
  public Optional<Author> whoSaid(List<String> words) {
    return byName.values().stream().filter(author -> author.said(words)).findFirst();
  }
}
