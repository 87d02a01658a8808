package dev.rebound.app;

import dev.rebound.publish.PublishFailure;
import dev.rebound.source.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The edge: streams in, an exit code out. Everything below returns or throws. */
@Command(
    name = "rebound",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Turns lessons and quiz banks into a site, job aids and LMS packages, and proves every"
            + " answer.",
    synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
  /** Exit codes: see docs/reference.md. */
  static final int CLEAN = 0;

  static final int CONTENT_HAS_ERRORS = 1;
  static final int WRONG_USAGE = 2;
  static final int CANNOT_READ_OR_WRITE = 3;

  private static final List<Class<?>> COMMANDS =
      List.of(
          BuildCommand.class,
          ValidateCommand.class,
          ExplainCommand.class,
          NewCommand.class,
          SourceCommand.class,
          TraceCommand.class,
          DiffCommand.class,
          InspectCommand.class,
          PilotCommand.class,
          ReviewCommand.class,
          ServeCommand.class,
          ImportCommand.class,
          ExportCommand.class,
          MapCommand.class);

  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
    int code = run(out, err, args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /**
   * What reads a command line. Where it begins with a command's name, the options of the others are
   * not looked at, which saves a tenth of a second.
   */
  static CommandLine commandLine(String... args) {
    CommandLine all = new CommandLine(new Main());
    COMMANDS.stream()
        .filter(it -> args.length > 0 && name(it).equals(args[0]))
        .findFirst()
        .map(List::<Class<?>>of)
        .orElse(COMMANDS)
        .forEach(all::addSubcommand);
    return all;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  /** Runs one command and says how it ended. */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine command = commandLine(args);
    command.setOut(out);
    command.setErr(err);
    command.setParameterExceptionHandler(
        (wrong, arguments) -> {
          err.println("rebound: " + wrong.getMessage());
          CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
          err.println(
              "See: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
          return WRONG_USAGE;
        });
    command.setExecutionExceptionHandler(
        (failure, line, parsed) -> {
          if (exhausted(failure).isPresent()) {
            return sayExhausted(exhausted(failure).get(), err);
          }
          if (failure instanceof PublishFailure unfit) {
            err.println(unfit.getMessage());
            err.println("Nothing was published.");
            return CONTENT_HAS_ERRORS;
          }
          err.println("rebound: " + inWords(failure));
          return CANNOT_READ_OR_WRITE;
        });
    int code;
    try {
      code = command.execute(args);
    } catch (OutOfMemoryError | StackOverflowError end) {
      code = sayExhausted(end, err);
    }
    out.flush();
    err.flush();
    return code;
  }

  /** Whether it was Java's own limits that a failure comes from, on whatever thread. */
  static Optional<Error> exhausted(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof OutOfMemoryError || at instanceof StackOverflowError) {
        return Optional.of((Error) at);
      }
    }
    return Optional.empty();
  }

  static int sayExhausted(Error end, PrintWriter err) {
    if (end instanceof OutOfMemoryError) {
      err.println(
          "rebound: this needs more memory than the %,d MiB that Java may take here. Nothing was published."
              .formatted(Runtime.getRuntime().maxMemory() >> 20));
      err.println(
          "Build one course at a time (--course), or allow more: JAVA_TOOL_OPTIONS=-Xmx4g.");
    } else {
      err.println(
          "rebound: something in the content or templates is nested too deep. Nothing was published.");
      err.println("Undo the latest change, and please report it: this should be a finding.");
    }
    return CANNOT_READ_OR_WRITE;
  }

  /**
   * What went wrong outside the content: a file, a disk, a template. Anything else is a fault of
   * ours.
   */
  private static String inWords(Exception failure) {
    if (failure instanceof IOException file) {
      return FailureText.of(file);
    }
    if (failure instanceof UncheckedIOException file) {
      return FailureText.of(Objects.requireNonNull(file.getCause()));
    }
    StackTraceElement[] trace = failure.getStackTrace();
    return "a fault of Rebound's own, please report it: "
        + failure
        + (trace.length == 0 ? "" : " (" + trace[0] + ")");
  }

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(spec.commandLine().getOut());
  }

  /** The version in the jar's manifest, which build of it this is, and on what it runs. */
  static final class Version implements CommandLine.IVersionProvider {
    static String text() {
      String version = Main.class.getPackage().getImplementationVersion();
      return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() throws IOException {
      Optional<Path> tool = CacheOption.tool();
      return new String[] {
        "rebound "
            + text()
            + (tool.isEmpty()
                ? ""
                : ", build " + Sha256.of(Files.readAllBytes(tool.get())).substring(0, 12))
            + ", Java "
            + Runtime.version().feature()
      };
    }
  }
}
