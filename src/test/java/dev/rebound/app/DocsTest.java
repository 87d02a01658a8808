package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/** Links in the documents lead somewhere, and commands in them are commands of ours. */
class DocsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]+`");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)(?:^|(?<=`)|\\$ )(?:\\./)?rebound +([a-z][^`\n#|>]*)");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      String text = CODE.matcher(Files.readString(document)).replaceAll("");
      for (String link : LINK.matcher(text).results().map(it -> it.group(1)).toList()) {
        if (!link.matches("[a-z]+:.*") && !leads(document, link)) {
          broken.add(document + ": " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyCommandIsOneOfOurs() throws IOException {
    List<String> unknown = new ArrayList<>();
    int commands = 0;
    for (Path document : documents()) {
      String codes =
          CODE.matcher(Files.readString(document))
              .results()
              .map(MatchResult::group)
              .collect(Collectors.joining("\n"));
      Matcher matcher = COMMAND.matcher(codes);
      while (matcher.find()) {
        String command = matcher.group(1).strip().replaceAll(" {2,}.*| && .*", "");
        if (command.contains(": ")) {
          continue; // what an export writes into a question's comment
        }
        commands++;
        why(command).ifPresent(it -> unknown.add(document + ": rebound " + command + ": " + it));
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(commands).isGreaterThan(40);
  }

  private static Optional<String> why(String command) {
    // What may be left out stands in brackets; a name of two words is in quotes.
    String[] words =
        command
            .replaceAll("[\\[\\]]", "")
            .replaceAll("\\bN\\b", "1")
            .replaceAll("\"[^\"]*\"", "text")
            .split(" +");
    try {
      Main.commandLine(words).parseArgs(words);
      return Optional.empty();
    } catch (MissingParameterException half) {
      return Optional.empty(); // a command that is talked of, not shown
    } catch (ParameterException wrong) {
      return Optional.of(String.valueOf(wrong.getMessage()));
    }
  }

  private static boolean leads(Path document, String link) throws IOException {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path target = path.isEmpty() ? document : document.resolveSibling(path).normalize();
    return Files.exists(target)
        && (hash < 0 || headings(target).contains(link.substring(hash + 1)));
  }

  /** As code hosts make them: lower case, signs left out, blanks as hyphens. */
  private static Set<String> headings(Path document) throws IOException {
    try (Stream<String> lines = Files.lines(document)) {
      return lines
          .filter(line -> line.matches("#+ .*"))
          .map(line -> line.replaceFirst("#+ ", "").strip().toLowerCase(Locale.ROOT))
          .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
          .collect(Collectors.toSet());
    }
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md", "bench/README.md", "site/README.md")
                  .map(Path::of),
              docs.filter(it -> it.toString().endsWith(".md")))
          .sorted()
          .toList();
    }
  }
}
