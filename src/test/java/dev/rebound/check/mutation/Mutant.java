package dev.rebound.check.mutation;

import dev.rebound.source.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A course with one thing broken.
 *
 * @param place what was touched, for people: {@code content/glossary.yaml:14}
 * @param files what became of the touched files; nothing for one that is gone
 * @param expected every finding that must be among those of the checker
 */
record Mutant(String place, Map<String, Optional<Text>> files, List<Expected> expected) {

  /** A text with edits, which are made when it is tried: of a long file there are thousands. */
  record Text(String original, List<Edit> backwards) {
    String changed() {
      StringBuilder changed = new StringBuilder(original);
      backwards.forEach(edit -> changed.replace(edit.start(), edit.end(), edit.by()));
      return changed.toString();
    }
  }

  /** A finding that must be there. */
  sealed interface Expected {
    boolean is(Finding found);
  }

  /**
   * @param line 1-based; 0 for any line of the file
   */
  private record At(String rule, String file, int line) implements Expected {
    @Override
    public boolean is(Finding found) {
      return found.rule().equals(rule)
          && found.span().file().equals(file)
          && (line == 0 || found.span().line() == line);
    }

    @Override
    public String toString() {
      return rule + " at " + file + (line == 0 ? "" : ":" + line);
    }
  }

  /** Wherever it is, its message names this. */
  private record About(String rule, String name) implements Expected {
    @Override
    public boolean is(Finding found) {
      return found.rule().equals(rule) && found.message().contains('"' + name + '"');
    }
  }

  /** A file with these edits, none of which overlap. */
  static Mutant of(String file, String text, Edit... edits) {
    List<Edit> backwards = new ArrayList<>(List.of(edits));
    backwards.sort(Comparator.comparingInt(Edit::start).reversed());
    int first = backwards.isEmpty() ? 0 : backwards.get(backwards.size() - 1).start();
    return new Mutant(
        file + ":" + Edit.line(text, first),
        Map.of(file, Optional.of(new Text(text, List.copyOf(backwards)))),
        List.of());
  }

  static Mutant without(String file) {
    return new Mutant(file, Map.of(file, Optional.empty()), List.of());
  }

  static Mutant renamed(String file, String text, String name) {
    return new Mutant(
        file,
        new TreeMap<>(Map.of(file, Optional.empty(), name, Optional.of(new Text(text, List.of())))),
        List.of());
  }

  /** The same with a finding that must be there. */
  Mutant expecting(String rule, String file, int line) {
    return and(new At(rule, file, line));
  }

  /** The same, for a rule that says all of a name's places in one finding. */
  Mutant expectingAbout(String rule, String name) {
    return and(new About(rule, name));
  }

  private Mutant and(Expected one) {
    List<Expected> more = new ArrayList<>(expected);
    more.add(one);
    return new Mutant(place, files, List.copyOf(more));
  }

  Mutant expecting(String rule, Workspace.Match at) {
    return expecting(rule, at.file(), at.line());
  }
}
