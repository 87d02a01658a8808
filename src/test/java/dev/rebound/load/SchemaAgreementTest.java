package dev.rebound.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.rebound.Courses;
import dev.rebound.source.Problem;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Our reading of the schemas against an independent one: both accept and refuse the same documents,
 * the real ones and each of them with one thing changed. One difference is meant: a text of blanks
 * is empty to us.
 */
@Tag("slow")
class SchemaAgreementTest {
  private static final Map<String, Object> OTHER_KINDS =
      Map.of("text", "zz \u00e4", "number", 7, "truth", true, "list", List.of(), "map", Map.of());

  @TestFactory
  Stream<DynamicTest> kinds() throws IOException {
    Map<String, List<Object>> examples = new TreeMap<>();
    for (Path content :
        List.of(
            Path.of("content"),
            Courses.BASE.resolve("content"),
            Courses.ROOT.resolve("rules/ReviewOutdated/good-as-reviewed/content"),
            Courses.ROOT.resolve("types/content"))) {
      for (Path file : Courses.files(content)) {
        String kind = kind(content.relativize(file).toString().replace('\\', '/'));
        if (!kind.isEmpty()) {
          examples.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(documents(file, kind));
        }
      }
    }
    for (String block :
        Files.readString(Courses.ROOT.resolve("talk/content/courses/cup/lessons/pour.md"))
            .split("```chart\n", -1)) {
      if (block.startsWith("type:")) {
        examples
            .computeIfAbsent("chart", k -> new ArrayList<>())
            .add(
                new Load(LoadSettings.builder().build())
                    .loadFromString(block.substring(0, block.indexOf("```"))));
      }
    }
    assertThat(examples.keySet()).containsExactlyInAnyOrderElementsOf(Schema.KINDS);
    return examples.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> agree(entry.getKey(), entry.getValue())));
  }

  /** The schema of a file, by where it stands. */
  private static String kind(String path) {
    if (path.endsWith(".lock")) {
      return path.equals("reviews.lock") ? "reviews" : "lock";
    }
    if (!path.endsWith(".yaml") && !path.endsWith(".md")) {
      return "";
    }
    String[] parts = path.split("/", -1);
    return switch (parts.length) {
      case 1 -> path.replace(".yaml", "");
      case 2 ->
          Map.of("sources", "source", "dialogues", "dialogue").getOrDefault(parts[0], parts[0]);
      case 3 -> "course";
      default ->
          Map.of(
                  "lessons", "lesson",
                  "quizzes", "quiz",
                  "cards", "card",
                  "scenarios", "scenario",
                  "aids", "aid",
                  "facilitator", "facilitator")
              .getOrDefault(parts[2], "");
    };
  }

  /** Of a quiz, each question is a document of its own: they are not alike. */
  private static List<Object> documents(Path file, String kind) throws IOException {
    Object document = document(file);
    if (kind.equals("quiz")
        && file.startsWith(Courses.ROOT.resolve("types"))
        && document instanceof Map<?, ?> bank
        && bank.get("questions") instanceof List<?> questions) {
      return questions.stream()
          .map(question -> (Object) Map.of("title", "One", "questions", List.of(question)))
          .toList();
    }
    return List.of(document);
  }

  private static Object document(Path file) throws IOException {
    String text = Files.readString(file);
    if (file.toString().endsWith(".md")) {
      text = text.substring(4, text.indexOf("\n---", 4) + 1);
    }
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  private static void agree(String kind, List<Object> examples) throws IOException {
    com.networknt.schema.Schema theirs = theirs(kind);
    int accepted = 0;
    int refused = 0;
    List<String> differences = new ArrayList<>();
    String schema = schema(kind);
    Set<String> seen = new HashSet<>();
    for (Object example : examples) {
      List<Object> documents = new ArrayList<>(List.of(example));
      // One with nothing that those before it have not would be changed in the same places.
      Object less = shortened(example, schema);
      if (seen.addAll(places("", less, schema))) {
        mutate(less, documents::add);
      }
      for (Object document : documents) {
        String json = json(document);
        boolean ok = theirs.validate(json, InputFormat.JSON).isEmpty();
        List<Problem> problems = new ArrayList<>();
        Raw raw = YamlReader.read(new SourceFile("x", json), problems::add).orElseThrow();
        Schema.of(kind).check(raw, "the file", problems::add);
        if (ok != problems.isEmpty()) {
          differences.add((ok ? "only we refuse " : "only they refuse ") + json + problems);
        }
        accepted += ok ? 1 : 0;
        refused += ok ? 0 : 1;
      }
    }
    assertThat(differences).isEmpty();
    assertThat(accepted).as("accepted").isPositive();
    assertThat(refused).as("refused").isPositive();
  }

  private static String schema(String kind) throws IOException {
    try (InputStream in =
        SchemaAgreementTest.class.getResourceAsStream("/schemas/" + kind + ".schema.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static com.networknt.schema.Schema theirs(String kind) throws IOException {
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            it ->
                it.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()))
        .getSchema(
            SchemaLocation.of("https://example.org/" + kind + ".schema.json"),
            schema(kind),
            InputFormat.JSON);
  }

  /**
   * Lists are long and their items alike, and so is what stands under names of the author's: three
   * of each are enough to change things in.
   */
  private static Object shortened(Object value, String schema) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> less = new LinkedHashMap<>();
      int named = 0;
      for (Map.Entry<?, ?> one : map.entrySet()) {
        if (isKey(one.getKey(), schema) || named++ < 3) {
          less.put(one.getKey(), shortened(one.getValue(), schema));
        }
      }
      return less;
    }
    if (value instanceof List<?> list) {
      return list.stream().limit(3).map(one -> shortened(one, schema)).toList();
    }
    return value;
  }

  /** Whether the schema knows it; else it is a name of the author's. */
  private static boolean isKey(Object key, String schema) {
    return schema.contains("\"" + key + "\"");
  }

  /** Every key with the keys above it and the kind of its value. */
  private static Set<String> places(String above, Object value, String schema) {
    Set<String> places = new HashSet<>(Set.of(above + " " + value.getClass().getSimpleName()));
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, one) ->
              places.addAll(places(above + "/" + (isKey(key, schema) ? key : "*"), one, schema)));
    } else if (value instanceof List<?> list) {
      list.forEach(one -> places.addAll(places(above + "/", one, schema)));
    }
    return places;
  }

  /** The same document with one thing changed, for every place and several changes. */
  @SuppressWarnings("unchecked")
  private static void mutate(Object value, Consumer<Object> changed) {
    if (value instanceof Map<?, ?> map) {
      for (Object key : map.keySet()) {
        Map<Object, Object> without = new LinkedHashMap<>(map);
        without.remove(key);
        changed.accept(without);
        Map<Object, Object> renamed = new LinkedHashMap<>(without);
        renamed.put(key + " X", map.get(key));
        changed.accept(renamed);
        mutate(
            map.get(key),
            part -> {
              Map<Object, Object> with = new LinkedHashMap<>(map);
              with.put(key, part);
              changed.accept(with);
            });
      }
      Map<Object, Object> more = new LinkedHashMap<>(map);
      more.put("surprise", "one");
      changed.accept(more);
    } else if (value instanceof List<?> list) {
      changed.accept(List.of());
      for (int at : list.isEmpty() ? new int[0] : new int[] {0, list.size() - 1}) {
        mutate(
            list.get(at),
            part -> {
              List<Object> with = new ArrayList<>((List<Object>) list);
              with.set(at, part);
              changed.accept(with);
            });
      }
    } else if (value instanceof String text) {
      changed.accept(text + "\n");
      changed.accept("");
      changed.accept(text + "!");
      changed.accept("2026-02-30");
      changed.accept(" " + text);
      changed.accept(text.toUpperCase(java.util.Locale.ROOT));
    } else if (value instanceof Number) {
      for (int number : new int[] {-11, -1, 0, 1, 11, 101, 601, 10_000_000}) {
        changed.accept(number);
      }
      changed.accept(2.5);
    }
    OTHER_KINDS.values().forEach(changed);
    changed.accept(Nothing.NOTHING);
  }

  /** JSON's null. */
  private enum Nothing {
    NOTHING
  }

  private static String json(Object value) {
    if (value instanceof Map<?, ?> map) {
      List<String> entries = new ArrayList<>();
      map.forEach((key, one) -> entries.add(json(String.valueOf(key)) + ": " + json(one)));
      return "{" + String.join(", ", entries) + "}";
    }
    if (value instanceof Iterable<?> list) {
      List<String> items = new ArrayList<>();
      list.forEach(item -> items.add(json(item)));
      return "[" + String.join(", ", items) + "]";
    }
    return value == null || value == Nothing.NOTHING
        ? "null"
        : dev.rebound.source.Json.write(value);
  }

  @Test
  void blankTextIsEmptyToUsAlone() throws IOException {
    String json = "{\"title\": \" \"}";
    List<Problem> problems = new ArrayList<>();
    Schema.of("card")
        .check(
            YamlReader.read(new SourceFile("x", json), problems::add).orElseThrow(),
            "x",
            problems::add);
    assertThat(problems).extracting(Problem::message).containsExactly("`title` is empty.");
    assertThat(theirs("card").validate(json, InputFormat.JSON)).isEmpty();
  }
}
