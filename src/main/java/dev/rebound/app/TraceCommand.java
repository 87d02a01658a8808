package dev.rebound.app;

import dev.rebound.check.Impact;
import dev.rebound.check.Trace;
import dev.rebound.course.Content;
import dev.rebound.course.Question;
import dev.rebound.source.Nearest;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
 * {@code rebound trace [principle:ID]}: what a principle rests on, and what rests on it; {@code
 * --changed GITREF}: what the changes since a commit touch.
 */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description =
        "Lists the principles and what they are tied to, all that is tied to one, or what changed.")
final class TraceCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "principle:ID",
      arity = "0..1",
      description = "The principle to follow; all in short when left out.")
  private @Nullable String wanted;

  @Option(
      names = "--changed",
      paramLabel = "GITREF",
      description = "List what the changes of the content since this commit touch instead.")
  private @Nullable String since;

  @Mixin private ContentOption content = new ContentOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter out = command.commandLine().getOut();
    Content loaded = content.load();
    if (since != null) {
      if (wanted != null) {
        throw new ParameterException(
            command.commandLine(), "Ask for a principle or for --changed, not for both.");
      }
      changed(GitFolder.load(content, since, command.commandLine()), loaded, out);
      return Main.CLEAN;
    }
    Trace trace = Trace.of(loaded);
    if (wanted == null) {
      summary(trace, out);
      return Main.CLEAN;
    }
    String id = wanted.startsWith("principle:") ? wanted.substring("principle:".length()) : wanted;
    Optional<Trace.Row> row = trace.row(id);
    if (row.isEmpty()) {
      List<String> names = trace.rows().stream().map(r -> r.principle().id().value()).toList();
      throw new ParameterException(
          command.commandLine(),
          "There is no principle \"" + id + "\". " + Nearest.hint(id, names));
    }
    out.println(row.get().principle().says().plain());
    for (Trace.Role role : Trace.Role.values()) {
      for (Trace.Use use : row.get().uses()) {
        if (use.role() == role) {
          out.println(
              use.span()
                  + ": "
                  + role.word()
                  + " "
                  + use.kind().word()
                  + " "
                  + use.id()
                  + use.level().map(level -> " (" + level.word() + ")").orElse(""));
        }
      }
    }
    return Main.CLEAN;
  }

  private void changed(Content before, Content after, PrintWriter out) {
    Impact impact = Impact.between(before, after);
    for (Impact.Touched one : impact.touched()) {
      out.println(one.span() + ": " + one.kind() + " " + one.id() + ": " + one.why());
    }
    impact
        .courses()
        .forEach(
            course ->
                out.println(
                    "course "
                        + course
                        + ": to be made again: "
                        + String.join(", ", Catalog.OUTPUTS)));
    if (impact.touched().isEmpty()) {
      out.println("Nothing that a learner meets has changed since " + since + ".");
    }
  }

  private static void summary(Trace trace, PrintWriter out) {
    int width =
        trace.rows().stream().mapToInt(r -> r.principle().id().value().length()).max().orElse(9);
    String format = "%-" + Math.max(9, width) + "s  %7s  %6s  %8s  %6s  %6s  %4s%n";
    out.printf(format, "principle", "source", "lesson", "dialogue", "tested", "apply+", "card");
    for (Trace.Row row : trace.rows()) {
      int tested = 0;
      for (Question.Level level : Question.Level.values()) {
        tested += row.testedAt(level).size();
      }
      int applied =
          row.testedAt(Question.Level.APPLY).size() + row.testedAt(Question.Level.ANALYSE).size();
      out.printf(
          format,
          row.principle().id().value(),
          row.of(Trace.Kind.EXCERPT).size() + row.of(Trace.Kind.CITATION).size(),
          row.of(Trace.Kind.LESSON).size(),
          row.of(Trace.Kind.DIALOGUE).size(),
          tested,
          applied,
          row.of(Trace.Kind.CARD).size());
    }
  }
}
