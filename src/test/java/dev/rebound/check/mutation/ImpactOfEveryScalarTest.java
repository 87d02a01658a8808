package dev.rebound.check.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.app.Catalog;
import dev.rebound.check.Impact;
import dev.rebound.check.mutation.YamlText.Entry;
import dev.rebound.load.ContentLoader;
import dev.rebound.load.ContentLoader.Reading;
import dev.rebound.load.ContentParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Whatever an author changes, {@code trace --changed} says what it touches, or there is a reason
 * why no learner meets it.
 */
class ImpactOfEveryScalarTest {
  /** File and path, and why a change of what stands there is no change to a learner. */
  private static final Map<Pattern, String> UNSEEN =
      Map.ofEntries(
          unseen("sources/.* (quotation|blocks)\\..*", "bounds quotations, and is shown nowhere"),
          unseen("principles/.* principles\\.terms", "helps a rule, and is shown nowhere"),
          unseen(".* .*\\.allow\\..*", "is said to the checker alone"),
          unseen("glossary.yaml terms\\.also", "helps the search, and is shown nowhere"),
          unseen("facilitator/.* .*", "no output shows facilitator notes"),
          unseen(
              "quizzes/.* questions\\.type", "another type has other keys: nothing is left to ask"),
          unseen("rebound.yaml review", "decides what is published, which is compared itself"));

  /** Another value that fits, where any text does not. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("article", "transcript"),
          Map.entry("transcript", "article"),
          Map.entry("supported", "opinion"),
          Map.entry("opinion", "contested"),
          Map.entry("contested", "supported"),
          Map.entry("remember", "apply"),
          Map.entry("understand", "apply"),
          Map.entry("apply", "analyse"),
          Map.entry("analyse", "apply"),
          Map.entry("good", "poor"),
          Map.entry("mixed", "good"),
          Map.entry("poor", "good"),
          Map.entry("true", "false"),
          Map.entry("false", "true"),
          Map.entry("several", "one"),
          Map.entry("one", "several"),
          Map.entry("course", "module"),
          Map.entry("module", "course"),
          Map.entry("applies", "breaks"),
          Map.entry("breaks", "applies"),
          Map.entry("a4", "letter"),
          Map.entry("letter", "a4"));

  /** A paragraph, item, cell, turn or quote in Markdown. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^(?:[-*] +|\\d+\\. +|#{1,} +|\\| +|> +|\\*\\*[^*\\n]+:\\*\\* +)?(?=\\p{L})");

  @TempDir private Path temp;

  private static Map.Entry<Pattern, String> unseen(String where, String why) {
    return Map.entry(Pattern.compile(".*" + where), why);
  }

  @Test
  void ofTheTinyCourse() throws IOException {
    assertThat(unnoticed(Courses.BASE.resolve("content"), Integer.MAX_VALUE)).isEmpty();
  }

  @Test
  void ofEveryType() throws IOException {
    assertThat(unnoticed(Courses.ROOT.resolve("types/content"), 2)).isEmpty();
  }

  /** Of each key once: the sample has thousands of most. */
  @Tag("long")
  @Test
  void ofTheSample() throws IOException {
    assertThat(unnoticed(Path.of("content"), 1)).isEmpty();
  }

  /**
   * The changes that nothing was said of.
   *
   * @param most how many of each key of each kind of file are tried
   */
  private List<String> unnoticed(Path folder, int most) throws IOException {
    Path copy = temp.resolve("content");
    for (Path file : Courses.files(folder)) {
      Path target = copy.resolve(folder.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
    Reading before = read(copy, ContentParts.NONE);
    Map<String, Integer> tried = new HashMap<>();
    List<String> unnoticed = new ArrayList<>();
    Workspace course = Workspace.read(folder);
    for (Change change : Stream.concat(scalars(course), lines(course)).toList()) {
      String kind = change.file.replaceAll("[^/]+/[^/]+$", "") + change.what;
      boolean met = UNSEEN.keySet().stream().noneMatch(it -> it.matcher(change.place()).matches());
      if (met && tried.merge(kind, 1, Integer::sum) <= most) {
        Path file = temp.resolve(change.file);
        Files.writeString(file, change.in(course.text(change.file)));
        Impact impact = Impact.between(before.content(), read(copy, before.parts()).content());
        if (impact.touched().isEmpty()) {
          unnoticed.add(change.place() + ": " + change.line);
        }
        Files.writeString(file, course.text(change.file));
      }
    }
    assertThat(tried).hasSizeGreaterThan(40);
    return unnoticed;
  }

  private static Reading read(Path copy, ContentParts former) throws IOException {
    return new ContentLoader(Catalog.questionTypes()).read(copy, "content", former);
  }

  /** The changed text is made when it is tried: there are thousands of changes. */
  private record Change(String file, String what, int line, Edit edit) {
    String in(String text) {
      return text.substring(0, edit.start()) + edit.by() + text.substring(edit.end());
    }

    String place() {
      return file + " " + what;
    }
  }

  private static Stream<Change> scalars(Workspace course) {
    return course
        .yaml()
        .filter(yaml -> !yaml.file().endsWith("reviews.lock"))
        .flatMap(YamlText::entries)
        .flatMap(entry -> entry.scalars().stream().map(scalar -> change(entry, scalar)));
  }

  private static Change change(Entry entry, ScalarNode scalar) {
    YamlText yaml = entry.yaml();
    Edit edit = new Edit(yaml.start(scalar), yaml.lastEnd(scalar), other(entry, scalar));
    return new Change(yaml.file(), entry.path(), yaml.line(scalar), edit);
  }

  private static String other(Entry entry, ScalarNode scalar) {
    String value = scalar.getValue();
    if (value.matches("\\d{1,4}")) {
      return String.valueOf(Integer.parseInt(value) + 1);
    } else if (value.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return "\"" + value.substring(0, 9) + (value.endsWith("1") ? "2" : "1") + "\"";
    } else if (value.matches("#[0-9a-f]{6}")) {
      return "\"#123456\"";
    } else if (value.matches("[a-z]{2}") && entry.name().equals("language")) {
      return value.equals("de") ? "en" : "de";
    } else if (value.matches("(heat|loyalty) .*")) {
      return "heat = 10";
    } else if (OTHERS.containsKey(value)) {
      return OTHERS.get(value);
    }
    boolean isName = value.matches("[a-z0-9]+(-[a-z0-9]+)*");
    String longer = isName ? value + "-x" : value.strip() + (value.contains(" ¶") ? "9" : "x");
    return "\"" + longer.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private static Stream<Change> lines(Workspace course) {
    List<Change> changes = new ArrayList<>();
    for (String file : course.markdown().toList()) {
      String text = course.text(file);
      Matcher line = LINE.matcher(text);
      line.region(text.indexOf("\n---", 3) + 5, text.length());
      while (line.find()) {
        Optional<String> shown =
            text.substring(line.end())
                .lines()
                .findFirst()
                .filter(it -> !it.matches("Paragraph \\d+\\.|[a-z]+: .*|(Front|Back|Poor|Good)"));
        if (shown.isPresent() && !inFence(text, line.start())) {
          changes.add(
              new Change(
                  file,
                  "text " + text.substring(line.start(), line.end()).strip(),
                  Edit.line(text, line.end()),
                  new Edit(line.end(), line.end(), "Zz")));
        }
      }
    }
    return changes.stream();
  }

  private static boolean inFence(String text, int at) {
    return text.substring(0, at).split("(?m)^(```|~~~)", -1).length % 2 == 0;
  }
}
