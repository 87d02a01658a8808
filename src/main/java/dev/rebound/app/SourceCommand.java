package dev.rebound.app;

import picocli.CommandLine.Command;

/** {@code rebound source …} */
@Command(
    name = "source",
    mixinStandardHelpOptions = true,
    description = "Adds a source, or holds its excerpts against it again.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = SourceAddCommand.class)
final class SourceCommand {}
