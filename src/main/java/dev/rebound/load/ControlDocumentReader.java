package dev.rebound.load;

import dev.rebound.course.ControlDocument;
import dev.rebound.source.Located;
import dev.rebound.source.Problem;
import dev.rebound.source.Problems;
import dev.rebound.source.SourceSpan;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The folder that {@code controlDocuments:} in {@code rebound.yaml} names: in {@code scorm12/} and
 * {@code scorm2004/} the schemas that ADL and IMS publish, with their folders.
 */
final class ControlDocumentReader {
  private static final List<String> STANDARDS = List.of("scorm12", "scorm2004");

  /** LOM's are one folder deep. */
  private static final int DEEPEST = 3;

  private ControlDocumentReader() {}

  static Map<String, List<ControlDocument>> read(
      ContentFolder folder, Located<String> named, Problems problems) {
    // Whatever else it may be, the schema has refused it.
    if (!named.value().matches("[A-Za-z0-9_-]+")) {
      return Map.of();
    }
    Map<String, List<ControlDocument>> all = new TreeMap<>();
    for (String standard : STANDARDS) {
      Path home = folder.resolve(named.value()).resolve(standard);
      List<ControlDocument> some = new ArrayList<>();
      collect(folder, home, home, DEEPEST, some, problems);
      if (!some.isEmpty()) {
        all.put(standard, List.copyOf(some));
      }
    }
    if (all.isEmpty()) {
      problems.add(
          new Problem(
              "UnknownReference",
              named.span(),
              "there are no control documents in \"" + folder.name() + "/" + named + "/\".",
              "Put them there in scorm12/ or scorm2004/, or leave the line out."));
    }
    return all;
  }

  private static void collect(
      ContentFolder folder,
      Path home,
      Path here,
      int deeper,
      List<ControlDocument> some,
      Problems problems) {
    for (Path file : folder.list(here, problems, ".xsd", ".dtd")) {
      if (!Files.isDirectory(file)) {
        folder
            .bytes(file, problems)
            .flatMap(bytes -> document(folder, home, file, bytes, problems))
            .ifPresent(some::add);
      }
    }
    if (deeper > 0) {
      for (Path below : folder.folders(here, problems)) {
        collect(folder, home, below, deeper - 1, some, problems);
      }
    }
  }

  private static Optional<ControlDocument> document(
      ContentFolder folder, Path home, Path file, byte[] bytes, Problems problems) {
    String path = home.relativize(file).toString().replace('\\', '/');
    if (path.endsWith(".dtd")) {
      return Optional.of(new ControlDocument(path, "", bytes));
    }
    try {
      return Optional.of(new ControlDocument(path, namespace(bytes), bytes));
    } catch (XMLStreamException broken) {
      problems.syntax(
          SourceSpan.wholeFile(folder.nameOf(file)),
          "is no XML schema.",
          "Copy the file again from where ADL or IMS publishes it.");
      return Optional.empty();
    }
  }

  /** What the schema is of. Nothing that it includes is opened. */
  private static String namespace(byte[] bytes) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    // IMS makes xml's namespace the default one in a file, which parsers have refused since.
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    try {
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT) {
          if (!reader.getLocalName().matches("(.*:)?schema")) {
            break;
          }
          return Optional.ofNullable(reader.getAttributeValue(null, "targetNamespace")).orElse("");
        }
      }
    } finally {
      reader.close();
    }
    throw new XMLStreamException("no schema");
  }
}
