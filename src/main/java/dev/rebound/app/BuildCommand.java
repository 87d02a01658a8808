package dev.rebound.app;

import static java.util.stream.Collectors.joining;

import dev.rebound.check.CheckedContent;
import dev.rebound.check.Checker;
import dev.rebound.check.Report;
import dev.rebound.check.ReportText;
import dev.rebound.course.Content;
import dev.rebound.inspect.Inspector;
import dev.rebound.load.Schema;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.output.OutputFolder;
import dev.rebound.publish.output.Refused;
import dev.rebound.publish.output.Stuck;
import dev.rebound.source.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
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

  @Mixin private TemplatesOption looks = new TemplatesOption();

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
    Set<String> outputs = new HashSet<>(only.isEmpty() ? Catalog.OUTPUTS : only);
    Optional<String> key = inputs(outputs);
    Optional<LastBuild> last = key.flatMap(kept::find).flatMap(LastBuild::of);
    if (isThere(output, last, stdout, stderr)) {
      return Main.CLEAN;
    }
    progress.step("Reading " + content.name());
    Content loaded = content.load();
    requireKnown("course", courses, loaded.courses().stream().map(c -> c.id().value()).toList());
    progress.step("Checking");
    Checker.Verdict verdict =
        new Checker(Catalog.rules(looks, kept), outputs).check(loaded, strict);
    progress.done();
    String said = ReportText.of(verdict.report());
    stderr.print(said);
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
    SortedMap<String, Long> made =
        write(output, chosen, publishers(outputs, kept), stderr, progress);
    // Of what was edited meanwhile, nobody knows which state went in.
    if (inputs(outputs).equals(key)) {
      key.ifPresent(it -> kept.keep(it, new LastBuild(made, said).bytes()));
    }
    stdout.println("Built " + out + ": " + count(made.keySet()) + ".");
    return Main.CLEAN;
  }

  private Optional<String> inputs(Set<String> outputs) {
    Path fonts = content.folder.toAbsolutePath().normalize().resolveSibling("fonts");
    return LastBuild.inputs(
        List.of(content.folder, fonts, looks.folder()),
        List.of(
            content.name(),
            new TreeSet<>(outputs).toString(),
            new TreeSet<>(courses).toString(),
            String.valueOf(strict)));
  }

  /** Says the same as that build, when all that it made is there still. */
  private boolean isThere(
      OutputFolder output, Optional<LastBuild> last, PrintWriter stdout, PrintWriter stderr)
      throws IOException {
    if (last.isEmpty()) {
      return false;
    }
    Optional<OutputFolder.Outcome> outcome = output.holding(last.get().made());
    outcome.ifPresent(
        same -> {
          stderr.print(last.get().said());
          tellKept(same, stderr);
          stdout.println(
              "Built " + out + ": " + count(same.made().keySet()) + "; nothing had changed.");
        });
    return outcome.isPresent();
  }

  private void tellKept(OutputFolder.Outcome outcome, PrintWriter stderr) {
    if (!outcome.kept().isEmpty()) {
      stderr.println(
          "Kept in " + out + ", because no build made it: " + names(outcome.kept()) + ".");
    }
  }

  private SortedMap<String, Long> write(
      OutputFolder output,
      CheckedContent chosen,
      List<Publisher> publishers,
      PrintWriter stderr,
      Progress progress)
      throws IOException {
    String doing =
        "Publishing " + publishers.stream().map(Publisher::name).sorted().collect(joining(", "));
    AtomicInteger files = new AtomicInteger();
    progress.step(doing);
    try {
      OutputFolder.Outcome outcome =
          output.replace(
              chosen,
              publishers,
              (path, file) -> {
                inspect(path, file);
                progress.step(doing + ": " + files.incrementAndGet() + " files");
              });
      progress.done();
      tellKept(outcome, stderr);
      outcome
          .left()
          .forEach(
              left ->
                  stderr.println("Could not be removed: " + left + ". Nothing needs it any more."));
      return outcome.made();
    } catch (Refused | Stuck says) {
      throw says;
    } catch (IOException failure) {
      throw new IOException(
          FailureText.of(failure) + " Nothing was published; " + out + " is as it was.", failure);
    } finally {
      progress.done();
    }
  }

  private static String names(List<String> paths) {
    int shown = 10;
    String names =
        String.join(", ", paths.subList(0, Math.min(shown, paths.size())))
            .replaceAll("\\p{Cc}", "?");
    return paths.size() > shown ? names + " and " + (paths.size() - shown) + " more" : names;
  }

  /** A package that platforms would refuse is a fault of ours, and is not published. */
  private static void inspect(String path, Path file) throws IOException {
    if (!path.endsWith(".zip")) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      Report report = new Report(Inspector.inspect(path, in), List.of());
      if (report.strict().hasErrors()) {
        throw new IllegalStateException(ReportText.of(report).strip());
      }
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

  private static String count(Collection<String> paths) {
    List<String> parts = new ArrayList<>();
    count(paths, ".html", "page", parts);
    count(paths, ".pdf", "PDF", parts);
    count(paths, ".zip", "package", parts);
    return String.join(", ", parts);
  }

  private static void count(
      Collection<String> paths, String ending, String noun, List<String> parts) {
    long count = paths.stream().filter(path -> path.endsWith(ending)).count();
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
