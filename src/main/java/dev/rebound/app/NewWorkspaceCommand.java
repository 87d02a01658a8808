package dev.rebound.app;

import dev.rebound.load.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rebound new workspace DIR}: what a folder of one's own needs before its first course. */
@Command(
    name = "workspace",
    mixinStandardHelpOptions = true,
    description =
        "Makes a folder for courses of your own: settings, what Git leaves out, and what VS Code"
            + " needs to complete, check and open them.")
final class NewWorkspaceCommand implements Callable<Integer> {
  /** What is copied from {@code /new/workspace/}, and where to. */
  private static final List<String> FILES =
      List.of(
          "content/rebound.yaml",
          "gitignore",
          "vscode/settings.json",
          "vscode/tasks.json",
          "vscode/extensions.json",
          "vscode/rebound.code-snippets");

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = ".",
      description = "The folder (default: this one).")
  private Path folder = Path.of(".");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandSpec command = Objects.requireNonNull(spec);
    Map<Path, byte[]> files = new LinkedHashMap<>();
    for (String name : FILES) {
      String path = name.replaceFirst("^(gitignore|vscode)", ".$1");
      files.put(folder.resolve(path), resource("/new/workspace/" + name));
    }
    for (String kind : Schema.KINDS) {
      String name = kind + ".schema.json";
      files.put(folder.resolve(".vscode/schemas/" + name), resource("/schemas/" + name));
    }
    List<String> taken =
        files.keySet().stream()
            .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
            .map(Path::toString)
            .toList();
    if (!taken.isEmpty()) {
      throw new ParameterException(
          command.commandLine(),
          taken.get(0) + " is there already. Nothing was written; choose another folder.");
    }
    boolean isNew = !Files.exists(folder);
    Files.createDirectories(folder);
    try {
      NewFiles.write(folder, files);
    } catch (IOException failure) {
      if (isNew) {
        removeEmpty(folder);
      }
      throw failure;
    }
    PrintWriter out = command.commandLine().getOut();
    out.println("Made " + folder.normalize().toAbsolutePath() + ". Next, in it:");
    out.println("  rebound new course my-course --content content");
    out.println("  rebound serve");
    return Main.CLEAN;
  }

  private static void removeEmpty(Path folder) throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      if (left.findAny().isEmpty()) {
        Files.delete(folder);
      }
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = NewWorkspaceCommand.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
