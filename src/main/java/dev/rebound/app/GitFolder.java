package dev.rebound.app;

import dev.rebound.course.Content;
import dev.rebound.load.ContentLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The content as a commit has it, read by Git itself into a folder that is removed again. */
final class GitFolder {
  private GitFolder() {}

  /**
   * @param commit whatever Git understands as one: a hash, {@code main}, {@code HEAD~3}, a tag
   * @throws ParameterException when Git knows no such commit, or no content in it
   */
  static Content load(ContentOption content, String commit, CommandLine command)
      throws IOException {
    Path folder = content.folder.toAbsolutePath();
    if (!Files.isDirectory(folder)) {
      throw new java.nio.file.NoSuchFileException(content.name());
    }
    if (!run(folder, "rev-parse", "--git-dir").ok) {
      throw new ParameterException(command, content.name() + " is not in a Git repository.");
    }
    Result known =
        run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", commit + "^{commit}");
    if (!known.ok) {
      throw new ParameterException(command, "Git knows no commit \"" + commit + "\".");
    }
    Path copy = Files.createTempDirectory("rebound-");
    try {
      String hash = new String(known.output, StandardCharsets.UTF_8).strip();
      Result archive = run(folder, "archive", "--format=zip", hash);
      if (!archive.ok) {
        throw new ParameterException(
            command, "commit \"" + commit + "\" has no folder " + content.name() + ".");
      }
      unpack(archive.output, copy);
      return new ContentLoader(Catalog.questionTypes()).load(copy, content.name());
    } finally {
      delete(copy);
    }
  }

  private record Result(boolean ok, byte[] output) {}

  private static Result run(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException missing) {
      throw new IOException("Git is needed for this and could not be started.", missing);
    }
    process.getOutputStream().close();
    byte[] output = process.getInputStream().readAllBytes();
    try {
      return new Result(process.waitFor() == 0, output);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Git was running.", interrupted);
    }
  }

  private static void unpack(byte[] zip, Path into) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = into.resolve(entry.getName()).normalize();
        if (file.startsWith(into) && !entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.copy(in, file);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException failure) {
                  throw new UncheckedIOException(failure);
                }
              });
    }
  }
}
