package dev.rebound.app;

import dev.rebound.check.Report;
import dev.rebound.check.ReportText;
import dev.rebound.check.pilot.PilotAnswers;
import dev.rebound.check.pilot.PilotScore;
import dev.rebound.check.pilot.PilotSheet;
import dev.rebound.course.Content;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.pilot.PilotPage;
import dev.rebound.source.Finding;
import dev.rebound.source.Nearest;
import dev.rebound.source.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
 * {@code rebound pilot}: asks people, or programs, who have not taken a course, and says what they
 * made of its questions.
 */
@Command(
    name = "pilot",
    mixinStandardHelpOptions = true,
    description =
        "Makes a sheet of questions without keys, for whoever has not taken the course, and scores it.")
final class PilotCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "BANK|COURSE",
      arity = "0..1",
      description = "What to ask: a quiz (quiz or course/quiz) or a whole course.")
  private @Nullable String name;

  @Option(
      names = "--options-only",
      description = "Leave out what is asked: whoever solves that goes by the options alone.")
  private boolean optionsOnly;

  @Option(
      names = "--score",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Read these answers (CSV) and say how each question and the whole did.")
  private List<Path> score = new ArrayList<>();

  @Mixin private ContentOption content = new ContentOption();

  @Mixin private TemplatesOption looks = new TemplatesOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = command().commandLine().getOut();
    String asked = name;
    if ((asked == null) == score.isEmpty()) {
      throw new ParameterException(
          command().commandLine(),
          "Name a quiz or a course to ask, or give --score FILE…, not both.");
    }
    Content loaded = content.load();
    if (loaded.problems().stream().anyMatch(p -> p.rule().equals("SyntaxError"))) {
      out.println(
          "Some of " + content.name() + " cannot be read; `rebound validate` says what and where.");
      out.println("Nothing was written.");
      return Main.CONTENT_HAS_ERRORS;
    }
    return asked == null ? score(loaded, out) : sheet(loaded, asked, out);
  }

  private int sheet(Content loaded, String asked, PrintWriter out) throws IOException {
    if (!PilotSheet.names(loaded).contains(asked)) {
      throw new ParameterException(
          command().commandLine(),
          "There is no quiz or course \""
              + asked
              + "\". "
              + Nearest.hint(asked, PilotSheet.names(loaded)));
    }
    PilotSheet sheet = PilotSheet.of(loaded, asked);
    if (!sheet.leftOut().isEmpty()) {
      out.println(sheet.leftOutInWords() + ".");
    }
    if (sheet.items().isEmpty()) {
      out.println("No question is left to ask. Nothing was written.");
      return Main.CONTENT_HAS_ERRORS;
    }
    String file = "pilot-" + asked.replace('/', '-') + (optionsOnly ? "-options" : "");
    Templates templates = looks.templates();
    PilotPage page = new PilotPage(templates, Interface.words(templates));
    TextFile.write(Path.of(file + ".html"), page.html(loaded, sheet, file, optionsOnly));
    TextFile.write(Path.of(file + ".csv"), sheet.csv(optionsOnly));
    int count = sheet.items().size();
    out.println(
        "Wrote "
            + file
            + ".html to fill in on a screen or on paper, and "
            + file
            + ".csv for a spreadsheet or a program: "
            + count
            + (count == 1 ? " question." : " questions."));
    out.println("Score what comes back with rebound pilot --score FILE…");
    return Main.CLEAN;
  }

  private int score(Content loaded, PrintWriter out) throws IOException {
    PilotAnswers answers = PilotAnswers.read(loaded, files(score));
    List<Finding> findings =
        answers.problems().stream()
            .map(it -> new Finding(it.rule(), Severity.ERROR, it.span(), it.message(), it.hint()))
            .toList();
    out.print(ReportText.of(new Report(findings, List.of())));
    for (PilotScore course : PilotScore.of(answers)) {
      print(course, out);
    }
    return findings.isEmpty() ? Main.CLEAN : Main.CONTENT_HAS_ERRORS;
  }

  /** The files of answers, each under the name that the user gave it. */
  static List<PilotAnswers.File> files(List<Path> paths) throws IOException {
    List<PilotAnswers.File> files = new ArrayList<>();
    for (Path path : paths) {
      files.add(new PilotAnswers.File(path.toString().replace('\\', '/'), TextFile.read(path)));
    }
    return files;
  }

  private static void print(PilotScore score, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s: %s, %d questions; right on average %.0f %% (95 %% interval %s), by chance %.0f %%.%n",
        score.course().id().value(),
        score.people() == 1 ? "1 person" : score.people() + " people",
        score.items().size(),
        100 * score.mean(),
        score.score().text(),
        100 * score.chance());
    out.printf(
        Locale.ROOT,
        "Passed without learning (pass mark %d %%): %s, %d of %d (95 %% interval %s).%n",
        score.course().passMark(),
        score.isPassedWithoutLearning() ? "yes" : "no",
        score.passed(),
        score.people(),
        score.passing().text());
    boolean tells = score.people() >= PilotScore.ENOUGH_TO_TELL_APART;
    out.printf(
        "%-44s  %8s  %9s%s%n", "question", "right", "by chance", tells ? "  discrimination" : "");
    for (PilotScore.Item item : score.items()) {
      out.printf(
          Locale.ROOT,
          "%-44s  %8s  %7.0f %%%s%n",
          item.item().question().key(),
          item.right() + "/" + item.asked(),
          100 * item.chance(),
          tells && item.discrimination().isPresent()
              ? "  %14.2f".formatted(item.discrimination().getAsDouble())
              : "");
    }
    if (!tells) {
      out.println(
          "With "
              + PilotScore.ENOUGH_TO_TELL_APART
              + " people or more it also says how well each question tells them apart.");
    }
  }

  private CommandSpec command() {
    return Objects.requireNonNull(spec);
  }
}
