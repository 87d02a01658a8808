package dev.rebound.publish.scorm12;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.publish.Artefact;
import dev.rebound.publish.page.Sample;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class Scorm12PublisherTest {
  private static Artefact zip() {
    return new Scorm12Publisher(Sample.templates(), Sample.words())
        .artefacts(Sample.checked())
        .get(0);
  }

  private static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip().bytes()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static Document manifest() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(files().getOrDefault("imsmanifest.xml", new byte[0])));
  }

  @Test
  void theManifestListsEveryFileAndNothingElse() throws Exception {
    NodeList listed = manifest().getElementsByTagNameNS("*", "file");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < listed.getLength(); i++) {
      names.add(((Element) listed.item(i)).getAttribute("href"));
    }
    List<String> inZip = new ArrayList<>(files().keySet());
    inZip.remove("imsmanifest.xml");
    assertThat(names).containsExactlyElementsOf(inZip).contains("index.html", "images/pot.svg");
  }

  @Test
  void theManifestNamesOneScoWithItsMasteryScore() throws Exception {
    String adl = "http://www.adlnet.org/xsd/adlcp_rootv1p2";
    Document manifest = manifest();
    Element resource = (Element) manifest.getElementsByTagNameNS("*", "resource").item(0);
    assertThat(resource.getAttributeNS(adl, "scormtype")).isEqualTo("sco");
    assertThat(manifest.getElementsByTagNameNS(adl, "masteryscore").item(0).getTextContent())
        .isEqualTo("80");
    Element item = (Element) manifest.getElementsByTagNameNS("*", "item").item(0);
    assertThat(item.getAttribute("identifierref")).isEqualTo(resource.getAttribute("identifier"));
    assertThat(manifest.getElementsByTagNameNS("*", "title").item(0).getTextContent())
        .isEqualTo("Tea <for> two");
  }

  @Test
  void idsOnTheOnePageAreUniqueAndLinksLeadToThem() throws IOException {
    String page =
        new String(files().getOrDefault("index.html", new byte[0]), StandardCharsets.UTF_8);
    List<String> ids = found(page, " id=\"([^\"]*)\"");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).containsAll(found(page, "href=\"#([^\"]*)\""));
  }

  private static List<String> found(String text, String pattern) {
    return java.util.regex.Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  @Test
  void theSameBytesInEveryZone() {
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      byte[] there = zip().bytes();
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      assertThat(zip().bytes()).isEqualTo(there);
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void theDownloadIsTheArtefact() {
    assertThat(new Scorm12Publisher(Sample.templates(), Sample.words()).downloads(Sample.content()))
        .singleElement()
        .satisfies(download -> assertThat(download.path()).isEqualTo(zip().path()));
  }
}
