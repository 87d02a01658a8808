package dev.rebound.load;

import dev.rebound.source.Located;
import dev.rebound.source.Nearest;
import dev.rebound.source.Problems;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A JSON Schema (draft 2020-12) from {@code src/main/resources/schemas}: the one description of a
 * file kind, for editors while typing and for this loader. The subset that our schemas use is
 * checked here, because findings need the key itself as their place and the author's words in their
 * message; a test holds that an independent validator accepts and refuses the same documents.
 */
public final class Schema {
  /** The kinds of file that have a schema. */
  public static final List<String> KINDS =
      List.of(
          "rebound",
          "source",
          "lock",
          "principles",
          "dialogue",
          "glossary",
          "references",
          "reviews",
          "course",
          "lesson",
          "chart",
          "quiz",
          "scenario",
          "card",
          "aid",
          "facilitator");

  private static final Map<String, Schema> ALL =
      KINDS.stream().collect(Collectors.toUnmodifiableMap(kind -> kind, Schema::load));

  private final Part root;

  private Schema(Part root) {
    this.root = root;
  }

  /**
   * A schema or a part of one, made ready: a value is held against several hundred of them a
   * second. What it shares with others ({@code $ref}, and {@code allOf} without a condition) is in
   * it already.
   *
   * @param types what a value may be; empty when anything
   * @param allowed the texts it may be; empty when any
   * @param form what a text must look like
   * @param date whether it must be a day of the calendar: {@code "format": "date"}
   * @param longest how many characters a text may have
   * @param least how many items a list needs
   * @param closed whether keys that are not among the properties are refused
   * @param others what the values of other keys are
   * @param keys what the names of other keys look like
   */
  private record Part(
      String description,
      List<Type> types,
      List<String> allowed,
      Optional<Pattern> form,
      boolean date,
      boolean filled,
      Optional<Integer> longest,
      Optional<Integer> minimum,
      Optional<Integer> maximum,
      int least,
      Optional<Part> items,
      Map<String, Part> properties,
      boolean closed,
      Optional<Part> others,
      Optional<Pattern> keys,
      List<String> required,
      List<Branch> branches) {}

  /** Makes parts of a schema that refer to its {@code $defs}. None of ours refers to itself. */
  private record PartReader(Raw.Mapping definitions) {
    Part part(Raw.Mapping written) {
      Map<String, Raw> keywords = new LinkedHashMap<>();
      Map<String, Part> properties = new LinkedHashMap<>();
      List<String> required = new ArrayList<>();
      List<Branch> branches = new ArrayList<>();
      addTo(keywords, properties, required, branches, written);
      Raw.Mapping schema =
          new Raw.Mapping(
              written.span(),
              keywords.entrySet().stream()
                  .map(
                      it ->
                          new Raw.Entry(new Located<>(it.getKey(), written.span()), it.getValue()))
                  .toList());
      return new Part(
          schema.text("description").map(Located::value).orElse(""),
          types(schema),
          texts(schema, "enum"),
          schema.scalar("pattern").map(PartReader::form),
          schema.scalar("format").isPresent(),
          schema.integer("minLength").orElse(0) > 0,
          schema.integer("maxLength"),
          schema.integer("minimum"),
          schema.integer("maximum"),
          schema.integer("minItems").orElse(0),
          schema.mapping("items").map(this::part),
          properties,
          schema.has("additionalProperties") || schema.has("unevaluatedProperties"),
          schema.mapping("additionalProperties").map(this::part),
          schema
              .mapping("propertyNames")
              .flatMap(names -> names.scalar("pattern"))
              .map(PartReader::form),
          List.copyOf(required),
          List.copyOf(branches));
    }

    /** Adds what a schema says to what the parts that it shares say: its own word counts. */
    private void addTo(
        Map<String, Raw> keywords,
        Map<String, Part> properties,
        List<String> required,
        List<Branch> branches,
        Raw.Mapping schema) {
      schema
          .scalar("$ref")
          .ifPresent(to -> addTo(keywords, properties, required, branches, definition(to.text())));
      for (Raw.Mapping one : schema.mappings("allOf")) {
        if (one.has("if")) {
          branches.add(
              new Branch(
                  condition(one),
                  one.mapping("then").map(this::part),
                  one.mapping("else").map(this::part)));
        } else {
          addTo(keywords, properties, required, branches, one);
        }
      }
      schema.entries().forEach(entry -> keywords.put(entry.key().value(), entry.value()));
      for (Raw.Entry entry :
          schema.mapping("properties").map(Raw.Mapping::entries).orElse(List.of())) {
        properties.put(entry.key().value(), part((Raw.Mapping) entry.value()));
      }
      required.addAll(texts(schema, "required"));
    }

    /**
     * @param ref {@code #/$defs/name}
     */
    private Raw.Mapping definition(String ref) {
      return definitions.mapping(ref.substring("#/$defs/".length())).orElseThrow();
    }

    /** Only conditions of the form "this key has one of these constants" occur. */
    private static List<Test> condition(Raw.Mapping branch) {
      return branch
          .mapping("if")
          .flatMap(test -> test.mapping("properties"))
          .orElseThrow()
          .entries()
          .stream()
          .map(entry -> new Test(entry.key().value(), constants((Raw.Mapping) entry.value())))
          .toList();
    }

    private static List<String> constants(Raw.Mapping test) {
      return test.scalar("const")
          .map(constant -> List.of(constant.text()))
          .orElseGet(() -> texts(test, "enum"));
    }

    /**
     * In JSON Schema $ is the very end; in Java it may also stand before a last line end. A
     * repeated group never has to give back what it took, and Java calls itself once a turn unless
     * it is told so: {@code a-a-a-…} would end its stack.
     */
    private static Pattern form(Raw.Scalar pattern) {
      String text = pattern.text().replace(")*", ")*+");
      return Pattern.compile(
          text.endsWith("$") ? text.substring(0, text.length() - 1) + "\\z" : text);
    }

    private static List<Type> types(Raw.Mapping schema) {
      List<String> names = texts(schema, "type");
      return (names.isEmpty() ? schema.text("type").map(Located::value).stream() : names.stream())
          .map(name -> Type.valueOf(name.toUpperCase(Locale.ROOT)))
          .toList();
    }

    private static List<String> texts(Raw.Mapping schema, String key) {
      return schema.texts(key).stream().map(Located::value).toList();
    }
  }

  /** A {@code type} of JSON Schema. */
  private enum Type {
    OBJECT("`key: value` pairs"),
    ARRAY("a list"),
    STRING("text"),
    INTEGER("a whole number"),
    NUMBER("a number"),
    BOOLEAN("true or false");

    private final String inWords;

    Type(String inWords) {
      this.inWords = inWords;
    }

    boolean has(Raw value) {
      if (value instanceof Raw.Scalar scalar) {
        return switch (scalar.type()) {
          case TEXT -> this == STRING;
          case INTEGER -> this == INTEGER || this == NUMBER;
          case NUMBER -> this == NUMBER;
          case BOOLEAN -> this == BOOLEAN;
          case NULL -> false;
        };
      }
      return this == (value instanceof Raw.Mapping ? OBJECT : ARRAY);
    }
  }

  /**
   * A part that holds under a condition, one of {@code allOf}.
   *
   * @param condition what must all hold for it to apply
   * @param otherwise what applies when it does not: {@code else}
   */
  private record Branch(List<Test> condition, Optional<Part> then, Optional<Part> otherwise) {
    Optional<Part> of(Raw value) {
      return applies(value) ? then : otherwise;
    }

    private boolean applies(Raw value) {
      for (int i = 0; i < condition.size(); i++) {
        if (!(value instanceof Raw.Mapping mapping) || !condition.get(i).holds(mapping)) {
          return false;
        }
      }
      return true;
    }
  }

  private record Test(String key, List<String> constants) {
    boolean holds(Raw.Mapping mapping) {
      Optional<Raw.Scalar> actual = mapping.scalar(key);
      return actual.isPresent() && constants.contains(plain(actual.get()));
    }

    /** YAML also reads {@code True} as true. */
    private static String plain(Raw.Scalar scalar) {
      return scalar.type() == Raw.ScalarType.BOOLEAN
          ? scalar.text().toLowerCase(Locale.ROOT)
          : scalar.text();
    }
  }

  /** The schema of a file kind: {@code quiz}, {@code lesson}. */
  static Schema of(String kind) {
    return Objects.requireNonNull(ALL.get(kind), kind);
  }

  private static Schema load(String kind) {
    String resource = "/schemas/" + kind + ".schema.json";
    try (InputStream in = Schema.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no " + resource);
      }
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Raw raw =
          YamlReader.read(
                  new SourceFile(resource, json),
                  problem -> {
                    throw new IllegalStateException(problem.toString());
                  })
              .orElseThrow();
      Raw.Mapping schema = (Raw.Mapping) raw;
      Raw.Mapping none = new Raw.Mapping(schema.span(), List.of());
      return new Schema(new PartReader(schema.mapping("$defs").orElse(none)).part(schema));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Reports every way in which {@code value} differs from this schema. */
  void check(Raw value, String what, Problems problems) {
    check(root, value, () -> what, problems);
  }

  private void check(Part part, Raw value, Supplier<String> what, Problems problems) {
    if (!part.types.isEmpty() && !isOfOne(part.types, value)) {
      problems.schema(
          value.span(),
          what.get() + " takes " + wanted(part) + ", not " + withArticle(value.kind()) + ".",
          value instanceof Raw.Scalar scalar
                  && !scalar.text().isEmpty()
                  && part.types.contains(Type.STRING)
              ? "Quote it: \"" + scalar.text() + "\"."
              : part.description);
      return;
    }
    if (value instanceof Raw.Scalar scalar) {
      checkScalar(part, scalar, what, problems);
    } else if (value instanceof Raw.Sequence list) {
      checkList(part, list, what, problems);
    } else if (value instanceof Raw.Mapping mapping) {
      checkMapping(part, mapping, problems);
    }
    for (int i = 0; i < part.branches.size(); i++) {
      Optional<Part> also = part.branches.get(i).of(value);
      if (also.isPresent()) {
        check(also.get(), value, what, problems);
      }
    }
  }

  private void checkScalar(Part part, Raw.Scalar scalar, Supplier<String> what, Problems problems) {
    String text = scalar.text();
    if (!part.allowed.isEmpty() && !part.allowed.contains(text)) {
      problems.schema(
          scalar.span(),
          what.get() + " cannot be \"" + shown(text) + "\".",
          Nearest.bySpelling(text, part.allowed).isEmpty()
              ? "It is one of: " + String.join(", ", part.allowed) + "."
              : Nearest.hint(text, part.allowed));
    }
    if (part.form.isPresent() && !part.form.get().matcher(text).find()) {
      problems.schema(
          scalar.span(), what.get() + " cannot be \"" + shown(text) + "\".", part.description);
    }
    if (part.date
        && part.form.filter(form -> !form.matcher(text).find()).isEmpty()
        && !isDay(text)) {
      problems.schema(
          scalar.span(),
          what.get() + " is no day of the calendar: \"" + shown(text) + "\".",
          part.description);
    }
    int length = text.codePointCount(0, text.length());
    if (part.longest.filter(longest -> length > longest).isPresent()) {
      problems.schema(
          scalar.span(),
          what.get()
              + " has "
              + length
              + " characters; it has room for "
              + part.longest.get()
              + ".",
          "Shorten it.");
    }
    if (part.filled && text.isBlank()) {
      problems.schema(scalar.span(), what.get() + " is empty.", part.description);
    }
    if (scalar.type() == Raw.ScalarType.INTEGER || scalar.type() == Raw.ScalarType.NUMBER) {
      double number = Double.parseDouble(text);
      boolean low = part.minimum.filter(min -> number < min).isPresent();
      boolean high = part.maximum.filter(max -> number > max).isPresent();
      if (low || high) {
        problems.schema(
            scalar.span(),
            what.get() + " cannot be " + text + ".",
            "It goes from "
                + part.minimum.map(String::valueOf).orElse("any")
                + " to "
                + part.maximum.map(String::valueOf).orElse("any")
                + ".");
      }
    }
  }

  /** Whether a text is a day of the calendar, {@code 2026-11-22}. */
  static boolean isDay(String text) {
    try {
      return text.length() == "2026-11-22".length() && LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeException impossible) {
      return false;
    }
  }

  private void checkList(Part part, Raw.Sequence list, Supplier<String> what, Problems problems) {
    if (list.items().size() < part.least) {
      problems.schema(
          list.span(), what.get() + " needs at least " + part.least + ".", part.description);
    }
    if (part.items.isPresent()) {
      list.items()
          .forEach(item -> check(part.items.get(), item, () -> "each of " + what.get(), problems));
    }
  }

  private void checkMapping(Part part, Raw.Mapping mapping, Problems problems) {
    for (Raw.Entry entry : mapping.entries()) {
      String key = entry.key().value();
      Part known = part.properties.get(key);
      if (known != null) {
        check(known, entry.value(), () -> "`" + key + "`", problems);
      } else if (part.others.isPresent()) {
        if (part.keys.isPresent() && !part.keys.get().matcher(key).find()) {
          problems.schema(
              entry.key().span(),
              "key \"" + shown(key) + "\" does not fit here.",
              part.description);
        }
        check(part.others.get(), entry.value(), () -> "`" + key + "`", problems);
      } else if (part.closed) {
        problems.schema(
            entry.key().span(),
            "unknown key \"" + shown(key) + "\".",
            Nearest.hint(key, List.copyOf(part.properties.keySet())));
      }
    }
    for (String required : part.required) {
      if (!mapping.has(required)) {
        Part missing = part.properties.get(required);
        problems.schema(
            mapping.span(),
            "`" + required + "` is missing.",
            missing == null ? "" : missing.description);
      }
    }
  }

  private static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "…";
  }

  private static boolean isOfOne(List<Type> types, Raw value) {
    for (int i = 0; i < types.size(); i++) {
      if (types.get(i).has(value)) {
        return true;
      }
    }
    return false;
  }

  private static String wanted(Part part) {
    return String.join(" or ", part.types.stream().map(type -> type.inWords).toList());
  }

  private static String withArticle(String kind) {
    return kind.equals("text") || kind.equals("nothing") || kind.startsWith("true")
        ? kind
        : "a " + kind;
  }
}
