package dev.rebound.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rebound.Courses;
import dev.rebound.app.Catalog;
import dev.rebound.check.Checker;
import dev.rebound.check.ReportText;
import dev.rebound.check.quotation.LockFile;
import dev.rebound.check.quotation.SourceLocker;
import dev.rebound.course.Source;
import dev.rebound.course.SourceText;
import dev.rebound.source.Block;
import dev.rebound.source.Finding;
import dev.rebound.source.Markup;
import dev.rebound.source.Problem;
import dev.rebound.source.Raw;
import dev.rebound.source.ScalarStyle;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes an author saves, the readers answer with findings at places that exist: no
 * exception, no hang. The corpus is every file of {@code src/test/courses}, good and bad, and in
 * {@code src/test/resources} what once crashed a reader. Normally it is replayed; {@code mvn -Pfuzz
 * test} starts from it and looks for more. Dictionaries are in libFuzzer's writing: what is no
 * printable ASCII stands as {@code \xAB}.
 */
@Tag("slow")
class ReadersFuzzTest {
  /** The files of the clean course, by their kind: the first byte of an input chooses one. */
  private static final List<String> FILES =
      List.of(
          "content/courses/harbour/quizzes/handover.yaml",
          "content/courses/harbour/lessons/handover.md",
          "content/courses/harbour/cards/handover.md",
          "content/courses/harbour/scenarios/fog.yaml",
          "content/courses/harbour/aids/handover.md",
          "content/courses/harbour/facilitator/handover.md",
          "content/courses/harbour/course.yaml",
          "content/dialogues/handover.md",
          "content/glossary.yaml",
          "content/principles/night-watch.yaml",
          "content/sources/night-watch.md",
          "content/sources/night-watch.lock",
          "content/rebound.yaml");

  private static final Checker CHECKER = new Checker(Catalog.rules());

  @TempDir private static Path temp;

  private static final TreeMap<String, byte[]> GOOD = new TreeMap<>();

  @AfterAll
  static void forget() {
    GOOD.clear();
  }

  static Stream<byte[]> yaml() {
    return corpus(name -> name.endsWith(".yaml") || name.endsWith(".lock"));
  }

  static Stream<byte[]> markdown() {
    return corpus(name -> name.endsWith(".md"));
  }

  static Stream<byte[]> source() {
    return corpus(name -> name.matches("(.*/sources/.*|.*source)\\.txt"));
  }

  /** The bad versions of the files of the clean course, and the good ones. */
  static Stream<byte[]> file() {
    return IntStream.range(0, FILES.size())
        .boxed()
        .flatMap(
            number ->
                corpus(name -> name.matches("(base|bad/[^/]+)/" + FILES.get(number)))
                    .map(bytes -> prefixed(number, bytes)));
  }

  /** The test courses' files of some names, each text once. */
  private static Stream<byte[]> corpus(Predicate<String> names) {
    Path courses = Path.of("src/test/courses");
    return Courses.files(courses).stream()
        .filter(file -> names.test(courses.relativize(file).toString().replace('\\', '/')))
        .map(ReadersFuzzTest::bytes)
        .map(ByteBuffer::wrap)
        .distinct()
        .map(ByteBuffer::array);
  }

  private static byte[] prefixed(int first, byte[] rest) {
    return ByteBuffer.allocate(1 + rest.length).put((byte) first).put(rest).array();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @MethodSource
  @DictionaryEntries({
    ": ",
    "- ",
    "\\x0a  ",
    "{",
    "}",
    "[",
    "]",
    "|\\x0a",
    ">-\\x0a",
    "\\\"",
    "'",
    "# ",
    "---\\x0a",
    "&a",
    "*a",
    "!!str ",
    "\\x09"
  })
  @FuzzTest
  void yaml(byte[] input) {
    SourceFile file = new SourceFile("in.yaml", new String(input, StandardCharsets.UTF_8));
    List<Problem> problems = new ArrayList<>();
    YamlReader.read(file, problems::add).ifPresent(raw -> assertPlaced(raw, file));
    problems.forEach(problem -> assertPlaced(problem.span(), file));
  }

  @MethodSource
  @DictionaryEntries({
    "](principle:",
    "](excerpt:a/b)",
    "> \\xe2\\x80\\x94 [A](excerpt:a/b)",
    "```dialogue ",
    "```",
    "| a |\\x0a|---|\\x0a",
    "\\x0a\\x0a",
    "**",
    "![",
    "<b>",
    "&amp;",
    "[\\xc2\\xb7](principle:a)",
    "\\\\",
    "1. ",
    "    "
  })
  @FuzzTest
  void markdown(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    SourceFile file = new SourceFile("in.md", text);
    List<Problem> problems = new ArrayList<>();
    List<Block> blocks =
        MarkdownReader.blocks(file, 0, Typography.of("en"), problems::add).orElse(List.of());
    Markup.eachBlock(blocks, block -> assertPlaced(block.span(), file));
    Markup.eachRun(
        blocks, run -> Markup.eachInline(run, inline -> assertPlaced(inline.span(), file)));
    problems.forEach(problem -> assertPlaced(problem.span(), file));
    Raw.Scalar line =
        new Raw.Scalar(
            file.span(0, file.text().length()),
            file.text(),
            Raw.ScalarType.TEXT,
            ScalarStyle.LITERAL);
    MarkdownReader.prose(file, line, Typography.of("en"), problem -> {})
        .inlines()
        .forEach(inline -> assertPlaced(inline.span(), file));
  }

  /** One file of a whole course: loaded, checked and reported. */
  @MethodSource
  @DictionaryEntries({
    "teaches: [",
    "applies: ",
    "breaks: ",
    "correct: true",
    "options:\\x0a",
    "# Front\\x0a",
    "# Back\\x0a",
    "# Poor\\x0a",
    "# Good\\x0a",
    "**A:** ",
    "Paragraph 5.\\x0a",
    "digest: \\\"",
    "windows: |\\x0a",
    "blocks: {",
    "quotation: {",
    "allow: {"
  })
  @FuzzTest
  void file(byte[] input) throws IOException {
    if (input.length > 0) {
      check(
          FILES.get((input[0] & 0xff) % FILES.size()),
          java.util.Arrays.copyOfRange(input, 1, input.length));
    }
  }

  /** A source's text, and the lock that is made of it. */
  @MethodSource
  @FuzzTest
  void source(byte[] input) throws IOException {
    Source record = Courses.load(Courses.BASE).source("night-watch").orElseThrow();
    SourceText text = SourceText.of(new String(input, StandardCharsets.UTF_8));
    SourceLocker.lock(record, text, "salt")
        .lock()
        .ifPresent(
            lock -> {
              List<Problem> problems = new ArrayList<>();
              assertThat(
                      LibraryReader.lock(
                          new SourceFile("in.lock", LockFile.of(lock)), problems::add))
                  .isPresent();
              assertThat(problems).isEmpty();
            });
  }

  /** The same without a fuzzer: each good file cut, doubled and mixed up, by a fixed seed. */
  @Test
  void everyFileMixedUp() throws IOException {
    Random random = new Random(20261122);
    for (String name : FILES) {
      byte[] good = Files.readAllBytes(Courses.BASE.resolve(name));
      for (int i = 0; i < 24; i++) {
        check(
            name,
            mixed(new String(good, StandardCharsets.UTF_8), random)
                .getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static final List<String> TOKENS =
      List.of(
          "\n",
          "\n\n",
          "  ",
          "\t",
          ": ",
          "- ",
          "# ",
          "> ",
          "`",
          "```\n",
          "*",
          "[",
          "](",
          ")",
          "|",
          "{",
          "}",
          "\"",
          "'",
          "&",
          "!",
          "%",
          "---\n",
          "\u0000",
          "\uFEFF",
          "\u2028",
          "\uD83C\uDF0A",
          "<!--",
          "999999999999",
          "null",
          "~",
          "-0",
          ".inf");

  private static String mixed(String good, Random random) {
    StringBuilder text = new StringBuilder(good);
    for (int i = 0; i < 1 + random.nextInt(4) && text.length() > 1; i++) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + 1 + random.nextInt(40));
      String piece = text.substring(from, to);
      switch (random.nextInt(4)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(random.nextInt(text.length()), piece);
        case 2 -> text.insert(from, TOKENS.get(random.nextInt(TOKENS.size())));
        default -> text.replace(from, to, TOKENS.get(random.nextInt(TOKENS.size())));
      }
    }
    return text.toString();
  }

  private static void check(String name, byte[] bytes) throws IOException {
    Path workspace = temp.resolve("workspace");
    if (GOOD.isEmpty()) {
      Courses.lay(workspace, Courses.BASE);
      for (String file : FILES) {
        GOOD.put(file, Files.readAllBytes(workspace.resolve(file)));
      }
    }
    Files.write(workspace.resolve(name), bytes);
    try {
      var content = Courses.load(workspace);
      var report = CHECKER.check(content, false).report();
      ReportText.of(report);
      for (Finding finding : report.findings()) {
        String file = finding.span().file();
        byte[] text = file.equals(name) ? bytes : GOOD.getOrDefault(file, new byte[0]);
        assertThat(finding.message()).isNotBlank();
        if (file.equals(name) || GOOD.containsKey(file)) {
          assertPlaced(
              finding.span(), new SourceFile(file, new String(text, StandardCharsets.UTF_8)));
        }
      }
    } finally {
      Files.write(workspace.resolve(name), GOOD.get(name));
    }
  }

  private static void assertPlaced(Raw raw, SourceFile file) {
    assertPlaced(raw.span(), file);
    if (raw instanceof Raw.Mapping mapping) {
      mapping.entries().forEach(entry -> assertPlaced(entry.key().span(), file));
      mapping.entries().forEach(entry -> assertPlaced(entry.value(), file));
    } else if (raw instanceof Raw.Sequence list) {
      list.items().forEach(item -> assertPlaced(item, file));
    }
  }

  /** Line and column are in the file, or the finding is about the file as a whole. */
  private static void assertPlaced(SourceSpan span, SourceFile file) {
    String[] lines = file.text().split("\n", -1);
    if (span.line() != 0) {
      assertThat(span.line()).as("%s", span).isBetween(1, lines.length);
      assertThat(span.column()).as("%s", span).isBetween(1, lines[span.line() - 1].length() + 1);
      assertThat(span.endLine()).as("%s", span).isBetween(span.line(), lines.length);
      assertThat(span.endColumn())
          .as("%s", span)
          .isBetween(
              span.endLine() == span.line() ? span.column() : 1,
              lines[span.endLine() - 1].length() + 1);
    }
  }
}
