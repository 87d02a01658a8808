package dev.rebound.app;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rebound new}: says what it makes. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Makes a small working example to edit.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {NewCourseCommand.class, NewSheetCommand.class, NewWorkspaceCommand.class})
final class NewCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(spec.commandLine().getOut());
  }
}
