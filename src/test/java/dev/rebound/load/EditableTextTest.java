package dev.rebound.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.source.SourceSpan;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditableTextTest {
  private static EditableFile file(String name, String text) {
    return EditableFile.of(name, text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private static String text(Optional<EditableFile> file) {
    return new String(file.orElseThrow().bytes(), StandardCharsets.UTF_8);
  }

  /** A YAML file, {@code «} and {@code »} around the scalar that is to be changed. */
  private static EditableText marked(String name, String marked) {
    int from = marked.indexOf('«');
    int to = marked.indexOf('»') - 1;
    EditableFile file = file(name, marked.replace("«", "").replace("»", ""));
    SourceSpan span = file.file().span(from, to);
    return EditableText.at(file, span).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "stem: «A nod is enough.»  # why     | A nod is not enough. | stem: A nod is not enough.  # why",
        "stem: «A nod»                       | Say: a nod           | stem: \"Say: a nod\"",
        "stem: «A nod»                       | true                 | stem: \"true\"",
        "stem: «A nod»                       | 12                   | stem: \"12\"",
        "stem: «A nod»                       | a # b                | stem: \"a # b\"",
        "stem: «A nod»                       | \"so\" said he       | stem: \"\\\"so\\\" said he\"",
        "a: { text: «Your log», correct: true }| Your log, then   | a: { text: \"Your log, then\", correct: true }",
        "a: { text: «Your log», correct: true }| Your log: all    | a: { text: \"Your log: all\", correct: true }",
        "a: { text: «Your log», correct: true }| The log          | a: { text: The log, correct: true }",
        "stem: '«it''s a nod»'               | it's no nod          | stem: 'it''s no nod'",
        "stem: \"«so \\\"then\\\" \\u00e9»\" | so \"now\" é         | stem: \"so \\\"now\\\" \\u00e9\"",
      })
  void aScalarKeepsItsQuotesOrGetsSome(String before, String wanted, String after) {
    assertThat(text(marked("x.yaml", before.strip()).with(wanted))).isEqualTo(after);
  }

  @Test
  void lineBreaksCommentsAndLineEndsStay() {
    String marked = "# first\r\na: «one two\r\n  three four\r\n  five»\r\nb: 2 # two\r\n";
    EditableText text = marked("x.yaml", marked.replace("\r\n", "\n"));
    assertThat(text.text()).isEqualTo("one two three four five");
    String raw = "\uFEFF" + marked.replace("«", "").replace("»", "");
    EditableFile file = file("x.yaml", raw);
    EditableText windows =
        EditableText.at(file, new SourceSpan("x.yaml", 2, 4, 4, 7)).orElseThrow();
    assertThat(text(windows.with("one two three 4 five"))).isEqualTo(raw.replace("four", "4"));
  }

  @Test
  void blocksKeepTheirSignIndentAndFolding() {
    EditableFile file =
        file("x.yaml", "a:\n  b: >-\n      one\n      two\n\n      three\n  c: d\n");
    EditableText text =
        EditableText.at(file, new SourceSpan("x.yaml", 2, 6, 6, 12))
            .or(() -> EditableText.at(file, new SourceSpan("x.yaml", 2, 6, 7, 1)))
            .orElseThrow();
    assertThat(text.text()).isEqualTo("one\ntwo\n\nthree");
    assertThat(text(text.with("one\n2: {\n\nthree\nfour")))
        .isEqualTo("a:\n  b: >-\n      one\n      2: {\n\n      three\n      four\n  c: d\n");
  }

  @Test
  void markdownKeepsWhatStandsAroundIt() {
    EditableFile file =
        file(
            "x.md",
            "---\ntitle: A\n---\n\n> said *so*\n> by him\n\n- one\n  two\n- three\n\n| a | b |\n|---|---|\n| c | d |\n");
    EditableText quote = EditableText.at(file, new SourceSpan("x.md", 5, 3, 6, 9)).orElseThrow();
    assertThat(quote.text()).isEqualTo("said *so*\nby him");
    assertThat(text(quote.with("said *so*\nby her\nand me")))
        .contains("\n> said *so*\n> by her\n> and me\n\n- one\n  two\n- three\n");
    EditableText item = EditableText.at(file, new SourceSpan("x.md", 8, 3, 9, 6)).orElseThrow();
    assertThat(item.text()).isEqualTo("one\ntwo");
    assertThat(text(item.with("1\n2"))).contains("\n- 1\n  2\n- three\n");
    EditableText cell = EditableText.at(file, new SourceSpan("x.md", 14, 3, 14, 4)).orElseThrow();
    assertThat(text(cell.with("c | e\nf"))).contains("| c \\| e f | d |");
    EditableText title = EditableText.at(file, new SourceSpan("x.md", 2, 8, 2, 9)).orElseThrow();
    assertThat(text(title.with("A: B"))).contains("title: \"A: B\"\n---");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0:1-0:1", "1:1-1:99", "9:1-9:2", "1:3-1:1"})
  void aPlaceThatIsNotThereHoldsNoText(String place) {
    String[] it = place.split("[:-]", -1);
    SourceSpan span =
        new SourceSpan(
            "x.yaml",
            Integer.parseInt(it[0]),
            Integer.parseInt(it[1]),
            Integer.parseInt(it[2]),
            Integer.parseInt(it[3]));
    assertThat(EditableText.at(file("x.yaml", "a: b\n"), span)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ text: So }                                  | true  | { text: So, correct: true, applies: p-q }",
        "{ text: So }                                  | false | { text: So, breaks: p-q }",
        "{ text: \"So, so\", correct: true, feedback: x } | true  | { text: \"So, so\", correct: true, applies: p-q, feedback: x }",
        "{ text: So, correct: true, applies: old }     | false | { text: So, breaks: p-q }",
        "{ text: So, breaks: old, feedback: y } # note | true  | { text: So, correct: true, applies: p-q, feedback: y } # note",
      })
  void anAnswerInOneLineIsMapped(String before, boolean right, String after) {
    String around =
        "questions:\n  - stem: Why?\n    options:\n      - %s\n      - { text: other }\n";
    EditableFile file = file("x.yaml", around.formatted(before));
    EditableAnswer answer = EditableAnswer.at(file, 4, 9).orElseThrow();
    assertThat(answer.stem()).isEqualTo("Why?");
    assertThat(text(answer.with(right, "p-q"))).isEqualTo(around.formatted(after));
  }

  @Test
  void anAnswerInSeveralLinesIsMapped() {
    String before =
        "options:\n  - id: a\n    text: >\n      So\n      so\n    correct: true # key\n    feedback: x\n  - text: 'no' # why\n";
    EditableFile file = file("x.yaml", before);
    EditableAnswer first = EditableAnswer.at(file, 4, 8).orElseThrow();
    assertThat(text(first.with(true, "p-q")))
        .isEqualTo(before.replace("# key\n", "# key\n    applies: p-q\n"));
    EditableAnswer last = EditableAnswer.at(file, 8, 5).orElseThrow();
    assertThat(text(last.with(false, "p-q"))).isEqualTo(before + "    breaks: p-q\n");
  }

  private static String mapped(String before, String at, boolean right) {
    int offset = before.indexOf(at);
    String head = before.substring(0, offset);
    int line = (int) head.chars().filter(c -> c == '\n').count() + 1;
    int column = offset - head.lastIndexOf('\n');
    return text(
        EditableAnswer.at(file("x.yaml", before), line, column).orElseThrow().with(right, "p-q"));
  }

  @Test
  void aVerdictIsMappedByWhatIsTrue() {
    String before =
        "questions:\n  - stem: So?\n    correct: false\n    \"true\": { feedback: No. }\n    \"false\":\n      feedback: Yes.\n";
    assertThat(mapped(before, "true\"", true))
        .isEqualTo(before.replace("{ feedback", "{ breaks: p-q, feedback"));
    assertThat(mapped(before, "false\"", false))
        .isEqualTo(before.replace("      feedback: Y", "      applies: p-q\n      feedback: Y"));
  }

  @Test
  void aReplySaysByItsPrincipleWhetherItIsRight() {
    String before =
        "nodes:\n  a:\n    line: Well?\n    replies:\n      - { text: Yes, breaks: x, next: b }\n      - text: No\n        next: b\n";
    assertThat(mapped(before, "{ text", true))
        .isEqualTo(before.replace("breaks: x", "applies: p-q"));
    assertThat(mapped(before, "text: No", false))
        .isEqualTo(before.replace("text: No\n", "text: No\n        breaks: p-q\n"));
    EditableAnswer reply = EditableAnswer.at(file("x.yaml", before), 5, 9).orElseThrow();
    assertThat(reply.stem()).isEqualTo("Well?");
    assertThat(reply.isRight()).isFalse();
  }

  @Test
  void aStepIsRightAndWhatIsForeseenAsWrongIsNot() {
    String before = "- stem: Why?\n  steps:\n    - text: First\n  wrong: [{ text: Last }]\n";
    String questions = "questions:\n" + before.replaceAll("(?m)^", "  ").stripTrailing() + "\n";
    assertThat(mapped(questions, "text: First", false))
        .isEqualTo(questions.replace("First\n", "First\n        applies: p-q\n"));
    assertThat(mapped(questions, "{ text: Last", true))
        .isEqualTo(questions.replace("Last }", "Last, breaks: p-q }"));
    String pairs = "questions:\n  - stem: Why?\n    pairs: [{ left: A, right: B }]\n";
    assertThat(mapped(pairs, "{ left", false)).isEqualTo(pairs.replace("A,", "A, applies: p-q,"));
  }

  @Test
  void whereTheStemAsksForBreachesTheRightOptionBreaks() {
    String before =
        "questions:\n  - stem: Which defends?\n    mark: breaks\n    options:\n      - { text: I do }\n";
    assertThat(mapped(before, "{ text", true))
        .isEqualTo(before.replace("I do }", "I do, correct: true, breaks: p-q }"));
  }
}
