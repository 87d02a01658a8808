package dev.rebound.app;

import dev.rebound.check.Checker;
import dev.rebound.check.Report;
import dev.rebound.check.ReportJson;
import dev.rebound.check.ReportSarif;
import dev.rebound.check.ReportText;
import dev.rebound.check.pilot.PilotAnswers;
import dev.rebound.check.quotation.SourcesAtHand;
import dev.rebound.course.Content;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  @Mixin private TemplatesOption looks = new TemplatesOption();

  @Mixin private CacheOption cache = new CacheOption();

  @Option(names = "--strict", description = "Count warnings as errors.")
  private boolean strict;

  @Option(
      names = "--sources",
      paramLabel = "DIR",
      description =
          "Hold quotations against the sources' texts in DIR as well; <id>.txt, or known by its lock.")
  private @Nullable Path sources;

  @Option(
      names = "--pilot",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Say which questions people solved who had not taken the course, by their answers.")
  private List<Path> pilot = new ArrayList<>();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Content loaded = content.load();
    if (sources != null) {
      loaded = SourcesAtHand.with(loaded, SourceFiles.all(sources));
    }
    PilotAnswers answers = PilotAnswers.read(loaded, PilotCommand.files(pilot));
    Report report =
        new Checker(Catalog.rules(looks, cache.beside(content.folder), content -> answers))
            .check(loaded, strict)
            .report();
    switch (format.value) {
      case json -> out.print(ReportJson.of(report, Main.Version.text()));
      case sarif -> out.print(ReportSarif.of(report, Main.Version.text(), RulePages.all()));
      case editor -> out.print(ReportText.forEditors(report));
      case text -> {
        out.print(ReportText.of(report));
        out.print(ReportText.guesser(report));
        out.println(content.name() + ": " + ReportText.summary(report) + ".");
      }
    }
    return report.hasErrors() ? Main.CONTENT_HAS_ERRORS : Main.CLEAN;
  }
}
