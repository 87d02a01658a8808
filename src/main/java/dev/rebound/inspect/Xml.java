package dev.rebound.inspect;

import dev.rebound.source.Finding;
import dev.rebound.source.SourceSpan;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML that nobody vouches for: no DTD, no entity of any kind, no deep nesting. */
final class Xml {
  private static final int DEPTH = 100;
  private static final int ELEMENTS = 200_000;

  private Xml() {}

  static Optional<Element> read(String file, byte[] bytes, List<Finding> found) {
    try {
      String text = text(bytes);
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
      return read(file, text, factory.createXMLStreamReader(new StringReader(text)), found);
    } catch (XMLStreamException broken) {
      Location at = broken.getLocation();
      SourceSpan span =
          at == null || at.getLineNumber() < 1
              ? SourceSpan.wholeFile(file)
              : new SourceSpan(file, at.getLineNumber(), Math.max(1, at.getColumnNumber()));
      found.add(
          PackageRule.BROKEN_XML.at(
              span, "is not well-formed: " + inWords(broken) + ".", "Every platform refuses it."));
      return Optional.empty();
    }
  }

  /** The encoding of the declaration; the parser's own reader would hide the places. */
  private static String text(byte[] bytes) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader head = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    String name = head.getCharacterEncodingScheme();
    String encoding = name == null ? head.getEncoding() : name;
    head.close();
    try {
      String text =
          encoding == null
              ? new String(bytes, StandardCharsets.UTF_8)
              : new String(bytes, java.nio.charset.Charset.forName(encoding));
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IllegalArgumentException unknown) {
      throw new XMLStreamException("the encoding \"" + encoding + "\" is not known", unknown);
    }
  }

  private record Open(
      String namespace,
      String name,
      Map<String, String> attributes,
      List<Element> children,
      StringBuilder text,
      SourceSpan span) {
    Element closed() {
      return new Element(
          namespace, name, attributes, List.copyOf(children), text.toString().strip(), span);
    }
  }

  private static Optional<Element> read(
      String file, String text, XMLStreamReader in, List<Finding> found) throws XMLStreamException {
    int[] lineStarts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, text.length())
                    .filter(i -> text.charAt(i) == '\n')
                    .map(i -> i + 1))
            .toArray();
    Deque<Open> open = new ArrayDeque<>();
    Element root = null;
    int count = 0;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          SourceSpan span = place(file, text, lineStarts, in.getLocation());
          if (open.size() >= DEPTH || ++count > ELEMENTS) {
            found.add(
                PackageRule.BROKEN_XML.at(
                    span, "has too many elements, or nests them too deeply.", ""));
            return Optional.empty();
          }
          open.push(
              new Open(
                  in.getNamespaceURI() == null ? "" : in.getNamespaceURI(),
                  in.getLocalName(),
                  attributes(in),
                  new ArrayList<>(),
                  new StringBuilder(),
                  span));
        }
        case XMLStreamConstants.END_ELEMENT -> {
          Element element = open.pop().closed();
          if (open.isEmpty()) {
            root = element;
          } else {
            open.element().children().add(element);
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty()) {
            open.element().text().append(in.getText());
          }
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
          Location at = in.getLocation();
          found.add(
              PackageRule.EXTERNAL_ENTITY.at(
                  new SourceSpan(file, at.getLineNumber(), Math.max(1, at.getColumnNumber())),
                  "has a document type or an entity, which may read other files.",
                  "Take out the <!DOCTYPE …> and write the text itself."));
          return Optional.empty();
        }
        default -> {}
      }
    }
    return Optional.ofNullable(root);
  }

  private static Map<String, String> attributes(XMLStreamReader in) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String namespace = in.getAttributeNamespace(i);
      String name = in.getAttributeLocalName(i);
      attributes.put(
          namespace == null || namespace.isEmpty() ? name : "{" + namespace + "}" + name,
          in.getAttributeValue(i));
    }
    return attributes;
  }

  /**
   * The parser tells where a tag ends; an attribute holds no {@code <}, so it starts at the last.
   */
  private static SourceSpan place(String file, String text, int[] lineStarts, Location end) {
    int start = Math.max(0, text.lastIndexOf('<', Math.max(0, end.getCharacterOffset() - 1)));
    int found = Arrays.binarySearch(lineStarts, start);
    int line = found < 0 ? -found - 2 : found;
    return new SourceSpan(file, line + 1, start - lineStarts[line] + 1);
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
