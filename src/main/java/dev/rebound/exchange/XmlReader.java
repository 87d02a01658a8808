package dev.rebound.exchange;

import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.parser.Parser;

/**
 * Reads foreign XML piece by piece: no document type, no entity but those of HTML, no deep nesting.
 * A piece is gone when the next is read.
 */
public final class XmlReader {
  private static final int DEPTH = 60;
  private static final int PARTS = 20_000;
  private static final Pattern ENCODING =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  private final SourceFile file;
  private final Deque<Open> open = new ArrayDeque<>();
  private int parts;

  /** How deep we are inside of markup that whoever wrote the file forgot to escape. */
  private int loose;

  private XmlReader(SourceFile file) {
    this.file = file;
  }

  /** Takes one piece of a file. */
  @FunctionalInterface
  public interface Taker {
    void take(XmlElement piece) throws Unreadable;
  }

  /**
   * Hands over what stands directly below the root, one after the other, comments too.
   *
   * @param root the name that the root has
   */
  public static void each(Upload upload, Losses losses, String root, Taker taker)
      throws Unreadable {
    SourceFile file = decoded(upload, losses);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      new XmlReader(file)
          .read(factory.createXMLStreamReader(new StringReader(file.text())), root, taker);
    } catch (MissingResourceException unsaid) {
      // The JDK's reader has no words for some faults of a document type.
      throw new Unreadable(
          upload.whole(),
          "is not well-formed: its document type is broken.",
          "Export it again; it may be cut short.");
    } catch (XMLStreamException broken) {
      Location at = broken.getLocation();
      SourceSpan span =
          at == null || at.getLineNumber() < 1
              ? upload.whole()
              : new SourceSpan(
                  upload.name(), at.getLineNumber(), Math.max(1, at.getColumnNumber()));
      throw new Unreadable(
          span,
          "is not well-formed: " + inWords(broken) + ".",
          "Export it again; it may be cut short.");
    }
  }

  /** The encoding of its declaration, when it is not UTF-8. */
  private static SourceFile decoded(Upload upload, Losses losses) throws Unreadable {
    Matcher declared = ENCODING.matcher(upload.head());
    if (declared.find() && Charset.isSupported(declared.group(1))) {
      Charset charset = Charset.forName(declared.group(1));
      boolean ascii =
          "<?xml".equals(new String("<?xml".getBytes(charset), StandardCharsets.US_ASCII));
      if (!charset.equals(StandardCharsets.UTF_8) && ascii) {
        return new SourceFile(upload.name(), new String(upload.bytes(), charset));
      }
    }
    return upload.text(losses);
  }

  private record Open(
      String name,
      Map<String, String> attributes,
      List<XmlElement> children,
      StringBuilder text,
      SourceSpan span) {
    XmlElement closed() {
      return new XmlElement(name, attributes, List.copyOf(children), text.toString(), span);
    }
  }

  private void read(XMLStreamReader in, String root, Taker taker)
      throws XMLStreamException, Unreadable {
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (loose > 0 || (!open.isEmpty() && open.element().name().equals("text"))) {
            loose++;
            open.element().text().append('<').append(in.getLocalName()).append('>');
          } else {
            start(in, root);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (loose > 0) {
            loose--;
            open.element().text().append("</").append(in.getLocalName()).append('>');
          } else {
            give(open.pop().closed(), taker);
          }
        }
        case XMLStreamConstants.COMMENT ->
            give(comment(in.getText(), place(in.getLocation())), taker);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (open.size() > 1) {
            open.element().text().append(in.getText());
          }
        }
        case XMLStreamConstants.DTD ->
            throw new Unreadable(
                place(in.getLocation()),
                "has a document type, which may read other files.",
                "Take out the <!DOCTYPE …>.");
        case XMLStreamConstants.ENTITY_REFERENCE -> entity(in);
        default -> {}
      }
    }
  }

  private static XmlElement comment(String text, SourceSpan span) {
    return new XmlElement(XmlElement.COMMENT, Map.of(), List.of(), text.strip(), span);
  }

  private void start(XMLStreamReader in, String root) throws Unreadable {
    SourceSpan span = place(in.getLocation());
    if (open.isEmpty() && !in.getLocalName().equals(root)) {
      throw new Unreadable(
          span,
          "begins with <" + in.getLocalName() + ">, not <" + root + ">.",
          "Say what it is with --as, or export it again.");
    }
    parts = open.size() <= 1 ? 0 : parts + 1;
    if (open.size() >= DEPTH || parts > PARTS) {
      throw new Unreadable(
          span,
          "has too many elements, or nests them too deeply.",
          "No platform writes such a file.");
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
    }
    open.push(
        new Open(in.getLocalName(), attributes, new ArrayList<>(), new StringBuilder(), span));
  }

  private void give(XmlElement element, Taker taker) throws Unreadable {
    if (open.size() == 1) {
      taker.take(element);
    } else if (!open.isEmpty()) {
      open.element().children().add(element);
    }
  }

  /**
   * An entity of HTML, such as that of the no-break space, is often written where only XML's own
   * are known.
   */
  private void entity(XMLStreamReader in) throws Unreadable {
    String name = "&" + in.getLocalName() + ";";
    String text = Parser.unescapeEntities(name, false);
    if (text.equals(name)) {
      throw new Unreadable(
          place(in.getLocation()),
          "has the unknown entity " + name + ".",
          "Write the text itself.");
    }
    if (!open.isEmpty()) {
      open.element().text().append(text);
    }
  }

  /** The parser tells where a tag ends; it begins at the last {@code <}. */
  private SourceSpan place(Location end) {
    int from = Math.min(Math.max(0, end.getCharacterOffset() - 1), file.text().length());
    return file.at(Math.max(0, file.text().lastIndexOf('<', from)));
  }

  private static String inWords(XMLStreamException broken) {
    String message = String.valueOf(broken.getMessage());
    // The JDK's: "ParseError at [row,col]:[3,7]\nMessage: …"
    int at = message.indexOf("Message: ");
    return (at < 0 ? message : message.substring(at + 9))
        .replaceAll("\\s+", " ")
        .replaceAll("[.\\s]+$", "");
  }
}
