package dev.rebound.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rebound.CountedText;
import dev.rebound.source.Block;
import dev.rebound.source.Markup;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reading Markdown takes time in proportion to its length, or is refused: of a text that is four
 * times as long, about four times as many characters are looked at. {@code mvn -Pfuzz test
 * -Dtest=MarkdownWorkTest#repeated} looks for more fragments, and there time counts, too.
 */
@Tag("slow")
class MarkdownWorkTest {
  /** What makes parsers go back, or look ahead to an end that never comes. */
  private static final List<String> FRAGMENTS =
      List.of(
          "[",
          "![",
          "]",
          "[]",
          "[a](",
          "[a](<",
          "[a](b \"",
          "[[a](b)",
          "![a](b ",
          "[a][",
          "[\\",
          "*a_ ",
          "*",
          "*a **b ",
          "a**b",
          "_a",
          "***a ",
          "**__",
          "`",
          "`` ",
          "`a`` ",
          "[`",
          "*`",
          "<",
          "<a ",
          "<a b=\"",
          "<!--",
          "<!-- ",
          "<?",
          "<!A",
          "<![CDATA[",
          "</a",
          "<http://a",
          "<a@b",
          "&",
          "&a",
          "&#x",
          "&amp;",
          "\\",
          "\\[",
          "\\*",
          "\\\n",
          "> ",
          ">\n",
          "> a\n",
          "> - a\n",
          "* ",
          "- ",
          "- a\n",
          "- a\n\n",
          "- - a\n",
          "1. ",
          "1. a\n",
          "1. a\n\n",
          "|",
          "| a ",
          "|-",
          "a|b\n-|-\n",
          "| a |\n|---|\n",
          "#",
          "# a\n",
          "=\n",
          "a\n=\n",
          "a\n---\n\n",
          "-\n",
          "---\n",
          "***\n",
          "[a]: ",
          "[a]: b\n",
          "[a]: <b",
          "[a]: /b 'c\n",
          "[a]:\n\n",
          "```\n",
          "```\n\n",
          "~~~a\n",
          "`\n",
          "    a\n",
          "    a\n\n",
          "a\n    b\n\n",
          "\ta\n\n",
          "- a\n\n      b\n\n",
          "a\n",
          "a\n\n",
          " \n",
          "\n",
          "  ",
          "\t",
          "a  \n",
          "(",
          "a)",
          "\"",
          "'a ",
          "<div>\n",
          "<div>\n\n",
          "<pre>\n",
          "<b>",
          "...",
          "!",
          "\u0301",
          "\u00ad",
          "\u200b",
          "\uD83C\uDF0A",
          "word ",
          "a");

  /** Ends of lines between the repeats: lines of one fragment, lines as long as they may be. */
  private static final List<Integer> WIDTHS = List.of(1, 80, 9_000);

  private static final int SHORT = 10_000;

  static Stream<String> fragments() {
    return FRAGMENTS.stream();
  }

  @ParameterizedTest
  @MethodSource("fragments")
  void fourTimesTheTextIsFourTimesTheWork(String fragment) {
    for (int width : WIDTHS) {
      for (String end : List.of("\n", "\n\n")) {
        assertProportional(
            repeated(fragment, width, end, SHORT), repeated(fragment, width, end, 4 * SHORT));
      }
    }
  }

  /** Flexmark's own sequence of the lines of code takes the square of their number to make. */
  @Test
  void codeKeepsItsBlankLines() {
    assertThat(blocks("    a\n\n".repeat(9))).isEqualTo("a\n\n".repeat(8) + "a\n");
    assertThat(blocks("```\na\n\n```\n")).isEqualTo("a\n\n");
    assertThat(blocks("- ```\n  a\n\n  b\n  ```\n")).isEqualTo("a\n\nb\n");
  }

  static Stream<byte[]> repeated() {
    // Each by itself is tried above.
    int seeds = System.getenv("JAZZER_FUZZ") == null ? 1 : FRAGMENTS.size();
    return FRAGMENTS.stream().limit(seeds).map(it -> ("a" + it).getBytes(StandardCharsets.UTF_8));
  }

  /** The first byte chooses how the rest is repeated. */
  @MethodSource
  @DictionaryEntries({
    "[",
    "](",
    "![",
    "*",
    "_",
    "`",
    "<",
    "<!--",
    "&#",
    "\\\\",
    "> ",
    "- ",
    "1. ",
    "|",
    "\\x0a",
    "\\x0a\\x0a",
    "    ",
    "[a]: "
  })
  @FuzzTest
  void repeated(byte[] input) {
    if (input.length < 2 || input.length > 100) {
      return;
    }
    String fragment = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
    int width = WIDTHS.get((input[0] & 0xff) % WIDTHS.size());
    String end = (input[0] & 0x80) == 0 ? "\n" : "\n\n";
    assertProportional(
        repeated(fragment, width, end, SHORT), repeated(fragment, width, end, 4 * SHORT));
    if (System.getenv("JAZZER_FUZZ") != null) {
      // What is not seen by counting; far from what a busy machine makes of a few milliseconds.
      long once = nanoseconds(repeated(fragment, width, end, 10 * SHORT));
      long fourTimes = nanoseconds(repeated(fragment, width, end, 40 * SHORT));
      assertThat(fourTimes > 3_000_000_000L && fourTimes / 12 > once)
          .as("%s ms, then %s ms: %s", once / 1_000_000, fourTimes / 1_000_000, fragment)
          .isFalse();
    }
  }

  private static void assertProportional(String text, String longer) {
    long once = work(text);
    long fourTimes = work(longer);
    assertThat(fourTimes)
        .as(() -> shown(text) + " " + once + " and " + fourTimes)
        .isLessThanOrEqualTo(6 * once + 60_000);
  }

  /** How many characters Flexmark looks at; none where the text is refused before. */
  private static long work(String text) {
    if (isRefused(text)) {
      return 0;
    }
    CountedText counted = new CountedText(text);
    MarkdownReader.document(counted);
    assertThat(counted.looks()).isPositive();
    return counted.looks();
  }

  private static boolean isRefused(String text) {
    return text.lines().anyMatch(line -> line.length() > ContentFolder.MAX_LINE)
        || MarkdownLimits.tooMuch(text, (from, to) -> SourceSpan.wholeFile("in.md")).isPresent();
  }

  private static long nanoseconds(String text) {
    if (isRefused(text)) {
      return 0;
    }
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    MarkdownReader.blocks(new SourceFile("in.md", text), 0, Typography.of("en"), problem -> {});
    return threads.getCurrentThreadCpuTime() - start;
  }

  private static String repeated(String fragment, int width, String end, int length) {
    StringBuilder line = new StringBuilder(fragment);
    while (line.length() + fragment.length() <= width) {
      line.append(fragment);
    }
    line.append(end);
    return line.toString().repeat(Math.max(1, length / line.length()));
  }

  private static String blocks(String text) {
    StringBuilder code = new StringBuilder();
    Markup.eachBlock(
        MarkdownReader.blocks(new SourceFile("in.md", text), 0, Typography.of("en"), problem -> {})
            .orElseThrow(),
        block -> {
          if (block instanceof Block.CodeBlock it) {
            code.append(it.text());
          }
        });
    return code.toString();
  }

  private static String shown(String text) {
    return text.substring(0, Math.min(40, text.length())).replace("\n", "\\n");
  }
}
