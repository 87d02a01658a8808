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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A JSON Schema (draft 2020-12) from {@code src/main/resources/schemas}: the one description of a
 * file kind, for editors while typing and for this loader. The subset that our schemas use is
 * checked here, because findings need the key itself as their place and the author's words in their
 * message; a test holds that an independent validator accepts and refuses the same documents.
 */
final class Schema {
  private static final Map<String, Schema> LOADED = new ConcurrentHashMap<>();

  private final Part root;
  private final Map<String, Part> definitions = new HashMap<>();

  private Schema(Raw.Mapping root) {
    this.root = Part.of(root);
    root.mapping("$defs").map(Raw.Mapping::entries).orElse(List.of()).stream()
        .forEach(
            entry ->
                definitions.put(
                    "#/$defs/" + entry.key().value(), Part.of((Raw.Mapping) entry.value())));
  }

  /**
   * A schema or a part of one, made ready: a value is held against several hundred of them a
   * second.
   *
   * @param ref what it refers to instead, {@code #/$defs/name}
   * @param types what a value may be; empty when anything
   * @param allowed the texts it may be; empty when any
   * @param form what a text must look like
   * @param least how many items a list needs
   * @param closed whether keys that are not among the properties are refused
   * @param others what the values of other keys are
   * @param keys what the names of other keys look like
   */
  private record Part(
      Optional<String> ref,
      String description,
      List<Type> types,
      List<String> allowed,
      Optional<Form> form,
      boolean filled,
      Optional<Integer> minimum,
      Optional<Integer> maximum,
      int least,
      Optional<Part> items,
      Map<String, Part> properties,
      boolean closed,
      Optional<Part> others,
      Optional<Form> keys,
      List<String> required,
      List<Branch> branches) {

    static Part of(Raw.Mapping schema) {
      Map<String, Part> properties = new LinkedHashMap<>();
      for (Raw.Entry entry :
          schema.mapping("properties").map(Raw.Mapping::entries).orElse(List.of())) {
        properties.put(entry.key().value(), of((Raw.Mapping) entry.value()));
      }
      return new Part(
          schema.scalar("$ref").map(Raw.Scalar::text),
          schema.text("description").map(Located::value).orElse(""),
          types(schema),
          texts(schema, "enum"),
          schema.scalar("pattern").map(Raw.Scalar::text).map(Form::new),
          schema.integer("minLength").orElse(0) > 0,
          schema.integer("minimum"),
          schema.integer("maximum"),
          schema.integer("minItems").orElse(0),
          schema.mapping("items").map(Part::of),
          properties,
          schema.scalar("additionalProperties").isPresent(),
          schema.mapping("additionalProperties").map(Part::of),
          schema
              .mapping("propertyNames")
              .flatMap(names -> names.scalar("pattern"))
              .map(Raw.Scalar::text)
              .map(Form::new),
          texts(schema, "required"),
          schema.mappings("allOf").stream().map(Branch::of).toList());
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

  /** A {@code pattern}. The options of a question name one principle again and again. */
  private static final class Form {
    private final Pattern pattern;

    /** Two threads may both set it: either is right. */
    private String fits = "";

    Form(String pattern) {
      // In JSON Schema $ is the very end; in Java it may also stand before a last line end.
      this.pattern =
          Pattern.compile(
              pattern.endsWith("$") ? pattern.substring(0, pattern.length() - 1) + "\\z" : pattern);
    }

    boolean fits(String text) {
      if (!text.isEmpty() && text.equals(fits)) {
        return true;
      }
      boolean found = pattern.matcher(text).find();
      if (found) {
        fits = text;
      }
      return found;
    }
  }

  /**
   * One of {@code allOf}. Only conditions of the form "this key has one of these constants" occur.
   *
   * @param condition what must all hold for it to apply
   */
  private record Branch(List<Test> condition, Part then) {
    static Branch of(Raw.Mapping schema) {
      List<Test> condition = new ArrayList<>();
      schema
          .mapping("if")
          .ifPresent(
              test ->
                  test.mapping("properties")
                      .orElseThrow()
                      .entries()
                      .forEach(
                          entry ->
                              condition.add(
                                  new Test(entry.key().value(), constants(entry.value())))));
      return new Branch(List.copyOf(condition), Part.of(schema.mapping("then").orElse(schema)));
    }

    private static List<String> constants(Raw test) {
      Raw.Mapping mapping = (Raw.Mapping) test;
      return mapping
          .scalar("const")
          .map(constant -> List.of(constant.text()))
          .orElseGet(() -> Part.texts(mapping, "enum"));
    }

    boolean applies(Raw value) {
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
      return actual.isPresent() && constants.contains(actual.get().text());
    }
  }

  /** The schema of a file kind: {@code quiz}, {@code lesson}. */
  static Schema of(String kind) {
    return LOADED.computeIfAbsent(kind, Schema::load);
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
      return new Schema((Raw.Mapping) raw);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Reports every way in which {@code value} differs from this schema. */
  void check(Raw value, String what, Problems problems) {
    check(root, value, () -> what, problems);
  }

  private void check(Part part, Raw value, Supplier<String> what, Problems problems) {
    if (part.ref.isPresent()) {
      check(definition(part.ref.get()), value, what, problems);
      return;
    }
    if (!part.types.isEmpty() && !isOfOne(part.types, value)) {
      problems.schema(
          value.span(),
          what.get() + " takes " + wanted(part) + ", not " + withArticle(value.kind()) + ".",
          value instanceof Raw.Scalar scalar
                  && !scalar.text().isEmpty()
                  && part.types.contains(Type.STRING)
              ? "Quote it: \"" + scalar.text() + "\"."
              : describe(part));
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
      Branch branch = part.branches.get(i);
      if (branch.applies(value)) {
        check(branch.then, value, what, problems);
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
    if (part.form.isPresent() && !part.form.get().fits(text)) {
      problems.schema(
          scalar.span(), what.get() + " cannot be \"" + shown(text) + "\".", describe(part));
    }
    if (part.filled && text.isBlank()) {
      problems.schema(scalar.span(), what.get() + " is empty.", describe(part));
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

  private void checkList(Part part, Raw.Sequence list, Supplier<String> what, Problems problems) {
    if (list.items().size() < part.least) {
      problems.schema(
          list.span(), what.get() + " needs at least " + part.least + ".", describe(part));
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
        if (part.keys.isPresent() && !part.keys.get().fits(key)) {
          problems.schema(
              entry.key().span(), "key \"" + shown(key) + "\" does not fit here.", describe(part));
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
            missing == null ? "" : describe(missing));
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

  private String describe(Part part) {
    return part.ref.isPresent() ? describe(definition(part.ref.get())) : part.description;
  }

  /**
   * @param ref {@code #/$defs/name}
   */
  private Part definition(String ref) {
    return Objects.requireNonNull(definitions.get(ref), ref);
  }
}
