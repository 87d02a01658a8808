package dev.rebound.check.mutation;

import dev.rebound.Courses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text files of a content folder, named as findings name them.
 *
 * @param folder where it stands on disk
 * @param yamls the YAML of those that people write: whole files and front matter
 */
record Workspace(Path folder, SortedMap<String, String> files, Map<String, YamlText> yamls) {

  static Workspace read(Path folder) {
    SortedMap<String, String> files = new TreeMap<>();
    for (Path file : Courses.files(folder)) {
      String name = "content/" + folder.relativize(file).toString().replace('\\', '/');
      if (name.endsWith(".md") || name.endsWith(".yaml") || name.endsWith(".lock")) {
        try {
          files.put(name, Files.readString(file));
        } catch (IOException broken) {
          throw new UncheckedIOException(broken);
        }
      }
    }
    Map<String, YamlText> yamls = new TreeMap<>();
    files.forEach(
        (name, text) -> {
          if (!name.endsWith(".lock")) {
            yamls.put(name, YamlText.of(name, text));
          }
        });
    return new Workspace(folder, files, yamls);
  }

  String text(String file) {
    return java.util.Objects.requireNonNull(files.get(file), file);
  }

  /** The files in folders of this name, {@code quizzes}. */
  Stream<String> in(String name) {
    return files.keySet().stream().filter(file -> file.contains("/" + name + "/"));
  }

  /** Every Markdown file. */
  Stream<String> markdown() {
    return files.keySet().stream().filter(file -> file.endsWith(".md"));
  }

  /** The YAML of the files in folders of this name. */
  Stream<YamlText> yamlIn(String name) {
    return yaml().filter(yaml -> yaml.file().contains("/" + name + "/"));
  }

  Stream<YamlText> yaml() {
    return yamls.values().stream();
  }

  YamlText yaml(String file) {
    return java.util.Objects.requireNonNull(yamls.get(file), file);
  }

  /** Every place of a pattern in the files whose name has a part. */
  List<Match> find(String part, Pattern pattern) {
    List<Match> found = new ArrayList<>();
    files.forEach(
        (file, text) -> {
          Matcher matcher = pattern.matcher(text);
          while (file.contains(part) && matcher.find()) {
            found.add(
                new Match(
                    file, text, matcher.start(), matcher.end(), matcher.toMatchResult()::group));
          }
        });
    return found;
  }

  /**
   * @param start its first character in the text
   */
  record Match(
      String file, String text, int start, int end, java.util.function.IntFunction<String> group) {
    String group(int number) {
      return group.apply(number);
    }

    int line() {
      return Edit.line(text, start);
    }
  }
}
