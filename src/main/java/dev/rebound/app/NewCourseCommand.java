package dev.rebound.app;

import dev.rebound.check.Checker;
import dev.rebound.check.Report;
import dev.rebound.check.ReportText;
import dev.rebound.publish.KeptResults;
import dev.rebound.source.Finding;
import dev.rebound.source.Slug;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code rebound new course ID}: a course of one lesson, with the source and the principles that it
 * rests on. All of it is written or nothing, and never over a file that is there.
 */
@Command(
    name = "course",
    mixinStandardHelpOptions = true,
    description =
        "Makes a tiny course that validates and builds: a lesson, a quiz and a card, with the source"
            + " and the principles that they rest on.")
final class NewCourseCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ID",
      description = "The course's id: lower-case letters, digits and single hyphens.")
  private String id = "";

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "The course's title (default: made from its id).")
  private @Nullable String title;

  @Mixin private ContentOption content = new ContentOption();

  @Mixin private TemplatesOption looks = new TemplatesOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    StarterCourse course = new StarterCourse(checked(id), title());
    Map<Path, String> files = new LinkedHashMap<>();
    course.files().forEach((path, text) -> files.put(content.folder.resolve(path), text));
    Path settings = content.folder.resolve(StarterCourse.SETTINGS);
    if (there(settings)) {
      files.remove(settings);
    }
    refuseWhatIsThere(files.keySet());
    return write(files);
  }

  /** Writes, checks, and takes everything back when the checker finds what it did not before. */
  private int write(Map<Path, String> files) throws IOException {
    PrintWriter out = command().commandLine().getOut();
    Set<Finding> before =
        Files.exists(content.folder) ? new HashSet<>(check().findings()) : Set.of();
    Deque<Path> made = new ArrayDeque<>();
    boolean sound = false;
    try {
      for (Map.Entry<Path, String> file : files.entrySet()) {
        folder(file.getKey().toAbsolutePath().getParent(), made);
        Files.writeString(file.getKey(), file.getValue(), StandardOpenOption.CREATE_NEW);
        made.push(file.getKey());
      }
      Report after = check();
      List<Finding> ours = after.findings().stream().filter(f -> !before.contains(f)).toList();
      sound = ours.isEmpty();
      if (!sound) {
        out.print(ReportText.of(new Report(ours, List.of())));
        out.println("Nothing was written.");
        return Main.CONTENT_HAS_ERRORS;
      }
    } finally {
      while (!sound && !made.isEmpty()) {
        Files.deleteIfExists(made.pop());
      }
    }
    files.keySet().forEach(file -> out.println("Wrote " + file));
    out.println("Nothing is wrong with it: `rebound build` publishes it as it is. Begin with");
    out.println("courses/" + id + "/lessons/one-idea.md; each file says what to replace.");
    return Main.CLEAN;
  }

  private Report check() throws IOException {
    return new Checker(Catalog.rules(looks, KeptResults.NONE))
        .check(content.load(), false)
        .report();
  }

  private static void folder(@Nullable Path folder, Deque<Path> made) throws IOException {
    if (folder != null && !Files.isDirectory(folder)) {
      folder(folder.getParent(), made);
      made.push(Files.createDirectory(folder));
    }
  }

  private void refuseWhatIsThere(Set<Path> files) {
    Path course = content.folder.resolve("courses").resolve(id);
    Set<Path> wanted = new HashSet<>(files);
    wanted.add(course);
    wanted.removeIf(file -> !there(file) || (!file.equals(course) && file.startsWith(course)));
    if (!wanted.isEmpty()) {
      List<String> names = wanted.stream().map(Path::toString).sorted().toList();
      throw wrong(
          String.join(", ", names)
              + (names.size() == 1 ? " is" : " are")
              + " there already. Nothing was written; choose another id.");
    }
  }

  private static boolean there(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private String checked(String written) {
    if (Slug.isId(written)) {
      return written;
    }
    String near =
        Normalizer.normalize(written, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    throw wrong(
        "\""
            + written
            + "\" cannot be an id: use lower-case letters, digits and single hyphens."
            + (near.isEmpty() ? "" : " Nearest: " + near + "."));
  }

  private String title() {
    if (title == null) {
      return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('-', ' ');
    }
    if (title.isBlank() || title.chars().anyMatch(Character::isISOControl)) {
      throw wrong("A title is one line of text: --title \"The first minute\".");
    }
    return title.strip();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command().commandLine(), message);
  }

  private CommandSpec command() {
    return Objects.requireNonNull(spec);
  }
}
