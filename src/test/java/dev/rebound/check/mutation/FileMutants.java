package dev.rebound.check.mutation;

import static dev.rebound.check.mutation.Operator.limited;
import static dev.rebound.check.mutation.Operator.sure;

import dev.rebound.check.mutation.YamlText.Entry;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Keys, values, layout, and files as a whole. */
final class FileMutants {
  /** Keys here are names that an author makes up. */
  private static final Pattern OWN_NAMES = Pattern.compile("(nodes|questions\\.allow)\\.[^.]+");

  private static final int CUTS = 8;

  private FileMutants() {}

  static List<Operator> all() {
    return List.of(
        sure(
            "a key is misspelt",
            "SchemaViolation",
            course ->
                entries(course)
                    .filter(e -> !OWN_NAMES.matcher(e.path()).matches())
                    .map(
                        e ->
                            e.yaml()
                                .with(insert(e.yaml().endOfWords(e.key()), "x"))
                                .expecting(
                                    "SchemaViolation",
                                    e.yaml().file(),
                                    // What a question may hold is known by its type only.
                                    e.path().equals("questions.type")
                                        ? e.yaml().line(e.in())
                                        : e.yaml().line(e.key())))),
        sure(
            "a key stands there twice",
            "SyntaxError",
            course ->
                entries(course)
                    .filter(e -> e.index() > 0)
                    .map(
                        e -> {
                          int key = e.yaml().start(e.key());
                          String before =
                              ((ScalarNode) e.in().getValue().get(e.index() - 1).getKeyNode())
                                  .getValue();
                          return e.yaml()
                              .with(new Edit(key, e.yaml().lastEnd(e.key()), "\"" + before + "\""))
                              .expecting("SyntaxError", e.yaml().file(), e.yaml().line(e.key()));
                        })),
        sure(
            "a value becomes a list of lists",
            "SchemaViolation",
            course ->
                entries(course)
                    .map(
                        e ->
                            e.yaml()
                                .with(e.valueBy("[[]]"))
                                .expecting("SchemaViolation", e.yaml().file(), e.line()))),
        sure(
            "a closing quote is missing",
            "SyntaxError",
            course ->
                entries(course)
                    .flatMap(
                        e ->
                            e.scalars().stream()
                                .filter(s -> s.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED)
                                .map(
                                    s -> {
                                      int end = e.yaml().lastEnd(s);
                                      return e.yaml()
                                          .with(new Edit(end - 1, end, ""))
                                          .expecting("SyntaxError", e.yaml().file(), 0);
                                    }))),
        sure(
            "a line is indented with a tab",
            "SyntaxError",
            course ->
                course.find("content/", Pattern.compile("(?m)^ +(?=[a-z-])")).stream()
                    .filter(m -> isYaml(m))
                    .map(
                        m ->
                            Mutant.of(m.file(), m.text(), new Edit(m.start(), m.end(), "\t"))
                                .expecting("SyntaxError", m.file(), 0))),
        limited(
            "a line is indented by a blank more or less",
            "any",
            "Not counted where the YAML still says the same. What is left is YAML of another meaning that is sound in itself:"
                + " most of it a line that became part of the text above.",
            course ->
                course.find("content/", Pattern.compile("(?m)^ *(?=[^\\s#])")).stream()
                    .filter(m -> isYaml(m))
                    .flatMap(
                        m ->
                            Stream.of(
                                    insert(m.start(), " "),
                                    new Edit(m.start(), Math.min(m.start() + 1, m.end()), ""))
                                .filter(edit -> !sameMeaning(course, m, edit))
                                .map(edit -> Mutant.of(m.file(), m.text(), edit)))),
        limited(
            "a file is cut off",
            "any",
            "A lesson, dialogue or card cut between two paragraphs is a shorter one; so is a quiz cut between two questions.",
            FileMutants::cuts),
        sure(
            "a change is left with its Git conflict marks",
            "any",
            course ->
                course.find("content/", Pattern.compile("(?m)^(?! *(?:#|---|```|$)).+$")).stream()
                    .filter(m -> !m.file().endsWith(".lock"))
                    .map(
                        m ->
                            Mutant.of(
                                m.file(),
                                m.text(),
                                new Edit(
                                    m.start(),
                                    m.end(),
                                    "<<<<<<< HEAD\n"
                                        + m.group(0)
                                        + "\n=======\n"
                                        + m.group(0)
                                        + "\n>>>>>>> other")))),
        sure(
            "a file is removed",
            "any",
            course ->
                course.files().keySet().stream()
                    .filter(file -> !isLonely(file))
                    .map(Mutant::without)),
        sure(
            "a file gets another name",
            "any",
            course ->
                course.files().keySet().stream()
                    .filter(file -> !isLonely(file))
                    .map(
                        file ->
                            Mutant.renamed(
                                file,
                                course.text(file),
                                file.replaceFirst("(\\.\\w+)$", "-old$1")))),
        sure(
            "a file's name gets a capital letter",
            "any",
            course ->
                course.files().keySet().stream()
                    .map(
                        file -> {
                          int at = file.lastIndexOf('/') + 1;
                          String name =
                              file.substring(0, at)
                                  + Character.toUpperCase(file.charAt(at))
                                  + file.substring(at + 1);
                          return Mutant.renamed(file, course.text(file), name);
                        })));
  }

  /** Job aids and notes stand by themselves: nothing names them. */
  private static boolean isLonely(String file) {
    return file.contains("/aids/") || file.contains("/facilitator/");
  }

  private static Stream<Entry> entries(Workspace course) {
    return course.yaml().flatMap(YamlText::entries);
  }

  private static Edit insert(int at, String words) {
    return new Edit(at, at, words);
  }

  /** Whether a place is in a YAML file that people write, or in front matter. */
  private static boolean isYaml(Workspace.Match match) {
    return match.file().endsWith(".yaml")
        || (match.file().endsWith(".md")
            && match.start() > 3
            && match.start() < match.text().indexOf("\n---", 3));
  }

  private static boolean sameMeaning(Workspace course, Workspace.Match match, Edit edit) {
    String file = match.file();
    String changed =
        match.text().substring(0, edit.start()) + edit.by() + match.text().substring(edit.end());
    String yaml =
        file.endsWith(".md") ? changed.substring(4, changed.indexOf("\n---", 3)) : changed;
    return YamlText.meaning(yaml).filter(course.yaml(file).meaning()::equals).isPresent();
  }

  private static Stream<Mutant> cuts(Workspace course) {
    return course.files().entrySet().stream()
        .flatMap(
            file -> {
              String text = file.getValue();
              return IntStream.range(1, CUTS)
                  .map(i -> text.length() * i / CUTS)
                  .mapToObj(at -> Mutant.of(file.getKey(), text, new Edit(at, text.length(), "")));
            });
  }
}
