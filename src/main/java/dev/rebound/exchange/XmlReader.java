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
import java.util.Set;
import java.util.function.Predicate;
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

  private static final Pattern LATE = Pattern.compile("(\\s+)<\\?xml[^>\\n]{0,200}\\?>");

  private final SourceFile file;

  /** Whether text and elements are kept in their order, as in a page. */
  private final boolean mixed;

  private final Predicate<String> roots;

  /** The elements that are handed over, wherever they stand; those below the root where empty. */
  private final Set<String> pieces;

  private final Deque<Open> open = new ArrayDeque<>();
  private int parts;

  /** How deep we are inside of markup that whoever wrote the file forgot to escape. */
  private int loose;

  private XmlReader(SourceFile file, boolean mixed, Predicate<String> roots, Set<String> pieces) {
    this.file = file;
    this.mixed = mixed;
    this.roots = roots;
    this.pieces = pieces;
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
    parse(upload, new XmlReader(file, false, root::equals, Set.of()), taker);
  }

  /**
   * A file with its texts and elements in their order. A document type that only names a schema is
   * passed over; nothing that it names is read.
   *
   * @param roots the names that the root may have
   * @param pieces elements that are handed over as they end, and are not in what is returned
   */
  public static XmlElement whole(
      Upload upload, Losses losses, Predicate<String> roots, Set<String> pieces, Taker taker)
      throws Unreadable {
    SourceFile file = decoded(upload, losses);
    return parse(upload, new XmlReader(file, true, roots, pieces), taker);
  }

  private static XmlElement parse(Upload upload, XmlReader reader, Taker taker) throws Unreadable {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      return reader.read(
          factory.createXMLStreamReader(new StringReader(reader.file.text())), taker);
    } catch (MissingResourceException unsaid) {
      // The JDK's reader has no words for some faults of a document type.
      throw new Unreadable(
          upload.whole(),
          "is not well-formed: its document type is broken.",
          "Export it again; it may be cut short, or edited by hand.");
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
          "Export it again; it may be cut short, or edited by hand.");
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
        return begun(new SourceFile(upload.name(), new String(upload.bytes(), charset)));
      }
    }
    return begun(upload.text(losses));
  }

  /** Blank lines before the declaration, which editors leave and no parser takes, with blanks. */
  private static SourceFile begun(SourceFile file) {
    Matcher late = LATE.matcher(file.text());
    return late.lookingAt()
        ? new SourceFile(
            file.name(),
            late.group(1)
                + " ".repeat(late.end() - late.end(1))
                + file.text().substring(late.end()))
        : file;
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

  private XmlElement read(XMLStreamReader in, Taker taker) throws XMLStreamException, Unreadable {
    XmlElement last = comment("", SourceSpan.wholeFile(file.name()));
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (loose > 0 || (!mixed && !open.isEmpty() && open.element().name().equals("text"))) {
            loose++;
            open.element().text().append('<').append(in.getLocalName()).append('>');
          } else {
            start(in);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (loose > 0) {
            loose--;
            open.element().text().append("</").append(in.getLocalName()).append('>');
          } else {
            last = open.pop().closed();
            give(last, taker);
          }
        }
        case XMLStreamConstants.COMMENT ->
            give(comment(in.getText(), place(in.getLocation())), taker);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (open.size() > 1) {
            text(in.getText());
          }
        }
        case XMLStreamConstants.DTD -> {
          if (!mixed || !isPlainType()) {
            throw new Unreadable(
                place(in.getLocation()),
                "has a document type, which may read other files.",
                "Take out the <!DOCTYPE …>.");
          }
        }
        case XMLStreamConstants.ENTITY_REFERENCE -> entity(in);
        default -> {}
      }
    }
    return last;
  }

  /** {@code <!DOCTYPE questestinterop SYSTEM "…">}, which declares nothing itself. */
  private boolean isPlainType() {
    int from = file.text().indexOf("<!DOCTYPE");
    int to = file.text().indexOf('>', Math.max(0, from));
    return from >= 0 && to > from && file.text().substring(from, to).indexOf('[') < 0;
  }

  /** In its order among the elements, too, where that matters. */
  private void text(String text) throws Unreadable {
    Open inside = open.element();
    inside.text().append(text);
    if (mixed) {
      bound(inside.span());
      inside.children().add(XmlElement.text(text, inside.span()));
    }
  }

  private void bound(SourceSpan span) throws Unreadable {
    if (open.size() >= DEPTH || ++parts > PARTS) {
      throw new Unreadable(
          span,
          "has too many elements, or nests them too deeply.",
          "No platform writes such a file.");
    }
  }

  private static XmlElement comment(String text, SourceSpan span) {
    return new XmlElement(XmlElement.COMMENT, Map.of(), List.of(), text.strip(), span);
  }

  private void start(XMLStreamReader in) throws Unreadable {
    SourceSpan span = place(in.getLocation());
    if (open.isEmpty() && !roots.test(in.getLocalName())) {
      throw new Unreadable(
          span,
          "begins with <" + in.getLocalName() + ">, which is something else.",
          "Say what it is with --as, or export it again.");
    }
    parts = isPiece(in.getLocalName(), open.size()) ? 0 : parts;
    bound(span);
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
    }
    open.push(
        new Open(in.getLocalName(), attributes, new ArrayList<>(), new StringBuilder(), span));
  }

  private boolean isPiece(String name, int depth) {
    return mixed ? pieces.contains(name) : depth <= 1;
  }

  private void give(XmlElement element, Taker taker) throws Unreadable {
    if (open.size() == 1 ? isPiece(element.name(), 1) : mixed && pieces.contains(element.name())) {
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
      text(text);
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
