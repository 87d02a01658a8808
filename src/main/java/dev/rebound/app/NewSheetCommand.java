package dev.rebound.app;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.BankReader;
import dev.rebound.exchange.Format;
import dev.rebound.exchange.Losses;
import dev.rebound.exchange.Outgoing;
import dev.rebound.load.BankFile;
import dev.rebound.load.InlineReader;
import dev.rebound.source.Problem;
import dev.rebound.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rebound new sheet FILE}: a table to write questions in, with an example of each type. */
@Command(
    name = "sheet",
    mixinStandardHelpOptions = true,
    description =
        "Makes a table to write questions in, with every column and an example of each type.")
final class NewSheetCommand implements Callable<Integer> {
  private static final List<String> TABLES = List.of("xlsx", "csv", "docx");

  @Parameters(
      paramLabel = "FILE",
      defaultValue = "questions.xlsx",
      description =
          "An Excel workbook, CSV or Word document, by its ending (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("questions.xlsx");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandSpec command = Objects.requireNonNull(spec);
    Format format =
        Catalog.formats().stream()
            .filter(it -> TABLES.contains(it.name()) && file.toString().endsWith("." + it.name()))
            .findFirst()
            .orElseThrow(
                () ->
                    new ParameterException(
                        command.commandLine(), "A sheet's name ends in .xlsx, .csv or .docx."));
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Outgoing out = new Outgoing(InlineReader::read, path -> Optional.empty(), new Losses());
    TextFile.write(file, format.write(examples(), out));
    command.commandLine().getOut().println("Wrote " + file + ". Replace the examples; then:");
    command.commandLine().getOut().println("rebound import " + file + " --to COURSE");
    return Main.CLEAN;
  }

  /** A question of each type, about nothing but questions. */
  static Bank examples() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(NewSheetCommand.class.getResourceAsStream("/new/sheet.yaml"))) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Problem> problems = new ArrayList<>();
      return BankFile.parse(new SourceFile("sheet.yaml", yaml), problems::add)
          .filter(raw -> problems.isEmpty())
          .map(it -> BankReader.read(it, new Losses()))
          .orElseThrow(
              () -> new IOException("this build's sheet of examples is broken: " + problems));
    }
  }
}
