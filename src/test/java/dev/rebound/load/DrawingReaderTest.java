package dev.rebound.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.source.Problem;
import dev.rebound.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is published of an SVG picture; what is refused stands in {@code bad/hostile-drawings}. */
class DrawingReaderTest {
  private final List<Problem> problems = new ArrayList<>();

  private String published(String svg) {
    return DrawingReader.read(new SourceFile("lamp.svg", svg), problems::add)
        .map(DrawingReader.Drawing::svg)
        .orElse("");
  }

  @Test
  void shapesWordsAndStylesArePublishedAsTheyAre() {
    String svg =
        """
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 8">
          <style>.a > b { fill: url(#g) }</style>
          <text x="1" xml:space="preserve">Fog &amp; <tspan>&lt;lamp&gt;</tspan></text>
          <use xlink:href="#b" aria-label="&quot;b&quot;&#10;c"/>
        </svg>
        """;
    assertThat(published(svg)).isEqualTo(svg.replace("a > b", "a &gt; b"));
    assertThat(problems).isEmpty();
  }

  @Test
  void notesOfProgramsAndWhatOthersMightReadAreLeftOut() {
    assertThat(
            published(
                """
                <?xml version="1.0"?><?xml-stylesheet href="https://example.org/a.css"?>
                <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a.dtd" [<!ENTITY a "b">]>
                <s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:i="urn:i" i:onload="x" xml:base="https://example.org/">
                <!-- a --><i:note><script>alert(1)</script></i:note><metadata/><s:glow/><![CDATA[<b>]]></s:svg>
                """))
        .isEqualTo(
            """
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
            &lt;b&gt;</svg>
            """);
    assertThat(problems).isEmpty();
  }

  @Test
  void aColourThatManyShapesShareIsNoShape() {
    assertThat(
            published(
                "<svg><linearGradient id='g'><stop/><stop/></linearGradient>"
                    + "<path fill='url(#g)'/>".repeat(DrawingReader.MAX_DRAWN - 1)
                    + "</svg>"))
        .isNotEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void nestingUpToTheLimitIsPublished() {
    int deep = DrawingReader.MAX_DEPTH - 1;
    assertThat(published("<svg>" + "<g>".repeat(deep) + "</g>".repeat(deep) + "</svg>"))
        .contains("<g/>");
    assertThat(problems).isEmpty();
  }
}
