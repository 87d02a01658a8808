package dev.rebound.exchange;

import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.XmlText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a writer has at hand: where losses go, how Markdown is read, where pictures are. */
public final class Outgoing {
  private final InlineParser parser;
  private final Function<String, Optional<byte[]>> pictures;
  private final Losses losses;

  /**
   * @param pictures a picture's bytes by its path, {@code images/counter.png}
   */
  public Outgoing(InlineParser parser, Function<String, Optional<byte[]>> pictures, Losses losses) {
    this.parser = parser;
    this.pictures = pictures;
    this.losses = losses;
  }

  public Losses losses() {
    return losses;
  }

  public Optional<byte[]> picture(String path) {
    return pictures.apply(path);
  }

  public List<Inline> inlines(String markdown) {
    return parser.read(markdown, problem -> {});
  }

  /** A text without its marks; that there were some goes on the loss list. */
  public String plain(BankQuestion question, String markdown) {
    if (InlineMarkdown.isPlain(markdown)) {
      return markdown;
    }
    List<Inline> inlines = inlines(markdown);
    Markup.eachInline(inlines, it -> lostWhenPlain(question, it));
    return Markup.plain(inlines);
  }

  private void lostWhenPlain(BankQuestion question, Inline inline) {
    if (inline instanceof Inline.Image) {
      losses.add(
          question, Loss.What.PICTURE, "a picture is left out; its alternative text is kept.");
    } else if (inline instanceof Inline.WebLink || inline instanceof Inline.ReferenceLink) {
      losses.add(question, Loss.What.LINK, "a link is left out; its words are kept.");
    } else if (inline instanceof Inline.Break) {
      losses.add(question, Loss.What.FORMATTING, "a line's end is left out.");
    } else if (!(inline instanceof Inline.Text)) {
      losses.add(question, Loss.What.FORMATTING, "emphasis is left out; the words are kept.");
    }
  }

  /**
   * A text as HTML. Links inside the course lead nowhere else, so their words alone are kept.
   *
   * @param image the tag of a picture that comes along; nothing leaves its alternative text
   */
  public String html(
      BankQuestion question, String markdown, Function<Inline.Image, Optional<String>> image) {
    StringBuilder out = new StringBuilder();
    html(question, inlines(markdown), image, out);
    return out.toString();
  }

  private void html(
      BankQuestion question,
      List<Inline> inlines,
      Function<Inline.Image, Optional<String>> image,
      StringBuilder out) {
    for (Inline inline : inlines) {
      if (inline instanceof Inline.Text it) {
        XmlText.escape(it.text(), out);
      } else if (inline instanceof Inline.Emphasis it) {
        out.append("<em>");
        html(question, it.content(), image, out);
        out.append("</em>");
      } else if (inline instanceof Inline.Strong it) {
        out.append("<strong>");
        html(question, it.content(), image, out);
        out.append("</strong>");
      } else if (inline instanceof Inline.Code it) {
        out.append("<code>");
        XmlText.escape(it.text(), out);
        out.append("</code>");
      } else if (inline instanceof Inline.WebLink it && !it.destination().startsWith("#")) {
        out.append("<a href=\"");
        XmlText.escape(it.destination(), out);
        out.append("\">");
        html(question, it.content(), image, out);
        out.append("</a>");
      } else if (inline instanceof Inline.Break it) {
        out.append(it.hard() ? "<br>" : " ");
      } else if (inline instanceof Inline.Image it) {
        Optional<String> tag = image.apply(it);
        if (tag.isEmpty()) {
          losses.add(
              question, Loss.What.PICTURE, "a picture is left out; its alternative text is kept.");
          XmlText.escape(it.alt(), out);
        }
        tag.ifPresent(out::append);
      } else {
        losses.add(
            question,
            Loss.What.LINK,
            "a link inside the course leads nowhere else; its words are kept.");
        html(question, content(inline), image, out);
      }
    }
  }

  private static List<Inline> content(Inline link) {
    if (link instanceof Inline.ReferenceLink it) {
      return it.content();
    }
    return link instanceof Inline.WebLink it ? it.content() : List.of();
  }
}
