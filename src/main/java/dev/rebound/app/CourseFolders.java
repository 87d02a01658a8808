package dev.rebound.app;

import dev.rebound.source.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Finds a course, or a bank of one, by what a user calls it. */
record CourseFolders(Path content, CommandLine command) {
  private static final String YAML = ".yaml";

  /**
   * A bank.
   *
   * @param id {@code agree}
   */
  record BankPath(String course, String id) {
    String below() {
      return "courses/" + course + "/quizzes/" + id + YAML;
    }
  }

  /** The course of this id; where none is named, the only one. */
  String course(@Nullable String wanted) throws IOException {
    List<String> all = courses();
    if (wanted == null) {
      if (all.size() == 1) {
        return all.get(0);
      }
      throw wrong(
          all.isEmpty()
              ? content + " has no course: make one with `rebound new course ID`."
              : "Say which course with --to: " + String.join(", ", all) + ".");
    }
    if (!all.contains(wanted)) {
      throw wrong("There is no course \"" + wanted + "\". " + Nearest.hint(wanted, all));
    }
    return wanted;
  }

  /** A course's banks, or one bank: {@code COURSE}, {@code COURSE/BANK}, {@code BANK} or a file. */
  List<BankPath> banks(String wanted) throws IOException {
    List<BankPath> all = new ArrayList<>();
    for (String course : courses()) {
      names(content.resolve("courses").resolve(course).resolve("quizzes")).stream()
          .filter(name -> name.endsWith(YAML))
          .forEach(
              name ->
                  all.add(new BankPath(course, name.substring(0, name.length() - YAML.length()))));
    }
    String normal = Path.of(wanted).normalize().toString().replace('\\', '/');
    List<BankPath> found =
        all.stream()
            .filter(
                it ->
                    normal.equals(it.course() + "/" + it.id())
                        || normal.endsWith(it.below())
                        || normal.equals(it.id()))
            .toList();
    if (courses().contains(normal) && found.stream().noneMatch(it -> normal.contains("/"))) {
      found = all.stream().filter(it -> it.course().equals(normal)).toList();
      if (found.isEmpty()) {
        throw wrong("Course \"" + normal + "\" has no quizzes.");
      }
      return found;
    }
    if (found.size() == 1) {
      return found;
    }
    List<String> names = all.stream().map(it -> it.course() + "/" + it.id()).toList();
    throw wrong(
        found.isEmpty()
            ? "There is no course or quiz \"" + wanted + "\". " + Nearest.hint(wanted, names)
            : "Several courses have a quiz \""
                + wanted
                + "\": say COURSE/QUIZ, such as "
                + found.get(0).course()
                + "/"
                + found.get(0).id()
                + ".");
  }

  private List<String> courses() throws IOException {
    Path courses = content.resolve("courses");
    return names(courses).stream()
        .filter(name -> Files.isRegularFile(courses.resolve(name).resolve("course.yaml")))
        .toList();
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  ParameterException wrong(String message) {
    return new ParameterException(command, message);
  }
}
