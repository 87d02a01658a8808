package dev.rebound.load;

import dev.rebound.source.Nearest;
import dev.rebound.source.Problems;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A JSON Schema (draft 2020-12) from {@code src/main/resources/schemas}: the one description of a
 * file kind, for editors while typing and for this loader. The subset that our schemas use is
 * checked here, because findings need the key itself as their place and the author's words in their
 * message; a test holds that an independent validator accepts and refuses the same documents.
 */
final class Schema {
  private static final Map<String, Schema> LOADED = new ConcurrentHashMap<>();

  private final Raw.Mapping root;
  private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

  private Schema(Raw.Mapping root) {
    this.root = root;
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
    check(root, value, what, problems);
  }

  private void check(Raw.Mapping schema, Raw value, String what, Problems problems) {
    Optional<Raw.Scalar> ref = schema.scalar("$ref");
    if (ref.isPresent()) {
      check(definition(ref.get().text()), value, what, problems);
      return;
    }
    if (!typeFits(schema, value)) {
      problems.schema(
          value.span(),
          what + " takes " + wanted(schema) + ", not " + withArticle(value.kind()) + ".",
          value instanceof Raw.Scalar scalar
                  && !scalar.text().isEmpty()
                  && types(schema).contains("string")
              ? "Quote it: \"" + scalar.text() + "\"."
              : describe(schema));
      return;
    }
    if (value instanceof Raw.Scalar scalar) {
      checkScalar(schema, scalar, what, problems);
    } else if (value instanceof Raw.Sequence list) {
      checkList(schema, list, what, problems);
    } else if (value instanceof Raw.Mapping mapping) {
      checkMapping(schema, mapping, problems);
    }
    for (Raw.Mapping branch : schema.mappings("allOf")) {
      boolean applies =
          branch.mapping("if").map(condition -> conditionHolds(condition, value)).orElse(true);
      if (applies) {
        check(branch.mapping("then").orElse(branch), value, what, problems);
      }
    }
  }

  /** Only conditions of the form "this key has this constant" occur. */
  private static boolean conditionHolds(Raw.Mapping condition, Raw value) {
    if (!(value instanceof Raw.Mapping mapping)) {
      return false;
    }
    return condition.mapping("properties").orElseThrow().entries().stream()
        .allMatch(
            entry -> {
              String key = entry.key().value();
              Optional<String> actual = mapping.scalar(key).map(Raw.Scalar::text);
              Raw.Mapping test = (Raw.Mapping) entry.value();
              return test.scalar("const")
                  .map(c -> actual.filter(c.text()::equals).isPresent())
                  .orElseGet(() -> actual.filter(a -> values(test).contains(a)).isPresent());
            });
  }

  private void checkScalar(Raw.Mapping schema, Raw.Scalar scalar, String what, Problems problems) {
    String text = scalar.text();
    List<String> allowed = values(schema);
    if (!allowed.isEmpty() && !allowed.contains(text)) {
      problems.schema(
          scalar.span(),
          what + " cannot be \"" + shown(text) + "\".",
          Nearest.bySpelling(text, allowed).isEmpty()
              ? "It is one of: " + String.join(", ", allowed) + "."
              : Nearest.hint(text, allowed));
    }
    schema
        .scalar("pattern")
        .filter(p -> !matches(p.text(), text))
        .ifPresent(
            p ->
                problems.schema(
                    scalar.span(), what + " cannot be \"" + shown(text) + "\".", describe(schema)));
    if (schema.integer("minLength").orElse(0) > 0 && text.isBlank()) {
      problems.schema(scalar.span(), what + " is empty.", describe(schema));
    }
    if (scalar.type() == Raw.ScalarType.INTEGER || scalar.type() == Raw.ScalarType.NUMBER) {
      double number = Double.parseDouble(text);
      boolean low = schema.integer("minimum").filter(min -> number < min).isPresent();
      boolean high = schema.integer("maximum").filter(max -> number > max).isPresent();
      if (low || high) {
        problems.schema(
            scalar.span(),
            what + " cannot be " + text + ".",
            "It goes from "
                + schema.text("minimum").map(m -> m.value()).orElse("any")
                + " to "
                + schema.text("maximum").map(m -> m.value()).orElse("any")
                + ".");
      }
    }
  }

  /** In JSON Schema {@code $} is the very end; in Java it may also stand before a last line end. */
  private boolean matches(String pattern, String text) {
    return patterns
        .computeIfAbsent(
            pattern,
            p -> Pattern.compile(p.endsWith("$") ? p.substring(0, p.length() - 1) + "\\z" : p))
        .matcher(text)
        .find();
  }

  private void checkList(Raw.Mapping schema, Raw.Sequence list, String what, Problems problems) {
    int least = schema.integer("minItems").orElse(0);
    if (list.items().size() < least) {
      problems.schema(list.span(), what + " needs at least " + least + ".", describe(schema));
    }
    schema
        .mapping("items")
        .ifPresent(
            items -> list.items().forEach(item -> check(items, item, "each of " + what, problems)));
  }

  private void checkMapping(Raw.Mapping schema, Raw.Mapping mapping, Problems problems) {
    Raw.Mapping properties =
        schema.mapping("properties").orElse(new Raw.Mapping(schema.span(), List.of()));
    for (Raw.Entry entry : mapping.entries()) {
      String key = entry.key().value();
      Optional<Raw.Mapping> known = properties.mapping(key);
      if (known.isPresent()) {
        check(known.get(), entry.value(), "`" + key + "`", problems);
      } else if (schema.mapping("additionalProperties").isPresent()) {
        Raw.Mapping others = schema.mapping("additionalProperties").get();
        schema
            .mapping("propertyNames")
            .flatMap(names -> names.scalar("pattern"))
            .filter(p -> !matches(p.text(), key))
            .ifPresent(
                p ->
                    problems.schema(
                        entry.key().span(),
                        "key \"" + shown(key) + "\" does not fit here.",
                        describe(schema)));
        check(others, entry.value(), "`" + key + "`", problems);
      } else if (schema.scalar("additionalProperties").isPresent()) {
        List<String> names = properties.entries().stream().map(e -> e.key().value()).toList();
        problems.schema(
            entry.key().span(), "unknown key \"" + shown(key) + "\".", Nearest.hint(key, names));
      }
    }
    for (var required : schema.texts("required")) {
      if (mapping.get(required.value()).isEmpty()) {
        problems.schema(
            mapping.span(),
            "`" + required.value() + "` is missing.",
            properties.mapping(required.value()).map(this::describe).orElse(""));
      }
    }
  }

  private static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "…";
  }

  private static boolean typeFits(Raw.Mapping schema, Raw value) {
    List<String> types = types(schema);
    return types.isEmpty() || types.stream().anyMatch(type -> isOf(type, value));
  }

  private static boolean isOf(String type, Raw value) {
    return switch (type) {
      case "object" -> value instanceof Raw.Mapping;
      case "array" -> value instanceof Raw.Sequence;
      case "string" -> value instanceof Raw.Scalar s && s.type() == Raw.ScalarType.TEXT;
      case "integer" -> value instanceof Raw.Scalar s && s.type() == Raw.ScalarType.INTEGER;
      case "number" ->
          value instanceof Raw.Scalar s
              && (s.type() == Raw.ScalarType.INTEGER || s.type() == Raw.ScalarType.NUMBER);
      case "boolean" -> value instanceof Raw.Scalar s && s.type() == Raw.ScalarType.BOOLEAN;
      default -> throw new IllegalArgumentException("schema type " + type);
    };
  }

  private static String wanted(Raw.Mapping schema) {
    return String.join(" or ", types(schema).stream().map(Schema::inWords).toList());
  }

  private static String inWords(String type) {
    return switch (type) {
      case "object" -> "`key: value` pairs";
      case "array" -> "a list";
      case "string" -> "text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      default -> "true or false";
    };
  }

  private static String withArticle(String kind) {
    return kind.equals("text") || kind.equals("nothing") || kind.startsWith("true")
        ? kind
        : "a " + kind;
  }

  private static List<String> types(Raw.Mapping schema) {
    List<String> many = schema.texts("type").stream().map(t -> t.value()).toList();
    return many.isEmpty()
        ? schema.text("type").map(t -> List.of(t.value())).orElse(List.of())
        : many;
  }

  private static List<String> values(Raw.Mapping schema) {
    return schema.texts("enum").stream().map(t -> t.value()).toList();
  }

  private String describe(Raw.Mapping schema) {
    if (schema.scalar("$ref").isPresent()) {
      return describe(definition(schema.scalar("$ref").get().text()));
    }
    return schema.text("description").map(d -> d.value()).orElse("");
  }

  /** {@code #/$defs/name} */
  private Raw.Mapping definition(String ref) {
    String name = ref.substring("#/$defs/".length());
    return root.mapping("$defs").flatMap(all -> all.mapping(name)).orElseThrow();
  }
}
