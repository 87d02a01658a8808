package dev.rebound.publish.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.publish.page.Sample;
import dev.rebound.source.Block;
import dev.rebound.source.Chart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Every type of chart, as the lesson of {@code src/test/courses/talk} has it, against a drawing
 * somebody has looked at; {@code -Drebound.refresh=true} writes them anew.
 */
class ChartDrawingTest {
  private static final Path GOLDEN = Courses.ROOT.resolve("talk/charts");

  private static List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    Sample.content("talk")
        .courses()
        .get(0)
        .lessonsInOrder()
        .forEach(
            lesson ->
                lesson.body().stream()
                    .filter(Block.ChartBlock.class::isInstance)
                    .forEach(block -> charts.add(((Block.ChartBlock) block).chart())));
    return charts;
  }

  @TestFactory
  Stream<DynamicTest> looksAsItDid() {
    List<Chart> charts = charts();
    assertThat(charts).hasSize(6);
    return charts.stream()
        .flatMap(
            chart ->
                Stream.of(ChartDrawing.NARROW, ChartDrawing.WIDE, ChartDrawing.Room.strip(507, 9))
                    .map(
                        room -> {
                          String name =
                              chart.title().value().toLowerCase(Locale.ROOT).replaceAll("\\W+", "-")
                                  + "-"
                                  + room.width()
                                  + ".svg";
                          return DynamicTest.dynamicTest(
                              name, () -> check(chart, room, GOLDEN.resolve(name)));
                        }));
  }

  private static void check(Chart chart, ChartDrawing.Room room, Path golden) throws Exception {
    String svg = ChartDrawing.svg(chart, room);
    Files.createDirectories(GOLDEN);
    Courses.expect(golden, svg + "\n");
    Document drawn =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    // What a PDF engine or a strict policy would refuse.
    assertThat(svg).doesNotContain("style=").doesNotContain("var(").doesNotContain("opacity");
    NodeList texts = drawn.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      double wide = Wrapping.width(text.getTextContent(), text.hasAttribute("font-weight"));
      double x = Double.parseDouble(text.getAttribute("x"));
      double start =
          switch (text.getAttribute("text-anchor")) {
            case "middle" -> x - wide / 2;
            case "end" -> x - wide;
            default -> x;
          };
      assertThat(start).as(text.getTextContent()).isGreaterThan(-1);
      assertThat(start + wide).as(text.getTextContent()).isLessThan(room.width() + 1);
    }
  }

  @Test
  void aTableSaysTheSame() {
    ChartDrawing.Table lines = ChartDrawing.table(charts().get(0));
    assertThat(lines.head()).containsExactly("", "Minutes", "Degrees & more");
    assertThat(lines.rows().get(5).cells()).containsExactly("Warm pot", "10", "48.5");
    assertThat(lines.rows().get(5).kind()).isEqualTo(Chart.Kind.EVIDENCE);
    assertThat(ChartDrawing.table(charts().get(1)).rows().get(2).cells())
        .containsExactly("At first", "the cold cup", "2");
    assertThat(ChartDrawing.table(charts().get(3)).rows().get(1).cells())
        .containsExactly("Wrong milk", "5", "85 %");
    assertThat(ChartDrawing.table(charts().get(4)).rows().get(0).cells())
        .containsExactly("warm", "Luck. It may be good.", "Tea. It is good.");
    assertThat(ChartDrawing.table(charts().get(5)).rows().get(1).cells())
        .containsExactly("Saturday", "12", "31", "2.5");
  }
}
