package dev.rebound.app;

import dev.rebound.check.CheckContext;
import dev.rebound.check.scorer.PrincipleScorer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Principle;
import dev.rebound.course.QuestionBank;
import dev.rebound.load.BankFile;
import dev.rebound.load.EditableAnswer;
import dev.rebound.load.EditableFile;
import dev.rebound.source.Csv;
import dev.rebound.source.Problem;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code rebound map BANK --csv FILE}: which principles each answer is nearest to, for a person to
 * choose; {@code --read FILE} writes what they chose into the bank, and nothing else.
 */
@Command(
    name = "map",
    mixinStandardHelpOptions = true,
    description =
        "Proposes a principle for each answer of a quiz, as a table, and writes what a person chose"
            + " into the quiz.")
final class MapCommand implements Callable<Integer> {
  @Parameters(paramLabel = "BANK", description = "A quiz: COURSE/QUIZ, its id or its file.")
  private String wanted = "";

  /** One or the other. */
  static final class Ways {
    @Option(
        names = "--csv",
        required = true,
        paramLabel = "FILE",
        description =
            "Write the table: each answer, its principle, and the nearest with how sure it is.")
    private @Nullable Path write;

    @Option(
        names = "--read",
        required = true,
        paramLabel = "FILE",
        description = "Read the table back: what its column \"principle\" says goes into the quiz.")
    private @Nullable Path read;
  }

  @ArgGroup(multiplicity = "1")
  private Ways ways = new Ways();

  @Mixin private ContentOption content = new ContentOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CourseFolders folders =
        new CourseFolders(content.folder, Objects.requireNonNull(spec).commandLine());
    List<CourseFolders.BankPath> paths = folders.banks(wanted);
    if (paths.size() != 1) {
      throw folders.wrong(
          "Name one quiz, such as " + paths.get(0).course() + "/" + paths.get(0).id() + ".");
    }
    CourseFolders.BankPath path = paths.get(0);
    Content loaded = content.load().withDrafts();
    QuestionBank bank =
        loaded
            .course(path.course())
            .flatMap(course -> bank(course, path.id()))
            .orElseThrow(
                () ->
                    folders.wrong(path.below() + " cannot be read; `rebound validate` says why."));
    Path read = ways.read;
    return read == null
        ? write(bank, loaded, Objects.requireNonNull(ways.write))
        : read(bank, loaded, path, read, folders);
  }

  private static java.util.Optional<QuestionBank> bank(Course course, String id) {
    return course.bankFiles().stream().filter(it -> it.id().value().equals(id)).findFirst();
  }

  private int write(QuestionBank bank, Content loaded, Path file) throws IOException {
    PrincipleScorer scorer = PrincipleScorer.of(new CheckContext(loaded));
    TextFile.write(file, MappingSheet.write(bank, scorer));
    out().println("Wrote " + file + ". Fill in the column \"principle\"; then:");
    out().println("rebound map " + wanted + " --read " + file);
    return Main.CLEAN;
  }

  private int read(
      QuestionBank bank,
      Content loaded,
      CourseFolders.BankPath path,
      Path file,
      CourseFolders folders)
      throws IOException {
    Path yaml = content.folder.resolve(path.below());
    String inContent = content.name() + "/" + path.below();
    EditableFile before =
        EditableFile.of(inContent, Files.readAllBytes(yaml))
            .orElseThrow(() -> moved(path, folders));
    List<Problem> problems = new ArrayList<>();
    List<String> ids =
        loaded.principles().stream().map(Principle::id).map(id -> id.value()).toList();
    String name = file.normalize().toString().replace('\\', '/');
    List<MappingSheet.Chosen> chosen =
        MappingSheet.read(Csv.rows(TextFile.read(file)), name, bank, ids, problems::add);
    byte[] bytes =
        EditableAnswer.mapped(before, chosen.stream().map(MappingSheet.Chosen::mapping).toList())
            .orElseThrow(() -> moved(path, folders))
            .bytes();
    if (problems.isEmpty()) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      BankFile.parse(new SourceFile(inContent, text), problems::add);
    }
    if (!problems.isEmpty()) {
      for (Problem problem : problems) {
        out().println(problem.span() + ": error: " + ExchangeReport.line(problem.message()));
        ExchangeReport.hint(problem.hint()).ifPresent(out()::println);
      }
      out().println("Nothing was written.");
      return Main.CONTENT_HAS_ERRORS;
    }
    if (!chosen.isEmpty()) {
      TextFile.write(yaml, bytes);
    }
    int open =
        (int)
            bank.questions().stream()
                .flatMap(question -> question.answers().stream())
                .filter(answer -> answer.principle().isEmpty())
                .count();
    long filled = chosen.stream().filter(it -> it.answer().principle().isEmpty()).count();
    out()
        .println(
            SourceSpan.wholeFile(inContent)
                + ": "
                + chosen.size()
                + (chosen.size() == 1 ? " answer" : " answers")
                + " mapped, "
                + (open - filled)
                + " still open.");
    return Main.CLEAN;
  }

  private static ParameterException moved(CourseFolders.BankPath path, CourseFolders folders) {
    return folders.wrong(path.below() + " was changed meanwhile; run the command again.");
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
