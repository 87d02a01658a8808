package dev.rebound.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Dialogue;
import dev.rebound.course.Scenario;
import dev.rebound.course.Source;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Problem;
import dev.rebound.source.Prose;
import dev.rebound.source.Raw;
import dev.rebound.source.ScalarStyle;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every value and every piece of markup knows the line and column where an editor shows it. */
class PlacesTest {
  private static final Typography ENGLISH = Typography.of("en");
  private static final String FOG = "\uD83C\uDF2B";

  private final List<Problem> problems = new ArrayList<>();

  private Raw.Mapping yaml(String text) {
    return (Raw.Mapping) YamlReader.read(new SourceFile("x", text), problems::add).orElseThrow();
  }

  private static String at(SourceSpan span) {
    return span.line() + ":" + span.column();
  }

  private static String at(Raw raw) {
    return at(raw.span());
  }

  @Test
  void scalarsPointAtTheirFirstCharacterAfterTheQuote() {
    Raw.Mapping raw = yaml("a: plain\nb: \"double\"\nc:   'single'\nd:\n  below\ne: ~\n");
    assertThat(raw.entries())
        .extracting(e -> at(e.key().span()))
        .containsExactly("1:1", "2:1", "3:1", "4:1", "6:1");
    assertThat(raw.entries())
        .extracting(e -> at(e.value()))
        .containsExactly("1:4", "2:5", "3:7", "5:3", "6:4");
  }

  @Test
  void columnsCountAsEditorsDo() {
    Raw.Mapping raw =
        yaml("{ \"" + FOG + FOG + "\": { a: \"" + FOG + "\", b: two }, \u00e9: [x, y] }");
    assertThat(at(raw.entries().get(0).key().span())).isEqualTo("1:4");
    Raw.Mapping inner = (Raw.Mapping) raw.entries().get(0).value();
    assertThat(at(inner)).isEqualTo("1:11");
    assertThat(at(inner.get("a").orElseThrow())).isEqualTo("1:17");
    assertThat(at(inner.get("b").orElseThrow())).isEqualTo("1:25");
    assertThat(raw.mappings("\u00e9")).isEmpty();
    assertThat(raw.texts("\u00e9")).extracting(t -> at(t.span())).containsExactly("1:36", "1:39");
  }

  @Test
  void byteOrderMarkAndLineEndsMoveNothing() {
    String lines =
        "title: Fog\n\nquestions:\n  - id: nod\n    stem: |\n      Two\n      lines\n  - id: dusk\n";
    Raw.Mapping unix = yaml(lines);
    for (String text :
        List.of("\uFEFF" + lines, lines.replace("\n", "\r\n"), lines.replace('\n', '\r'))) {
      assertThat(yaml(text)).isEqualTo(unix);
    }
    assertThat(unix.mappings("questions")).extracting(m -> at(m)).containsExactly("4:5", "8:5");
    assertThat(at(unix.mappings("questions").get(0).get("stem").orElseThrow())).isEqualTo("5:11");
  }

  @Test
  void frontMatterCountsFromTheTopOfTheFile() {
    SourceFile file =
        new SourceFile(
            "x", "\uFEFF---\r\ntitle: " + FOG + " fog\r\nminutes: no\r\n---\r\n\r\nIn *fog*.\r\n");
    MarkdownFile read = MarkdownFile.read(file, "lesson", ENGLISH, problems::add);
    assertThat(at(read.matter().get("title").orElseThrow())).isEqualTo("2:8");
    assertThat(problems)
        .extracting(p -> at(p.span()) + " " + p.message())
        .contains("3:10 `minutes` takes a whole number, not text.");
    assertThat(at(read.body().get(0).span())).isEqualTo("6:1");
    Block.Paragraph paragraph = (Block.Paragraph) read.body().get(0);
    assertThat(at(paragraph.content().get(1).span())).isEqualTo("6:4");
  }

  @Test
  void markupInsideYamlPointsIntoTheValue() {
    for (String quote : List.of("", "'", "\"")) {
      SourceFile file =
          new SourceFile("x", "stem: " + quote + FOG + " so *not* `here` [x](principle:y)" + quote);
      Raw.Mapping raw = (Raw.Mapping) YamlReader.read(file, problems::add).orElseThrow();
      Prose prose =
          MarkdownReader.prose(file, raw.scalar("stem").orElseThrow(), ENGLISH, problems::add);
      int start = 7 + quote.length();
      assertThat(prose.inlines())
          .extracting(i -> i.span().column())
          .containsExactly(start, start + 6, start + 11, start + 12, start + 18, start + 19);
      assertThat(prose.plain()).isEqualTo(FOG + " so not here x");
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void markupIsFoundAgainBehindEscapesAndOverLines() {
    String text =
        """
        a: "so \\"then\\" \\u00e9\\U0001F32B [x](principle:y) \\
           *z*"
        b: >
          folded
          [x](principle:y) so

          *z*
        c: two
          [x](principle:y)

          *z*
        d: 'it''s

          [x](principle:y) *z*'
        e: |
          so
            [x](principle:y)
          *z*""";
    SourceFile file = new SourceFile("x", text);
    Raw.Mapping raw = (Raw.Mapping) YamlReader.read(file, problems::add).orElseThrow();
    for (String key : List.of("a", "b", "c", "d", "e")) {
      Raw.Scalar scalar = raw.scalar(key).orElseThrow();
      Prose prose = MarkdownReader.prose(file, scalar, ENGLISH, problems::add);
      assertThat(prose.style()).isEqualTo(scalar.style());
      assertThat(Markup.referencesOf(prose.inlines()))
          .extracting(reference -> there(file, reference.span()))
          .as(key)
          .containsExactly("[x](principle:y)");
      assertThat(prose.inlines())
          .filteredOn(Inline.Emphasis.class::isInstance)
          .extracting(inline -> there(file, inline.span()))
          .as(key)
          .containsExactly("*z*");
    }
    assertThat(problems).isEmpty();
  }

  /** What an author wrote between two places. */
  private static String there(SourceFile file, SourceSpan span) {
    return file.text()
        .substring(
            file.offset(span.line(), span.column()), file.offset(span.endLine(), span.endColumn()));
  }

  /** Whoever puts what stands there in its place again has changed nothing. */
  @Test
  void theRangeOfAYamlTextHoldsThatText() throws IOException {
    int seen = 0;
    for (String root : List.of("content", "src/test/courses", "templates/words")) {
      for (Path path : Courses.files(Path.of(root))) {
        if (path.toString().endsWith(".yaml")) {
          String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
          SourceFile file = new SourceFile(path.toString(), text);
          List<Raw> open = new ArrayList<>();
          YamlReader.read(file, problem -> {}).ifPresent(open::add);
          while (!open.isEmpty()) {
            Raw raw = open.remove(open.size() - 1);
            if (raw instanceof Raw.Mapping mapping) {
              mapping.entries().forEach(entry -> open.add(entry.value()));
            } else if (raw instanceof Raw.Sequence list) {
              open.addAll(list.items());
            } else if (raw instanceof Raw.Scalar scalar) {
              assertThat(again(file, scalar)).as("%s", scalar).isEqualTo(scalar.text().strip());
              seen++;
            }
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(5_000);
  }

  private static String again(SourceFile file, Raw.Scalar scalar) {
    String quote =
        switch (scalar.style()) {
          case SINGLE_QUOTED -> "'";
          case DOUBLE_QUOTED -> "\"";
          default -> "";
        };
    String yaml = "key: " + quote + there(file, scalar.span()) + quote + "\n";
    Raw.Mapping raw =
        (Raw.Mapping) YamlReader.read(new SourceFile("again", yaml), problem -> {}).orElseThrow();
    return raw.scalar("key").orElseThrow().text().strip();
  }

  /** Titles, names, speakers, settings: each can be replaced where it stands. */
  @Test
  void everyAuthoredTextStandsWhereItSays(@TempDir Path workspace) throws IOException {
    Content content = Courses.load(Courses.lay(workspace, Courses.BASE));
    Course course = content.courses().get(0);
    Source source = content.sources().get(0);
    List<Located<String>> texts = new ArrayList<>();
    texts.addAll(List.of(content.settings().publisher(), content.settings().brandName()));
    texts.add(content.settings().rights());
    texts.add(course.title());
    course.audience().ifPresent(texts::add);
    course.modules().forEach(module -> texts.add(module.title()));
    course.bankFiles().forEach(bank -> texts.add(bank.title()));
    course.cardFiles().forEach(card -> card.subtitle().ifPresent(texts::add));
    content.terms().forEach(term -> texts.add(term.term()));
    for (Scenario scenario : course.scenarioFiles()) {
      texts.addAll(List.of(scenario.title(), scenario.who()));
      scenario.setting().ifPresent(texts::add);
      scenario.nodes().forEach(node -> texts.add(node.who()));
    }
    for (Dialogue dialogue : content.dialogues()) {
      texts.add(dialogue.title());
      dialogue.setting().ifPresent(texts::add);
      dialogue.poor().forEach(turn -> texts.add(turn.speaker()));
      dialogue.good().forEach(turn -> texts.add(turn.speaker()));
    }
    Stream.of(source.title(), source.creator(), source.about(), source.container(), source.rights())
        .forEach(text -> text.ifPresent(texts::add));
    assertThat(texts).hasSizeGreaterThan(15);
    for (Located<String> text : texts) {
      Path path = workspace.resolve(text.span().file());
      SourceFile file = new SourceFile(text.span().file(), Files.readString(path));
      assertThat(there(file, text.span()).replace('\'', '\u2019'))
          .as("%s", text.span())
          .isEqualTo(text.value());
    }
    assertThat(course.title().style()).isNotEqualTo(ScalarStyle.NONE);
  }

  @Test
  void collectionsEndWithTheirLastValue() {
    String text =
        "a:\n  - b: [c, {d: e}]  # no\n    f: 'g'\n\n  # no\n  - h: |\n      i\n      j\n\nk: {}\n";
    SourceFile file = new SourceFile("x", text);
    Raw.Mapping root = (Raw.Mapping) YamlReader.read(file, problems::add).orElseThrow();
    assertThat(there(file, root.span())).isEqualTo(text.strip());
    assertThat(root.mappings("a"))
        .extracting(one -> there(file, one.span()))
        .containsExactly("b: [c, {d: e}]  # no\n    f: 'g'", "h: |\n      i\n      j");
    assertThat(there(file, root.mappings("a").get(0).get("b").orElseThrow().span()))
        .isEqualTo("[c, {d: e}]");
    assertThat(there(file, root.get("k").orElseThrow().span())).isEqualTo("{}");
  }

  @Test
  void blocksEndWithTheirLastCharacter() {
    List<String> blocks =
        List.of(
            "# One *two*",
            "Three\nfour \\* &amp; five",
            "> six\n>\n> seven",
            "- eight\n\n  nine\n- ten",
            "| a | b |\n|---|---|\n| c | d |",
            "---");
    SourceFile file = new SourceFile("x", String.join("\n\n", blocks) + "\n\n\n");
    assertThat(MarkdownReader.blocks(file, 0, ENGLISH, problems::add).orElseThrow())
        .extracting(block -> there(file, block.span()))
        .isEqualTo(blocks);
    Block.Paragraph paragraph =
        (Block.Paragraph)
            MarkdownReader.blocks(file, 0, ENGLISH, problems::add).orElseThrow().get(1);
    assertThat(paragraph.content())
        .extracting(inline -> there(file, inline.span()))
        .containsExactly("Three", "\n", "four \\* &amp; five");
  }

  @Test
  void everyInlineOfALessonStandsWhereItSays() {
    String text =
        FOG
            + " One *two* **three [four](principle:a)** `five`.\n"
            + "Six [a](https://a.example) ![seven](images/b.svg) [·](principle:c)\n\n"
            + "> eight [nine](term:d)\n\n"
            + "- ten [eleven](lesson:e)\n\n"
            + "| twelve | [thirteen](card:f) |\n|---|---|\n| *x* | y |\n\n"
            + "```dialogue g\n```\n";
    SourceFile file = new SourceFile("x", text);
    List<Block> blocks = MarkdownReader.blocks(file, 0, ENGLISH, problems::add).orElseThrow();
    assertThat(problems).isEmpty();
    List<String> seen = new ArrayList<>();
    Markup.eachRun(
        blocks,
        run ->
            Markup.eachInline(
                run,
                inline -> {
                  int offset = file.offset(inline.span().line(), inline.span().column());
                  seen.add(inline.getClass().getSimpleName());
                  assertThat(text.substring(offset)).startsWith(start(inline));
                }));
    assertThat(seen).contains("Emphasis", "Strong", "Code", "Image", "WebLink", "Mapping", "Break");
    assertThat(Markup.references(blocks))
        .extracting(r -> r.id() + "@" + at(r.span()))
        .containsExactly("a@1:22", "c@2:51", "d@4:9", "e@6:7", "f@8:12", "g@12:13");
  }

  /** What must stand in the file at an inline's place. */
  private static String start(Inline inline) {
    if (inline instanceof Inline.Text text) {
      return text.text();
    } else if (inline instanceof Inline.Emphasis) {
      return "*";
    } else if (inline instanceof Inline.Strong) {
      return "**";
    } else if (inline instanceof Inline.Code code) {
      return "`" + code.text();
    } else if (inline instanceof Inline.Image image) {
      return "![" + image.alt();
    } else if (inline instanceof Inline.WebLink link) {
      return "[" + Markup.plain(link.content());
    }
    return inline instanceof Inline.Break ? "\n" : "[";
  }
}
