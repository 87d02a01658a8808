package dev.rebound.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A YAML node as an author wrote it, each with its place. Aliases and tags do not occur. */
public sealed interface Raw {
  SourceSpan span();

  /** What it is, as an author would call it: {@code text}, {@code list}. */
  String kind();

  /** {@code key: value} pairs in file order. A duplicate key has been reported and dropped. */
  record Mapping(SourceSpan span, List<Entry> entries) implements Raw {
    @Override
    public String kind() {
      return "mapping";
    }

    /** The value under {@code key}, when there is one. */
    public Optional<Raw> get(String key) {
      return Optional.ofNullable(find(key));
    }

    /** Whether there is a value under {@code key}. */
    public boolean has(String key) {
      return find(key) != null;
    }

    private @Nullable Raw find(String key) {
      // By index: this and the walk over inlines run a million times a course.
      for (int i = 0; i < entries.size(); i++) {
        Entry entry = entries.get(i);
        if (entry.key().value().equals(key)) {
          return entry.value();
        }
      }
      return null;
    }

    public Optional<Scalar> scalar(String key) {
      return find(key) instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
    }

    public Optional<Mapping> mapping(String key) {
      return find(key) instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
    }

    /** The text under {@code key}; a number or a boolean counts as it was written. */
    public Optional<Located<String>> text(String key) {
      return find(key) instanceof Scalar scalar && scalar.type() != ScalarType.NULL
          ? Optional.of(scalar.located())
          : Optional.empty();
    }

    /** A whole number under {@code key}. */
    public Optional<Integer> integer(String key) {
      return find(key) instanceof Scalar scalar && scalar.type() == ScalarType.INTEGER
          ? scalar.asInt()
          : Optional.empty();
    }

    /** True only when {@code key: true}. */
    public boolean isTrue(String key) {
      return find(key) instanceof Scalar scalar
          && scalar.type() == ScalarType.BOOLEAN
          && scalar.text().equalsIgnoreCase("true");
    }

    /** The mappings in the list under {@code key}; anything else there has been reported. */
    public List<Mapping> mappings(String key) {
      List<Mapping> mappings = new ArrayList<>();
      for (Raw item : items(key)) {
        if (item instanceof Mapping mapping) {
          mappings.add(mapping);
        }
      }
      return List.copyOf(mappings);
    }

    /** The scalars in the list under {@code key}. */
    public Stream<Scalar> scalars(String key) {
      return items(key).stream().filter(Scalar.class::isInstance).map(Scalar.class::cast);
    }

    /** The texts in the list under {@code key}. */
    public List<Located<String>> texts(String key) {
      return scalars(key).map(Scalar::located).toList();
    }

    private List<Raw> items(String key) {
      return find(key) instanceof Sequence list ? list.items() : List.of();
    }
  }

  /** One {@code key: value}. */
  record Entry(Located<String> key, Raw value) {}

  /** {@code - item} lines or {@code [a, b]}. */
  record Sequence(SourceSpan span, List<Raw> items) implements Raw {
    @Override
    public String kind() {
      return "list";
    }
  }

  /**
   * Text, a number, a boolean or nothing.
   *
   * @param span between the quotes, where it has some; from the {@code |} or {@code >} of a block
   * @param text the value after unquoting
   */
  record Scalar(SourceSpan span, String text, ScalarType type, ScalarStyle style) implements Raw {
    @Override
    public String kind() {
      return type.word();
    }

    public Located<String> located() {
      return new Located<>(text, span, style);
    }

    Optional<Integer> asInt() {
      try {
        return Optional.of(Integer.parseInt(text));
      } catch (NumberFormatException tooLarge) {
        return Optional.empty();
      }
    }
  }

  /** What YAML 1.2's core schema makes of a scalar. */
  enum ScalarType {
    TEXT("text"),
    INTEGER("whole number"),
    NUMBER("number"),
    BOOLEAN("true or false"),
    NULL("nothing");

    private final String word;

    ScalarType(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
