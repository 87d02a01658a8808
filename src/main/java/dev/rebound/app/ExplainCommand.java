package dev.rebound.app;

import dev.rebound.source.Nearest;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rebound explain RULE}: the rule's page, in the terminal. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Prints what a rule wants, why, and how to satisfy it.")
final class ExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RULE", description = "The name in brackets after a finding.")
  private String rule = "";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandSpec command = Objects.requireNonNull(spec);
    Map<String, String> pages = RulePages.all();
    pages.putAll(RulePages.packages());
    List<String> names = pages.keySet().stream().sorted().toList();
    Optional<String> found = names.stream().filter(name -> name.equalsIgnoreCase(rule)).findFirst();
    if (found.isEmpty()) {
      List<String> near = Nearest.bySpelling(rule, names);
      throw new ParameterException(
          command.commandLine(),
          "There is no rule \""
              + rule
              + "\". "
              + (near.isEmpty()
                  ? "The rules: " + String.join(", ", names) + "."
                  : "Nearest: " + String.join(", ", near) + "."));
    }
    PrintWriter out = command.commandLine().getOut();
    out.print(pages.get(found.get()));
    return Main.CLEAN;
  }
}
