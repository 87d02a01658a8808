package dev.rebound.app;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.BankReader;
import dev.rebound.exchange.Canonical;
import dev.rebound.exchange.Format;
import dev.rebound.exchange.Ids;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Losses;
import dev.rebound.exchange.Outgoing;
import dev.rebound.load.BankFile;
import dev.rebound.load.ImportedPicture;
import dev.rebound.load.InlineReader;
import dev.rebound.source.Problem;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rebound export COURSE|BANK --as FORMAT}: quizzes for elsewhere, and what is lost. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes quizzes in another tool's format, and says what it has no place for.")
final class ExportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "COURSE|BANK",
      description = "A course's id for all its quizzes; COURSE/QUIZ, or a quiz's file, for one.")
  private String wanted = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to (default: named after the course or quiz, in this folder).")
  private @Nullable Path file;

  @Mixin private ExchangeOptions exchange = new ExchangeOptions();

  @Mixin private ContentOption content = new ContentOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CourseFolders folders =
        new CourseFolders(content.folder, Objects.requireNonNull(spec).commandLine());
    Format format = format(folders);
    List<CourseFolders.BankPath> paths = folders.banks(wanted);
    List<Problem> problems = new ArrayList<>();
    List<Bank> banks = new ArrayList<>();
    Losses losses = new Losses();
    for (CourseFolders.BankPath path : paths) {
      Optional<Raw.Mapping> raw =
          BankFile.read(content.folder, content.name(), path.below(), problems::add);
      raw.ifPresent(it -> banks.add(BankReader.read(it, losses)));
    }
    if (!problems.isEmpty()) {
      for (Problem problem : problems) {
        out().println(problem.span() + ": error: " + ExchangeReport.line(problem.message()));
        ExchangeReport.hint(problem.hint()).ifPresent(out()::println);
      }
      out().println("Nothing was written.");
      return Main.CONTENT_HAS_ERRORS;
    }
    Bank bank = new Canonical(InlineReader::read).bank(joined(banks, paths, losses));
    Path course = content.folder.resolve("courses").resolve(paths.get(0).course());
    Outgoing going = new Outgoing(InlineReader::read, path -> picture(course, path), losses);
    byte[] bytes = format.write(bank, going);
    Path target = target(format, paths);
    TextFile.write(target, bytes);
    List<Loss> lost = losses.all();
    int gone = (int) lost.stream().filter(it -> it.what() == Loss.What.QUESTION).count();
    int all = bank.questions().size();
    ExchangeReport report =
        new ExchangeReport(
            format.name(), List.of(target.toString().replace('\\', '/')), all, all - gone, lost);
    out().print(exchange.json() ? report.json() : report.text());
    return Main.CLEAN;
  }

  private Format format(CourseFolders folders) {
    String as = exchange.as;
    if (as != null) {
      return ExchangeOptions.named(as, folders);
    }
    String name = file == null ? "" : String.valueOf(file.getFileName());
    return Catalog.formats().stream()
        .filter(it -> it.endings().stream().anyMatch(name::endsWith))
        .findFirst()
        .orElseThrow(
            () ->
                folders.wrong(
                    "Say the format with --as: "
                        + String.join(", ", Catalog.formats().stream().map(Format::name).toList())
                        + "."));
  }

  private Path target(Format format, List<CourseFolders.BankPath> paths) throws IOException {
    if (file != null) {
      return file;
    }
    String name = paths.size() == 1 ? paths.get(0).id() : paths.get(0).course();
    Path target = Path.of(name + format.endings().get(0));
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    return target;
  }

  /** Several quizzes in one file; an id that two of them have gets its quiz's before it. */
  private static Bank joined(List<Bank> banks, List<CourseFolders.BankPath> paths, Losses losses) {
    if (banks.size() == 1) {
      return banks.get(0);
    }
    Ids ids = new Ids();
    List<BankQuestion> questions = new ArrayList<>();
    for (int i = 0; i < banks.size(); i++) {
      for (BankQuestion question : banks.get(i).questions()) {
        String id = ids.next(question.id());
        if (!id.equals(question.id())) {
          losses.add(question, Loss.What.ID, "another quiz has this id: it is " + id + " here.");
        }
        questions.add(question.withId(id));
      }
    }
    losses.add(
        SourceSpan.wholeFile(paths.get(0).course()),
        "",
        Loss.What.BANK,
        banks.size() + " quizzes became one.");
    return new Bank(paths.get(0).course(), banks.stream().anyMatch(Bank::graded), questions);
  }

  /** A picture of the course as it is published; nothing where there is none that could be. */
  private Optional<byte[]> picture(Path course, String path) {
    Path picture = course.resolve(path).normalize();
    try {
      if (!picture.startsWith(course.resolve("images").normalize())
          || !picture.toRealPath().startsWith(content.folder.toRealPath())) {
        return Optional.empty();
      }
      String name = String.valueOf(picture.getFileName());
      return ImportedPicture.clean(
          content.folder, name, Files.readAllBytes(picture), problem -> {});
    } catch (IOException missing) {
      return Optional.empty();
    }
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
