package dev.rebound.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Reference;
import dev.rebound.source.SourceSpan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HtmlRendererTest {
  private static final SourceSpan AT = new SourceSpan("lesson.md", 1, 1);
  private static final RenderContext NOWHERE = new RenderContext() {};

  private static List<Inline> words(String text) {
    return List.of(new Inline.Text(AT, text));
  }

  private static String html(RenderContext around, Block... blocks) {
    return HtmlRenderer.body(List.of(blocks), around).html().text();
  }

  @Test
  void textIsEscapedEverywhere() {
    assertThat(
            html(
                NOWHERE,
                new Block.Paragraph(
                    AT,
                    List.of(
                        new Inline.Text(AT, "<b> & \""),
                        new Inline.Code(AT, "<i>"),
                        new Inline.Image(AT, "a\"b.svg", "<alt>")))))
        .isEqualTo(
            "<p>&lt;b&gt; &amp; &quot;<code>&lt;i&gt;</code>"
                + "<img src=\"a&quot;b.svg\" alt=\"&lt;alt&gt;\"></p>\n");
  }

  @Test
  void headingsOfTheSameWordsHaveIdsOfTheirOwn() {
    HtmlRenderer.Body body =
        HtmlRenderer.body(
            List.of(
                new Block.Heading(AT, 2, words("Don\u2019t wait: \u00c9t\u00e9!")),
                new Block.Heading(AT, 2, words("Don't wait, \u00e9t\u00e9")),
                new Block.Heading(AT, 3, words("?"))),
            NOWHERE);
    assertThat(body.headings())
        .extracting(HtmlRenderer.Heading::id)
        .containsExactly("dont-wait-ete", "dont-wait-ete-2", "section");
  }

  @Test
  void aReferenceWithoutAPlaceIsOnlyItsWords() {
    Reference to = new Reference("card", "x", AT);
    Block paragraph = new Block.Paragraph(AT, List.of(new Inline.ReferenceLink(to, words("card"))));
    assertThat(html(NOWHERE, paragraph)).isEqualTo("<p>card</p>\n");
    RenderContext somewhere =
        new RenderContext() {
          @Override
          public Optional<String> href(Reference reference) {
            return Optional.of("cards.html?a=1&b=2");
          }
        };
    assertThat(html(somewhere, paragraph))
        .isEqualTo("<p><a href=\"cards.html?a=1&amp;b=2\" class=\"to-card\">card</a></p>\n");
  }

  @Test
  void aMappingIsWhatTheOutputMakesOfIt() {
    Block line =
        new Block.Paragraph(
            AT, List.of(new Inline.Mapping(new Reference("principle", "warm", AT))));
    assertThat(html(NOWHERE, line)).isEqualTo("<p></p>\n");
  }

  @Test
  void tablesScrollAndNameTheirColumns() {
    assertThat(
            html(
                NOWHERE,
                new Block.Table(
                    AT,
                    List.of(words(""), words("Head")),
                    List.of(List.of(words("a"), words("b"))))))
        .contains("tabindex=\"0\"", "<td></td><th scope=\"col\">Head</th>", "<td>a</td><td>b</td>");
  }

  @Test
  void anExcerptKeepsItsCredit() {
    RenderContext credited =
        new RenderContext() {
          @Override
          public String credit(Reference excerpt) {
            return "Ada Steep";
          }
        };
    assertThat(
            html(
                credited,
                new Block.ExcerptQuote(
                    AT,
                    words("warm the pot"),
                    new Reference("excerpt", "book/warm", AT),
                    words("Ada"))))
        .isEqualTo(
            "<figure class=\"excerpt\"><blockquote><p>warm the pot</p></blockquote>"
                + "<figcaption>Ada Steep</figcaption></figure>\n");
  }
}
