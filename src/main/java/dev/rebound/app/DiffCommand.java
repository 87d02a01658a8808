package dev.rebound.app;

import dev.rebound.check.update.Change;
import dev.rebound.check.update.CourseUpdate;
import dev.rebound.check.update.Effect;
import dev.rebound.course.Content;
import dev.rebound.course.CourseShape;
import dev.rebound.course.QuestionTraits;
import dev.rebound.load.ContentLoader;
import dev.rebound.load.PackageReader;
import dev.rebound.question.QuestionType;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rebound diff OLD [NEW]}: what an update does to learners who are under way. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description =
        "Says what replacing a published course by a newer one does to learners who are under way.")
final class DiffCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "The package that learners have, or the content it was built from.")
  private Path old = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NEW",
      defaultValue = "content",
      description = "The package or content to replace it by (default: ${DEFAULT-VALUE}).")
  private Path fresh = Path.of("content");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Map<String, CourseShape> before = courses(old);
    Map<String, CourseShape> after = courses(fresh);
    if (before.size() == 1 && after.size() == 1) {
      CourseShape now = after.values().iterator().next();
      tell(between(before.values().iterator().next(), now), now.id(), out);
      return Main.CLEAN;
    }
    before.forEach(
        (id, then) -> {
          CourseShape now = after.get(id);
          if (now != null) {
            tell(between(then, now), id, out);
          } else {
            out.println(id + ": there is no such course any more. Leave its package where it is.");
          }
        });
    return Main.CLEAN;
  }

  private static List<Change> between(CourseShape then, CourseShape now) {
    return CourseUpdate.between(then, now, DiffCommand::keeps);
  }

  /** How the player keeps a type's responses; nothing for a type that there is no more. */
  private static String keeps(String type) {
    return Catalog.questionTypes().stream()
        .map(QuestionType::traits)
        .filter(traits -> traits.name().equals(type))
        .map(QuestionTraits::keeps)
        .findFirst()
        .orElse("");
  }

  private static Map<String, CourseShape> courses(Path path) throws IOException {
    String name = path.normalize().toString().replace('\\', '/');
    Map<String, CourseShape> courses = new LinkedHashMap<>();
    if (Files.isRegularFile(path)) {
      try (InputStream in = Files.newInputStream(path)) {
        CourseShape course = PackageReader.read(name, in);
        courses.put(course.id(), course);
      }
    } else {
      Content content = new ContentLoader(Catalog.questionTypes()).load(path, name);
      content.courses().forEach(it -> courses.put(it.id().value(), CourseShape.of(it)));
      if (courses.isEmpty()) {
        throw new IOException(name + " has no course: name a package, or a folder of content.");
      }
    }
    return courses;
  }

  private static void tell(List<Change> changes, String course, PrintWriter out) {
    out.println(
        course
            + ": "
            + (changes.isEmpty()
                ? "nothing that a record hangs on differs."
                : "for learners under way:"));
    int widest = 0;
    for (Effect effect : Effect.values()) {
      widest = Math.max(widest, effect.words().length());
    }
    for (Change change : changes) {
      out.printf(
          "  %-" + widest + "s  %s %s%n", change.effect().words(), change.what(), change.how());
    }
    out.println(advice(changes.stream().map(Change::effect).collect(Collectors.toSet())));
  }

  /** What to do on the platform. */
  private static String advice(Set<Effect> effects) {
    if (effects.contains(Effect.STARTS_ANEW)) {
      return "Publish it as a new activity, and leave the old one until whoever has begun it is through.";
    }
    if (effects.contains(Effect.ASKED_AGAIN)) {
      return "Replace the package in the activity there is, without a new attempt. Learners are told what they are asked again.";
    }
    return "Replace the package in the activity there is, without a new attempt: everybody goes on where they were.";
  }
}
