package dev.rebound.app;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.BankYaml;
import dev.rebound.exchange.Fitting;
import dev.rebound.exchange.Format;
import dev.rebound.exchange.Imported;
import dev.rebound.exchange.Incoming;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Losses;
import dev.rebound.exchange.Unreadable;
import dev.rebound.exchange.Upload;
import dev.rebound.load.ImportedPicture;
import dev.rebound.load.InlineReader;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code rebound import FILE}: questions from elsewhere as a draft, and what did not come along.
 */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Brings a question bank from elsewhere into a course as a draft, and says what did not come"
            + " along.")
final class ImportCommand implements Callable<Integer> {
  /** What a content file holds at most. */
  private static final int LARGEST_BANK = 1 << 20;

  @Parameters(paramLabel = "FILE", description = "The file. Nothing of it is trusted.")
  private Path file = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "COURSE",
      description = "The course's id; may be left out where there is one course.")
  private @Nullable String course;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "The new quiz's id (default: made from the file's name).")
  private @Nullable String id;

  @Mixin private ExchangeOptions exchange = new ExchangeOptions();

  @Mixin private ContentOption content = new ContentOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CourseFolders folders =
        new CourseFolders(content.folder, Objects.requireNonNull(spec).commandLine());
    String name = file.normalize().toString().replace('\\', '/');
    Path target = content.folder.resolve("courses").resolve(folders.course(course));
    String bankId = NewFiles.id(id, file, folders);
    NewFiles.refuseTaken(bankId, target, folders);
    Losses losses = new Losses();
    try {
      Upload upload = upload(name);
      Format format = exchange.formatOf(upload, folders);
      Incoming in =
          new Incoming(
              InlineReader::read,
              (picture, bytes, problems) ->
                  ImportedPicture.clean(content.folder, picture, bytes, problems),
              losses,
              bankId);
      Imported read = format.read(upload, in);
      Bank bank = Fitting.of(read.bank(), NewFiles.title(bankId), InlineReader::read, losses);
      Map<Path, byte[]> files = files(target, bankId, bank, read, upload, losses);
      NewFiles.write(content.folder, files);
      List<String> wrote = files.keySet().stream().map(this::shown).toList();
      int lost = (int) losses.all().stream().filter(it -> it.what() == Loss.What.QUESTION).count();
      int arrived = bank.questions().size();
      say(new ExchangeReport(format.name(), wrote, arrived + lost, arrived, losses.all()));
      return Main.CLEAN;
    } catch (Unreadable none) {
      return refuse(none);
    }
  }

  private String shown(Path path) {
    return path.toString().replace('\\', '/');
  }

  private Upload upload(String name) throws IOException, Unreadable {
    SourceSpan whole = SourceSpan.wholeFile(name);
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isRegularFile(file)) {
      throw new Unreadable(
          whole, Files.isDirectory(file) ? "is a folder." : "is no file.", "Name a file.");
    }
    if (Files.size(file) > Upload.MOST) {
      throw new Unreadable(
          whole,
          "is too large: " + (Files.size(file) >> 20) + " MiB.",
          (Upload.MOST >> 20) + " MiB are read at most; export fewer questions at a time.");
    }
    return new Upload(name, Files.readAllBytes(file));
  }

  /** What is to be written: the bank last, so that nothing names what is not there. */
  private static Map<Path, byte[]> files(
      Path target, String id, Bank bank, Imported read, Upload upload, Losses losses)
      throws Unreadable {
    if (bank.questions().isEmpty() && read.lesson().isEmpty()) {
      String why =
          losses.all().stream()
              .filter(it -> it.what() == Loss.What.QUESTION)
              .map(it -> " The first, " + it.span() + ": " + it.message())
              .findFirst()
              .orElse("");
      throw new Unreadable(upload.whole(), "has no question that can be kept." + why, "");
    }
    Map<Path, byte[]> files = new LinkedHashMap<>();
    read.pictures().forEach((path, bytes) -> files.put(target.resolve(path), bytes));
    if (!read.lesson().isEmpty()) {
      files.put(
          target.resolve("lessons").resolve(id + ".md"),
          read.lesson().getBytes(StandardCharsets.UTF_8));
    }
    if (!bank.questions().isEmpty()) {
      byte[] yaml = BankYaml.write(bank, true).getBytes(StandardCharsets.UTF_8);
      if (yaml.length > LARGEST_BANK) {
        throw new Unreadable(
            upload.whole(),
            "makes a quiz of "
                + (yaml.length >> 10)
                + " KiB from "
                + ExchangeReport.questions(bank.questions().size())
                + "; one holds 1,024 KiB.",
            "Split it: a category, or some hundred questions, to a file.");
      }
      files.put(target.resolve("quizzes").resolve(id + ".yaml"), yaml);
    }
    return files;
  }

  private void say(ExchangeReport report) {
    out().print(exchange.json() ? report.json() : report.text());
  }

  private int refuse(Unreadable none) {
    if (exchange.json()) {
      out().print(ExchangeReport.json(none.span(), none.message(), none.hint()));
      return Main.CONTENT_HAS_ERRORS;
    }
    out().println(none.span() + ": error: " + ExchangeReport.line(none.message()));
    ExchangeReport.hint(none.hint()).ifPresent(out()::println);
    out().println("Nothing was written.");
    return Main.CONTENT_HAS_ERRORS;
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
