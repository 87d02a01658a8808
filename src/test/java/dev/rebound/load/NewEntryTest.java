package dev.rebound.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewEntryTest {
  private static Optional<String> added(String file, String key, String json) {
    return EditableFile.of("content/x.yaml", file.getBytes(StandardCharsets.UTF_8))
        .flatMap(it -> NewEntry.of(json).orElseThrow().in(it, key))
        .map(it -> new String(it.bytes(), StandardCharsets.UTF_8));
  }

  private static String text(String json) {
    return NewEntry.of(json).orElseThrow().text();
  }

  @Test
  void isWrittenAsAnAuthorWould() {
    assertThat(
            text(
                """
                {"title": "Warm the pot, first.", "says": "It's \\"hot\\": mind", "teaches": ["a", "b"],
                 "correct": true, "minutes": 5, "true": {"applies": "x"}, "yes": "no", "none": [],
                 "options": [{"text": "One.", "correct": true}]}
                """))
        .isEqualTo(
            """
            title: "Warm the pot, first."
            says: "It's \\"hot\\": mind"
            teaches: [a, b]
            correct: true
            minutes: 5
            "true":
              applies: x
            "yes": "no"
            none: []
            options:
              - text: One.
                correct: true
            """);
  }

  @Test
  void standsBehindTheLastOfAListAndAllElseStays() {
    assertThat(
            added(
                "title: T # why\n\nquestions:\n  - id: a\n\n  - id: b\n    stem: |\n      x\n\n      y\n\nallow: {}\n",
                "questions",
                "{\"id\": \"c\", \"stem\": \"z\"}"))
        .hasValue(
            """
            title: T # why

            questions:
              - id: a

              - id: b
                stem: |
                  x

                  y

              - id: c
                stem: z

            allow: {}
            """);
  }

  @Test
  void standsInAListWithoutIndentAndKeepsLineEnds() {
    assertThat(added("p:\r\n- id: a\r\nq: 1\r\n", "p", "{\"id\": \"b\", \"m\": 1}"))
        .hasValue("p:\r\n- id: a\r\n- id: b\r\n  m: 1\r\nq: 1\r\n");
    assertThat(added("p:\n- id: a", "p", "{\"id\": \"b\"}")).hasValue("p:\n- id: a\n- id: b");
  }

  @Test
  void standsBehindTheLastPairOfAMapping() {
    assertThat(
            added(
                "nodes:\n  a:\n    line: A\n  b:\n    line: B\nend: 1\n",
                "nodes",
                "{\"c\": {\"line\": \"C\"}}"))
        .hasValue("nodes:\n  a:\n    line: A\n  b:\n    line: B\n  c:\n    line: C\nend: 1\n");
  }

  @Test
  void hasNoPlaceInBracketsOrWhereNothingStands() {
    assertThat(added("p: [{ id: a }]\n", "p", "{\"id\": \"b\"}")).isEmpty();
    assertThat(added("p:\n  [\n  { id: a } ]\n", "p", "{\"id\": \"b\"}")).isEmpty();
    assertThat(added("p: { a: 1 }\n", "p", "{\"b\": 2}")).isEmpty();
    assertThat(added("q: 1\n", "p", "{\"id\": \"b\"}")).isEmpty();
    assertThat(added("p: [\n", "p", "{\"id\": \"b\"}")).isEmpty();
  }

  @Test
  void onlyAnObjectIsAnEntry() {
    assertThat(NewEntry.of("[1]")).isEmpty();
    assertThat(NewEntry.of("{\"a\": ")).isEmpty();
    assertThat(NewEntry.of("a: *x")).isEmpty();
  }
}
