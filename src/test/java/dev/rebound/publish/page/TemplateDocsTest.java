package dev.rebound.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.source.Fields;
import dev.rebound.source.Fields.Inlined;
import dev.rebound.source.Fields.Named;
import dev.rebound.source.Lazy;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes docs/templates.md from the records that templates are given, and holds it to them. */
class TemplateDocsTest {
  private static final Path DOCS = Path.of("docs/templates.md");
  private static final Path TEMPLATES = Path.of("templates");
  private static final Path CLASSES = Path.of("target/classes");

  private static final String HEAD =
      """
      # What templates have

      <!-- Written from the records in src/main/java/dev/rebound/publish by
           `mvn test -Dtest=TemplateDocsTest -Drebound.refresh=true`. -->

      A template begins with the variables of its section below: `${title}` is one of them, `${lesson.title}` a part of one.
      What is *maybe* there may be absent: ask `<#if lesson.next??>` first. To ask for what is never there stops the
      build, which says what there is. See [design.md](design.md) for how a workspace overrides a template.

      *HTML* is finished and printed as it is; every *text* is escaped. `words` holds every word of the interface by its name in
      [templates/words/en.yaml](../templates/words/en.yaml): `${words.next}`.

      """;

  /** What is the same wherever it stands, unless a record says more. */
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("about", "what it is about"),
          Map.entry("answers", "what may be answered"),
          Map.entry("back", "what stands on its back"),
          Map.entry("body", "what is to be read"),
          Map.entry("brand", "the publisher's name for what they make"),
          Map.entry("cells", "what stands in each column"),
          Map.entry("count", "how many there are"),
          Map.entry("credit", "whose words they are, and where they stand"),
          Map.entry("csp", "the page's Content Security Policy"),
          Map.entry("date", "when it was published"),
          Map.entry("direction", "`ltr` or `rtl`"),
          Map.entry("edition", "the date of the content"),
          Map.entry("evidence", "what studies say of it"),
          Map.entry("front", "what stands on its front"),
          Map.entry("height", "in millimetres"),
          Map.entry("hints", "what helps, one after the other"),
          Map.entry("href", "its address"),
          Map.entry("id", "its id"),
          Map.entry("iri", "its name in records of experience"),
          Map.entry("key", "its name in references"),
          Map.entry("language", "a tag of BCP 47: `en-GB`"),
          Map.entry("meaning", "what it means"),
          Map.entry("message", "what is wrong"),
          Map.entry("name", "its name"),
          Map.entry("number", "from 1"),
          Map.entry("publisher", "who publishes it"),
          Map.entry("right", "whether it is right"),
          Map.entry("rights", "what may be done with it"),
          Map.entry("rule", "the rule's name"),
          Map.entry("says", "what it says"),
          Map.entry("source", "where it comes from"),
          Map.entry("speaker", "who speaks"),
          Map.entry("stance", "how sure it is: `supported`, `contested` or `opinion`"),
          Map.entry("stem", "what is asked"),
          Map.entry("term", "the word"),
          Map.entry("text", "its words"),
          Map.entry("title", "its title"),
          Map.entry("trademarks", "names that are somebody's"),
          Map.entry("url", "its address on the web"),
          Map.entry("version", "of the content"),
          Map.entry("width", "in millimetres"),
          Map.entry("words", "every word of the interface"),
          Map.entry("x", "in millimetres"),
          Map.entry("y", "in millimetres"));

  /** By the record's class: its Javadoc without tags, and each {@code @param}. */
  private record Doc(String what, Map<String, String> components) {}

  private final Map<Class<?>, Doc> docs = new LinkedHashMap<>();
  private final Map<Class<?>, String> names = new LinkedHashMap<>();

  @Test
  void tellsWhatEachTemplateHas() throws IOException {
    Map<String, Class<?>> filled = filled();
    StringBuilder templates = new StringBuilder("## Templates\n\n");
    Map<Class<?>, List<String>> roots = new LinkedHashMap<>();
    filled.forEach((name, type) -> roots.computeIfAbsent(type, t -> new ArrayList<>()).add(name));
    roots.keySet().forEach(this::collect);
    name();
    roots.forEach(
        (type, own) ->
            templates
                .append("### ")
                .append(own.stream().map(it -> "`" + it + "`").collect(Collectors.joining(", ")))
                .append("\n\n")
                .append(table(type)));
    StringBuilder records = new StringBuilder("## Values\n\n");
    names.entrySet().stream()
        .filter(it -> !roots.containsKey(it.getKey()) || isInlined(it.getKey()))
        .sorted(Map.Entry.comparingByValue())
        .forEach(
            it ->
                records
                    .append("### ")
                    .append(it.getValue())
                    .append("\n\n")
                    .append(table(it.getKey())));
    Courses.expect(DOCS, HEAD + shared(filled) + templates + records.toString().strip() + "\n");
  }

  /** Every template is given a record, or is part of those that are. */
  @Test
  void noTemplateIsLeftOut() throws IOException {
    Map<String, Class<?>> filled = filled();
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      assertThat(
              files
                  .filter(file -> file.toString().matches(".*\\.ftl[hx]"))
                  .map(file -> TEMPLATES.relativize(file).toString().replace('\\', '/'))
                  .filter(file -> filled.keySet().stream().noneMatch(it -> fits(it, file)))
                  .filter(file -> usedBy(file).isEmpty()))
          .isEmpty();
    }
  }

  private static boolean fits(String pattern, String file) {
    return file.matches(pattern.replaceAll("<\\w+>", "[^/]+"));
  }

  private static Map<String, Class<?>> filled() throws IOException {
    Map<String, Class<?>> filled = new TreeMap<>();
    try (Stream<Path> files = Files.walk(CLASSES.resolve("dev/rebound/publish"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        String name = CLASSES.relativize(file).toString().replaceAll("\\.class$", "");
        Class<?> type = load(name.replace('/', '.').replace('\\', '.'));
        Fills fills = type.getAnnotation(Fills.class);
        if (fills != null) {
          Arrays.stream(fills.value()).forEach(template -> filled.put(template, type));
        }
      }
    }
    return filled;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, TemplateDocsTest.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The templates that take their variables from whoever includes or imports them. */
  private static String shared(Map<String, Class<?>> filled) throws IOException {
    StringBuilder out = new StringBuilder("## Shared parts\n\n");
    out.append("These are included or imported, and have what those that use them have.\n\n");
    out.append("| template | used by |\n|---|---|\n");
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      files
          .filter(file -> file.toString().matches(".*\\.ftl[hx]"))
          .map(file -> TEMPLATES.relativize(file).toString().replace('\\', '/'))
          .filter(file -> filled.keySet().stream().noneMatch(it -> fits(it, file)))
          .sorted()
          .forEach(
              file ->
                  out.append("| `%s` | %s |\n".formatted(file, String.join(", ", usedBy(file)))));
    }
    return out.append("\n").toString();
  }

  private static List<String> usedBy(String template) {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files
          .filter(file -> file.toString().matches(".*\\.ftl[hx]"))
          .filter(file -> uses(file, template))
          .map(file -> "`" + TEMPLATES.relativize(file).toString().replace('\\', '/') + "`")
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static boolean uses(Path file, String template) {
    try {
      return Pattern.compile("<#(?:include|import) \"([^\"]+)\"")
          .matcher(Files.readString(file))
          .results()
          .map(it -> it.group(1))
          .anyMatch(
              it ->
                  (it.startsWith("/")
                          ? TEMPLATES.resolve(it.substring(1))
                          : file.resolveSibling(it).normalize())
                      .equals(TEMPLATES.resolve(template)));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private void collect(Class<?> type) {
    if (docs.containsKey(type)) {
      return;
    }
    docs.put(type, doc(type));
    for (RecordComponent component : type.getRecordComponents()) {
      in(component.getGenericType()).forEach(this::collect);
    }
  }

  /** The records of ours in a type. */
  private static List<Class<?>> in(Type type) {
    if (type instanceof ParameterizedType generic) {
      return Arrays.stream(generic.getActualTypeArguments())
          .flatMap(it -> in(it).stream())
          .toList();
    }
    return type instanceof Class<?> one && one.isRecord() && one != Html.class
        ? List.of(one)
        : List.of();
  }

  /** What a record is called: of two of the same name, the one in the other comes with it. */
  private void name() {
    Map<String, Long> count =
        docs.keySet().stream()
            .collect(Collectors.groupingBy(TemplateDocsTest::simple, Collectors.counting()));
    docs.keySet()
        .forEach(
            type ->
                names.put(
                    type,
                    count.getOrDefault(simple(type), 0L) > 1 && type.getEnclosingClass() != null
                        ? simple(type) + " (" + simple(type.getEnclosingClass()) + ")"
                        : simple(type)));
  }

  private static String simple(Class<?> type) {
    return PlainValues.UnknownName.words(type);
  }

  private boolean isInlined(Class<?> type) {
    return docs.keySet().stream()
        .flatMap(it -> Arrays.stream(it.getRecordComponents()))
        .anyMatch(it -> it.isAnnotationPresent(Inlined.class) && it.getType() == type);
  }

  private String table(Class<?> type) {
    Doc doc = Objects.requireNonNull(docs.get(type));
    StringBuilder out = new StringBuilder(doc.what).append("\n\n");
    List<RecordComponent> own = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.isAnnotationPresent(Inlined.class)) {
        out.append("It has all that ").append(link(component.getType())).append(" has, and:\n\n");
      } else {
        own.add(component);
      }
    }
    out.append("| name | is | what |\n|---|---|---|\n");
    for (RecordComponent component : own) {
      Named named = component.getAnnotation(Named.class);
      String name = named == null ? component.getName() : named.value();
      String what =
          Optional.ofNullable(doc.components.get(component.getName()))
              .or(() -> Optional.ofNullable(USUAL.get(name)))
              .orElse("");
      out.append("| `%s` | %s | %s |\n".formatted(name, kind(component.getGenericType()), what));
    }
    return out.append("\n").toString();
  }

  private String kind(Type type) {
    if (type instanceof ParameterizedType generic) {
      String last =
          kind(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]);
      if (generic.getRawType() == Lazy.class) {
        return last;
      }
      return generic.getRawType() == Optional.class
          ? "maybe " + last
          : generic.getRawType() == Map.class ? "texts by name" : "list of " + last;
    }
    if (type == Html.class) {
      return "HTML";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "yes or no";
    }
    return type == String.class
        ? "text"
        : ((Class<?>) type).isRecord() ? link((Class<?>) type) : "number";
  }

  private String link(Class<?> type) {
    String name = names.getOrDefault(type, simple(type));
    String anchor = name.toLowerCase(Locale.ROOT).replaceAll("[()]", "").replace(' ', '-');
    return "[" + name + "](#" + anchor + ")";
  }

  private static Doc doc(Class<?> type) {
    Class<?> outer = type;
    while (outer.getEnclosingClass() != null) {
      outer = outer.getEnclosingClass();
    }
    Path source = Path.of("src/main/java", outer.getName().replace('.', '/') + ".java");
    try {
      Matcher found =
          Pattern.compile(
                  "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\((?:[^()]|\\([^)]*\\))*\\))?\\s*)*"
                      + "(?:public |private |static )*record "
                      + type.getSimpleName()
                      + "\\(",
                  Pattern.DOTALL)
              .matcher(Files.readString(source));
      assertThat(found.find()).as("%s has Javadoc", type.getName()).isTrue();
      String[] parts =
          found
              .group(1)
              .replaceAll("(?m)^\\s*\\*", " ")
              .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
              .replaceAll("\\s+", " ")
              .split("@param ");
      Map<String, String> components = new LinkedHashMap<>();
      Arrays.stream(parts)
          .skip(1)
          .map(it -> it.strip().split(" ", 2))
          .forEach(it -> components.put(it[0], it[1]));
      return new Doc(parts[0].strip(), components);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  /** A reader is told what everything is; lengths say it by their names. */
  @Test
  void everyVariableIsExplained() throws IOException {
    filled().values().forEach(this::collect);
    List<String> unsaid = new ArrayList<>();
    docs.forEach(
        (type, doc) -> {
          if (!doc.what.startsWith("Lengths")) {
            Fields.of(type)
                .forEach(
                    (name, field) -> {
                      RecordComponent it = field.component();
                      if (field.path().size() == 1
                          && !doc.components.containsKey(it.getName())
                          && !USUAL.containsKey(name)
                          && in(it.getGenericType()).isEmpty()) {
                        unsaid.add(type.getName() + " " + name);
                      }
                    });
          }
        });
    assertThat(unsaid).isEmpty();
  }
}
