package dev.rebound.app;

import dev.rebound.check.Report;
import dev.rebound.check.ReportJson;
import dev.rebound.check.ReportSarif;
import dev.rebound.check.ReportText;
import dev.rebound.inspect.Inspector;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rebound inspect FILE.zip}: what a package is, what it holds, what it breaks. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Says what a SCORM or cmi5 package holds, and every rule it breaks.")
final class InspectCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE.zip", description = "A package, of Rebound or anybody else.")
  private Path file = Path.of("");

  @Mixin private FormatOption format = new FormatOption();

  @Option(names = "--strict", description = "Count warnings as errors.")
  private boolean strict;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    String name = file.normalize().toString().replace('\\', '/');
    Report report = new Report(Inspector.inspect(name, Files.newInputStream(file)), List.of());
    if (strict) {
      report = report.strict();
    }
    switch (format.value) {
      case json -> out.print(ReportJson.of(report, Main.Version.text()));
      case sarif -> out.print(ReportSarif.of(report, Main.Version.text(), RulePages.packages()));
      case editor -> out.print(ReportText.forEditors(report));
      case text -> {
        out.print(ReportText.of(report));
        out.println(name + ": " + ReportText.summary(report) + ".");
      }
    }
    return report.hasErrors() ? Main.CONTENT_HAS_ERRORS : Main.CLEAN;
  }
}
