package dev.rebound.exchange.moodle;

import dev.rebound.exchange.Incoming;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Texts;
import dev.rebound.exchange.XmlElement;
import java.util.Base64;
import java.util.Optional;

/** The texts of a question in Moodle XML, each with the files that came along with it. */
final class MoodleTexts {
  private final Incoming in;
  private final Texts texts;

  MoodleTexts(Incoming in, Texts texts) {
    this.in = in;
    this.texts = texts;
  }

  /** {@code <questiontext format="html"><text>…</text><file …/></questiontext>} as Markdown. */
  String of(Optional<XmlElement> element) {
    if (element.isEmpty()) {
      return "";
    }
    XmlElement it = element.get();
    in.nextText();
    it.children("file").forEach(this::offer);
    String text = it.child("text").map(XmlElement::text).orElse(it.text()).strip();
    return switch (it.attribute("format")) {
      case "plain_text" -> texts.plain(text);
      case "markdown" -> texts.markdown(text);
      case "moodle_auto_format" -> texts.moodle(text);
      default -> texts.html(text);
    };
  }

  private void offer(XmlElement file) {
    String path = file.attribute("path");
    String name = (path.isEmpty() ? "/" : path) + file.attribute("name");
    try {
      in.offer("@@PLUGINFILE@@" + name, Base64.getMimeDecoder().decode(file.text()));
    } catch (IllegalArgumentException damaged) {
      texts.lost(
          Loss.What.PICTURE,
          "the file \"" + file.attribute("name") + "\" is damaged and left out.");
    }
  }
}
