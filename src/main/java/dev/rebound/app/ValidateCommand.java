package dev.rebound.app;

import dev.rebound.check.Checker;
import dev.rebound.check.Report;
import dev.rebound.check.ReportJson;
import dev.rebound.check.ReportSarif;
import dev.rebound.check.ReportText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rebound validate}: everything that is wrong, at once. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Reports every flaw of the content, where it is and what to do.")
final class ValidateCommand implements Callable<Integer> {
  @Mixin private ContentOption content = new ContentOption();

  @Mixin private FormatOption format = new FormatOption();

  @Option(names = "--strict", description = "Count warnings as errors.")
  private boolean strict;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Report report = new Checker(Catalog.rules()).check(content.load(), strict).report();
    switch (format.value) {
      case json -> out.print(ReportJson.of(report, Main.Version.text()));
      case sarif -> out.print(ReportSarif.of(report, Main.Version.text(), RulePages.all()));
      case text -> {
        out.print(ReportText.of(report));
        out.println(content.name() + ": " + ReportText.summary(report) + ".");
      }
    }
    return report.hasErrors() ? Main.CONTENT_HAS_ERRORS : Main.CLEAN;
  }
}
