package dev.rebound.app;

import dev.rebound.check.CheckedContent;
import dev.rebound.check.Checker;
import dev.rebound.check.Report;
import dev.rebound.check.ReportText;
import dev.rebound.course.Content;
import dev.rebound.inspect.Inspector;
import dev.rebound.load.Schema;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.output.OutputFolder;
import dev.rebound.publish.output.Refused;
import dev.rebound.publish.output.Stuck;
import dev.rebound.source.Nearest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rebound build}: validates, and publishes when there is no error. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = "Validates the content and publishes it: site, job aids, LMS packages.")
final class BuildCommand implements Callable<Integer> {
  @Mixin private ContentOption content = new ContentOption();

  @Mixin private LooksOption looks = new LooksOption();

  @Mixin private CacheOption cache = new CacheOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "site",
      description = "The folder to replace (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("site");

  @Option(
      names = "--course",
      paramLabel = "ID",
      description = "Build this course only; repeatable.")
  private List<String> courses = new ArrayList<>();

  @Option(
      names = "--only",
      paramLabel = "OUTPUT",
      split = ",",
      description = "Make these outputs only: site, print, scorm12, scorm2004, cmi5.")
  private List<String> only = new ArrayList<>();

  @Option(names = "--strict", description = "Count warnings as errors.")
  private boolean strict;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    requireKnown("output", only, Catalog.OUTPUTS);
    PrintWriter stdout = command().commandLine().getOut();
    PrintWriter stderr = command().commandLine().getErr();
    Progress progress = new Progress(stderr);
    OutputFolder output = new OutputFolder(out);
    Map<String, Path> inputs = new TreeMap<>(Map.of("the content folder", content.folder));
    looks.overrides().ifPresent(folder -> inputs.put("the templates", folder));
    output.requireApart(
        inputs, Map.of("your home folder", Path.of(System.getProperty("user.home", "/"))));
    if (output.recover()) {
      stderr.println("A build had been killed; " + out + " is again as it was before.");
    }
    KeptResults kept = cache.beside(content.folder);
    progress.step("Reading " + content.name());
    Content loaded = content.load();
    requireKnown("course", courses, loaded.courses().stream().map(c -> c.id().value()).toList());
    progress.step("Checking");
    Checker.Verdict verdict = new Checker(Catalog.rules(looks, kept)).check(loaded, strict);
    progress.done();
    stderr.print(ReportText.of(verdict.report()));
    if (verdict.content().isEmpty()) {
      stderr.println(
          content.name()
              + ": "
              + ReportText.summary(verdict.report())
              + ". Nothing was published; "
              + out
              + " is as it was.");
      return Main.CONTENT_HAS_ERRORS;
    }
    CheckedContent chosen =
        courses.isEmpty()
            ? verdict.content().get()
            : verdict.content().get().only(new HashSet<>(courses));
    Set<String> outputs = new HashSet<>(only.isEmpty() ? Catalog.OUTPUTS : only);
    progress.step("Publishing " + String.join(", ", new TreeSet<>(outputs)));
    // Side by side: they share nothing but what they read.
    List<Artefact> artefacts =
        publishers(outputs, kept).parallelStream()
            .flatMap(publisher -> publisher.publish(chosen).stream())
            .toList();
    artefacts.parallelStream().forEach(BuildCommand::inspect);
    progress.step("Writing " + out);
    write(output, artefacts, stderr, progress);
    stdout.println("Built " + out + ": " + count(artefacts) + ".");
    return Main.CLEAN;
  }

  private void write(
      OutputFolder output, List<Artefact> artefacts, PrintWriter stderr, Progress progress)
      throws IOException {
    try {
      OutputFolder.Outcome outcome = output.replace(artefacts);
      progress.done();
      if (!outcome.kept().isEmpty()) {
        stderr.println(
            "Kept in " + out + ", because no build made it: " + names(outcome.kept()) + ".");
      }
      outcome
          .left()
          .forEach(
              left ->
                  stderr.println("Could not be removed: " + left + ". Nothing needs it any more."));
    } catch (Refused | Stuck says) {
      progress.done();
      throw says;
    } catch (IOException failure) {
      progress.done();
      throw new IOException(
          FailureText.of(failure) + " Nothing was published; " + out + " is as it was.", failure);
    }
  }

  private static String names(List<String> paths) {
    int shown = 10;
    String names =
        String.join(", ", paths.subList(0, Math.min(shown, paths.size())))
            .replaceAll("\\p{Cntrl}", "?");
    return paths.size() > shown ? names + " and " + (paths.size() - shown) + " more" : names;
  }

  /** A package that platforms would refuse is a fault of ours, and is not written. */
  private static void inspect(Artefact artefact) {
    if (!artefact.path().endsWith(".zip")) {
      return;
    }
    try {
      Report report =
          new Report(
              Inspector.inspect(artefact.path(), new ByteArrayInputStream(artefact.bytes())),
              List.of());
      if (report.strict().hasErrors()) {
        throw new IllegalStateException(ReportText.of(report).strip());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private List<Publisher> publishers(Set<String> outputs, KeptResults kept) throws IOException {
    return Catalog.publishers(outputs, looks.templates(), looks.words(), schemas(), kept);
  }

  private static Map<String, String> schemas() throws IOException {
    Map<String, String> schemas = new TreeMap<>();
    for (String kind : Schema.KINDS) {
      String name = kind + ".schema.json";
      try (InputStream in = Main.class.getResourceAsStream("/schemas/" + name)) {
        schemas.put(
            name, new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return schemas;
  }

  private static String count(List<Artefact> artefacts) {
    List<String> parts = new ArrayList<>();
    count(artefacts, ".html", "page", parts);
    count(artefacts, ".pdf", "PDF", parts);
    count(artefacts, ".zip", "package", parts);
    return String.join(", ", parts);
  }

  private static void count(
      List<Artefact> artefacts, String ending, String noun, List<String> parts) {
    long count = artefacts.stream().filter(a -> a.path().endsWith(ending)).count();
    if (count > 0) {
      parts.add(count + " " + noun + (count == 1 ? "" : "s"));
    }
  }

  private void requireKnown(String noun, List<String> written, Collection<String> known) {
    for (String name : written) {
      if (!known.contains(name)) {
        throw new ParameterException(
            command().commandLine(),
            "There is no " + noun + " \"" + name + "\". " + Nearest.hint(name, known));
      }
    }
  }

  private CommandSpec command() {
    return Objects.requireNonNull(spec);
  }
}
