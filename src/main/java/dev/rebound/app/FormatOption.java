package dev.rebound.app;

import picocli.CommandLine.Option;

/** {@code --format}, the same for every command that reports. */
final class FormatOption {
  enum Format {
    text,
    json,
    sarif,
    editor
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Format value = Format.text;
}
