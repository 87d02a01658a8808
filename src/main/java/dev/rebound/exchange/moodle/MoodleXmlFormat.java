package dev.rebound.exchange.moodle;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.Format;
import dev.rebound.exchange.Imported;
import dev.rebound.exchange.Incoming;
import dev.rebound.exchange.Outgoing;
import dev.rebound.exchange.Unreadable;
import dev.rebound.exchange.Upload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What Moodle's question bank exports, with embedded files:
 *
 * <pre>{@code
 * <quiz>
 *   <question type="multichoice">
 *     <name><text>slow-service</text></name>
 *     <questiontext format="html"><text><![CDATA[A guest says …]]></text></questiontext>
 *     <answer fraction="100" format="html"><text>Your time matters.</text></answer>
 *   </question>
 * </quiz>
 * }</pre>
 *
 * @see <a href="https://docs.moodle.org/en/Moodle_XML_format">Moodle XML format</a>
 */
public final class MoodleXmlFormat implements Format {
  private static final Pattern QUIZ =
      Pattern.compile("(?s)^\\s*(<\\?xml.*?\\?>)?\\s*(<!--.*?-->\\s*)*<quiz[\\s>/]");

  @Override
  public String name() {
    return "moodle-xml";
  }

  @Override
  public List<String> endings() {
    return List.of(".moodle.xml", ".xml");
  }

  @Override
  public boolean recognises(Upload file) {
    String head = file.head();
    return QUIZ.matcher(head).find() || (head.contains("<quiz>") && head.contains("<question "));
  }

  @Override
  public Imported read(Upload file, Incoming in) throws Unreadable {
    Bank bank = new MoodleReader(in).read(file);
    return new Imported(bank, "", in.pictures());
  }

  @Override
  public byte[] write(Bank bank, Outgoing out) {
    return new MoodleWriter(out).write(bank).getBytes(StandardCharsets.UTF_8);
  }
}
