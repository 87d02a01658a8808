package dev.rebound.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Problem;
import dev.rebound.source.Prose;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The plain reader reads what Flexmark reads, to the last place and problem, or it declines. Files
 * are compared as they are and mixed up by a fixed seed; {@code -Drebound.mixtures=500000} mixes
 * more than a build has time for.
 */
class PlainMarkdownTest {
  private static final int MIXTURES = Integer.getInteger("rebound.mixtures", 4_000);

  private static final Typography ENGLISH = Typography.of("en");

  /** Whatever means something to Markdown, or to one of its readers. */
  private static final List<String> FRAGMENTS =
      List.of(
          "*",
          "**",
          "***",
          "_",
          "__",
          "`",
          "``",
          "```",
          "```\n",
          "~~~\n",
          "[",
          "]",
          "](",
          "](a)",
          "![",
          "!",
          "(",
          ")",
          "<",
          ">",
          "<b>",
          "<!--",
          "&",
          "&amp;",
          "& ",
          "\\",
          "|",
          "|---|",
          "||",
          "---",
          "===",
          "- ",
          "+ ",
          "* ",
          "1. ",
          "2) ",
          "10. ",
          "# ",
          "## ",
          " #",
          "> ",
          ">",
          "\n",
          "\n\n",
          "\n\n\n",
          " ",
          "  ",
          "  \n",
          "    ",
          "\t",
          "\"",
          "'",
          "'9",
          "\"*",
          "*\"",
          "—",
          "— ",
          "-- ",
          "…",
          "“",
          "”",
          ":",
          "[a]: b",
          "[^1]",
          "[x](lesson:a)",
          "[·](principle:a)",
          "[a](b)",
          "[a](excerpt:a/b)",
          "\n> — [A](excerpt:a/b)",
          "\n> ",
          "\n>\n> ",
          "\n- ",
          "\n  ",
          "\n   ",
          "\n1. ",
          "\n2. ",
          "\n| a | b |\n|---|---|\n| c | d |\n",
          "| ",
          " |",
          "|\n",
          "\n```question a/b\n```\n",
          "\n```chart\ntype: bars\n```\n",
          "```dialogue a\n",
          "é",
          "日",
          "١",
          "1",
          "\u00A0",
          "\u3000",
          "\u2028",
          "\u0000",
          "\u0007",
          "\u00AD",
          "\u0301",
          "\uD83C\uDF0A",
          "\uFEFF",
          "https://a.b",
          "a@b.c",
          "$",
          "€",
          "^",
          "~",
          "%",
          "{",
          "}");

  @Test
  void filesAsTheyAre() {
    for (String body : bodies()) {
      compare(body);
    }
  }

  @Test
  void theSampleIsReadPlain() {
    List<String> declined = new ArrayList<>();
    List<Path> files = markdown(Path.of("content"));
    for (Path path : files) {
      SourceFile file = file(body(path));
      if (PlainMarkdown.blocks(file, FRONT.length(), ENGLISH, problem -> {}).isEmpty()) {
        declined.add(path.toString());
      }
    }
    assertThat(declined).hasSizeLessThan(files.size() / 10);
  }

  @Test
  void filesMixedUp() {
    Random random = new Random(20261122);
    List<String> bodies = bodies();
    int read = 0;
    for (int i = 0; i < MIXTURES; i++) {
      read += compare(mixed(bodies, random)) ? 1 : 0;
    }
    assertThat(read).isGreaterThan(MIXTURES / 10);
  }

  @Test
  void linesAsProse() {
    Random random = new Random(20261123);
    List<String> lines = bodies().stream().flatMap(String::lines).distinct().toList();
    int read = 0;
    for (int i = 0; i < MIXTURES; i++) {
      String line = lines.get(random.nextInt(lines.size()));
      read += compareProse(i % 4 == 0 ? line : mixed(line, line, random), i % 2 == 0) ? 1 : 0;
    }
    assertThat(read).isGreaterThan(MIXTURES / 10);
  }

  /** What a seed may miss. */
  @Test
  void whatIsEasilyMisread() {
    for (String body :
        List.of(
            "a \nb",
            "a  \nb",
            "a  ",
            "*a*  \nb",
            "[ a](lesson:b)",
            "[a ](lesson:b)",
            "[a\nb](lesson:b)",
            "[\na](lesson:b)",
            "a\u2003\nb\u2028\nc",
            "## a\u2003",
            "- a\u2029\n- b\u3000",
            "|\u2003a|\n|---|\n|b\u2028|",
            "####### a",
            "## a ##",
            "## a\\#",
            "#a",
            "| a |\n|---|\n| --- |",
            "| a |\n|---|\n| :-: |\n| b |",
            "| --- |\n| --- |\n| a |",
            "| *a | b* |\n|---|---|\n| c | d |",
            "| `a | b` |\n|---|---|\n| c | d |",
            "| [a | b](c) |\n|---|---|\n| c | d |",
            "| |\n|---|\n|  |",
            "|a|\n|-|\n|b|",
            "|a|b|\n|---|---|\n|c|",
            "|a|\n|---|\nb",
            "a\n|b|\n|---|\n|c|",
            "- a\n\n- b",
            "- a\n\n1. b",
            "- a\n1. b",
            "- a\nb",
            "- a\n\n  b",
            "2. a\n2. b\n7. c",
            "007. a",
            "1234567890. a",
            "a\n1. b",
            "a\n2. b",
            "> a\nb",
            "> a\n\n> b",
            "> a\n>\n> — [b](excerpt:c/d)",
            "> a\n> — [b](excerpt:c/d)",
            "> a\n>",
            "```x\na\n ```\n",
            "```x\na\n````\n",
            "```x\na",
            "```x",
            "```question\n```",
            "```question a/b\nc\n```",
            "```chart\n```",
            "```chart\n\n```",
            "```\n\n```",
            "*a**b*",
            "**a*b**",
            "***a***",
            "*a *b*",
            "a*b*c",
            "*(a)*b",
            "a*(b)*",
            "*a_b_*",
            "_a_ b",
            "![a](b.svg) [*a*](lesson:b) *[a](lesson:b)*",
            "'[a](nope:b)'9 \"*a*\"",
            "[a](nope:b)c [d](nope) [e](f:g)'s",
            "[a]: b\n\n[a]",
            "[a](<b>) [c](d \"e\") [f](g(h))",
            "a & b &c; &amp; \\*",
            "a\n===\nb\n---",
            "---",
            "* a\n+ b",
            "   a\n    b",
            "<b>a</b>",
            "\uFEFFa \u0000b\u0301")) {
      compare(body);
      compare(body + "\n");
      compare("a\n\n" + body + "\n\nb\n");
      compare("# a\n" + body + "\n# b\n");
      body.lines().forEach(line -> compareProse(line, true));
    }
  }

  /** What is refused for its size is refused by both, or the plain reader leaves it. */
  @Test
  void sizesNearTheLimits() {
    for (int n : List.of(500, 664, 665, 666, 667, 668, 800, 998, 999, 1000, 1001, 1002, 1400)) {
      for (String line :
          List.of("a\n", "*a* [b](card:c)\n", "[a](card:b)\n", "`a`\n", "a_b & c\n", "**a**\n")) {
        compare(line.repeat(n));
        compare((line + "\n").repeat(n));
        compare("- " + line.repeat(n).replace("\n", "\n  ").strip());
        compare("> " + line.repeat(n).replace("\n", "\n> ").strip().replaceAll("\n>$", ""));
        compareProse(line.strip().repeat(n), true);
      }
      compare("- a\n".repeat(n));
      compare("```x\na" + "`*_".repeat(n) + "\n```\n");
      compare("```x\n" + "a\n".repeat(n) + "```\n");
    }
    for (int n = 10; n < 130; n++) {
      compare("|" + " a |".repeat(n) + "\n|" + "---|".repeat(n) + "\n");
      for (String before : List.of("-", "- ", ">", "+ ", "1. ", " ", "11", "1 ", "*", ".", "|")) {
        String opening = before.repeat(n);
        compare("```x\na\n" + opening + " a\n```\n");
        compare(opening + "a\n");
        compare("1990 " + opening + "a\n");
        compare("- " + opening + "a\n");
        compareProse("1 " + opening + "*a*", true);
      }
    }
  }

  /** So that places are not those of the body's own start. */
  private static final String FRONT = "---\ntitle: A\n---\n";

  private static SourceFile file(String body) {
    return new SourceFile("in.md", FRONT + body);
  }

  /**
   * Holds both readers against each other.
   *
   * @return whether the plain one read it
   */
  static boolean compare(String body) {
    SourceFile file = file(body);
    List<Problem> problems = new ArrayList<>();
    Optional<List<Block>> plain =
        PlainMarkdown.blocks(file, FRONT.length(), ENGLISH, problems::add);
    if (plain.isEmpty()) {
      assertThat(problems).as("%s", body).isEmpty();
      return false;
    }
    List<Problem> expected = new ArrayList<>();
    List<Block> blocks = FlexmarkReader.blocks(file, FRONT.length(), ENGLISH, expected::add);
    for (int i = 0; i < Math.min(blocks.size(), plain.get().size()); i++) {
      assertThat(plain.get().get(i)).as("%s", body).isEqualTo(blocks.get(i));
    }
    assertThat(plain.get()).as("%s", body).hasSameSizeAs(blocks);
    assertThat(problems).as("%s", body).isEqualTo(expected);
    return true;
  }

  /** The same for one text of a YAML file. */
  static boolean compareProse(String line, boolean exact) {
    SourceSpan start = new SourceSpan("in.yaml", 7, 9);
    Raw.Scalar text = new Raw.Scalar(start, line, Raw.ScalarType.TEXT, exact);
    List<Problem> problems = new ArrayList<>();
    Optional<List<Inline>> plain = PlainMarkdown.prose(text, ENGLISH, problems::add);
    if (plain.isEmpty()) {
      assertThat(problems).as("%s", line).isEmpty();
      return false;
    }
    List<Problem> expected = new ArrayList<>();
    Prose prose = FlexmarkReader.prose(text, ENGLISH, expected::add);
    assertThat(new Prose(start, plain.get())).as("%s", line).isEqualTo(prose);
    assertThat(problems).as("%s", line).isEqualTo(expected);
    return true;
  }

  /** Each file's Markdown without its front matter: lessons, cards and what breaks them. */
  private static List<String> bodies() {
    List<String> bodies = new ArrayList<>();
    for (String root : List.of("content", "src/test/courses")) {
      markdown(Path.of(root)).forEach(path -> bodies.add(body(path)));
    }
    return bodies.stream().distinct().toList();
  }

  private static List<Path> markdown(Path root) {
    return Courses.files(root).stream().filter(path -> path.toString().endsWith(".md")).toList();
  }

  private static String body(Path path) {
    try {
      String text = new SourceFile("in.md", new String(Files.readAllBytes(path), UTF_8)).text();
      int closing = text.startsWith("---\n") ? text.indexOf("\n---\n") : -1;
      return closing < 0 ? text : text.substring(closing + "\n---\n".length());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String mixed(List<String> bodies, Random random) {
    String one = bodies.get(random.nextInt(bodies.size()));
    String other = bodies.get(random.nextInt(bodies.size()));
    // A short text is compared sooner, and breaks no less.
    return mixed(excerpt(one, random), excerpt(other, random), random);
  }

  private static String excerpt(String body, Random random) {
    String[] lines = body.split("(?<=\n)", -1);
    int first = random.nextInt(lines.length);
    int count = 1 + random.nextInt(12);
    return String.join("", List.of(lines).subList(first, Math.min(lines.length, first + count)));
  }

  private static String mixed(String one, String other, Random random) {
    StringBuilder text = new StringBuilder(one);
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && !text.isEmpty(); i++) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + 1 + random.nextInt(i == 0 ? 3 : 30));
      String piece = text.substring(from, to);
      int lineFrom = text.lastIndexOf("\n", from) + 1;
      switch (random.nextInt(9)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(random.nextInt(text.length()), piece);
        case 2, 3 -> text.insert(from, fragment(random));
        case 4 -> text.insert(lineFrom, fragment(random));
        case 5 -> text.replace(from, to, fragment(random));
        case 6 -> text.insert(mark(text, from), fragment(random));
        case 7 -> text.insert(lineFrom, excerpt(other, random));
        default -> text.replace(from, Math.min(text.length(), from + 1), "");
      }
    }
    return text.toString();
  }

  /** The next place where something that is no word stands. */
  private static int mark(StringBuilder text, int from) {
    int at = from;
    while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == ' ')) {
      at++;
    }
    return at;
  }

  private static String fragment(Random random) {
    return FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
  }
}
