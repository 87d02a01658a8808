package dev.rebound.app;

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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rebound trace [principle:ID]}: what a principle rests on, and what rests on it. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = "Lists the principles with what they are tied to, or everything tied to one.")
final class TraceCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "principle:ID",
      arity = "0..1",
      description = "The principle to follow; all in short when left out.")
  private @Nullable String wanted;

  @Mixin private ContentOption content = new ContentOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter out = command.commandLine().getOut();
    Content loaded = content.load();
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
