package dev.rebound.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.source.Finding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One good package of each standard, and each rule's way to spoil it. */
class InspectorTest {
  private static final String SCORM_12 =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest identifier="tea" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
        xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
        <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
        <organizations default="org">
          <organization identifier="org">
            <title>Tea</title>
            <item identifier="item" identifierref="sco">
              <title>Tea</title>
              <adlcp:masteryscore>80</adlcp:masteryscore>
            </item>
          </organization>
        </organizations>
        <resources>
          <resource identifier="sco" type="webcontent" adlcp:scormtype="sco" href="index.html">
            <file href="index.html"/>
            <file href="tea%20pot.css"/>
          </resource>
        </resources>
      </manifest>
      """;

  private static final String SCORM_2004 =
      """
      <manifest identifier="tea" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
        xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
        <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
        <organizations default="org">
          <organization identifier="org">
            <title>Tea</title>
            <item identifier="item" identifierref="sco">
              <title>Tea</title>
              <imsss:sequencing>
                <imsss:objectives>
                  <imsss:primaryObjective objectiveID="course" satisfiedByMeasure="true">
                    <imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>
                  </imsss:primaryObjective>
                  <imsss:objective objectiveID="warm_first"/>
                </imsss:objectives>
              </imsss:sequencing>
            </item>
          </organization>
        </organizations>
        <resources>
          <resource identifier="sco" type="webcontent" adlcp:scormType="sco" href="index.html">
            <file href="index.html"/>
            <file href="tea%20pot.css"/>
          </resource>
        </resources>
      </manifest>
      """;

  private static final String CMI5 =
      """
      <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
        <course id="https://example.com/tea">
          <title><langstring lang="en">Tea</langstring></title>
          <description><langstring lang="en">Making it.</langstring></description>
        </course>
        <objectives>
          <objective id="https://example.com/warm">
            <title><langstring lang="en">Warm</langstring></title>
            <description><langstring lang="en">Warm the pot.</langstring></description>
          </objective>
        </objectives>
        <au id="https://example.com/tea/all" moveOn="CompletedAndPassed" masteryScore="0.8" launchMethod="AnyWindow">
          <title><langstring lang="en">Tea</langstring></title>
          <description><langstring lang="en">Making it.</langstring></description>
          <objectives><objective idref="https://example.com/warm"/></objectives>
          <url>index.html?from=lms</url>
        </au>
      </courseStructure>
      """;

  private static Map<String, String> files(String manifest, String text) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(manifest, text);
    files.put("index.html", "<a href=\"https://example.com\">elsewhere</a>");
    files.put("tea pot.css", "a { background: url(pot.svg) }");
    return files;
  }

  private static byte[] zip(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return bytes.toByteArray();
  }

  private static List<Finding> inspect(byte[] zip) {
    try {
      return Inspector.inspect("x.zip", new ByteArrayInputStream(zip));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String text(List<Finding> findings) {
    return findings.stream()
        .map(f -> f.span() + ": " + f.message() + " " + f.hint() + " [" + f.rule() + "]")
        .collect(Collectors.joining("\n"));
  }

  private static void expect(Map<String, String> files, String... parts) {
    assertThat(text(inspect(zip(files)))).contains(parts);
  }

  private static DynamicTest spoiled(
      String expected, String manifest, String good, UnaryOperator<String> spoil) {
    return DynamicTest.dynamicTest(
        expected,
        () -> {
          String bad = spoil.apply(good);
          assertThat(bad).isNotEqualTo(good);
          expect(files(manifest, bad), expected);
        });
  }

  @Test
  void saysWhatAGoodPackageIs() {
    assertThat(text(inspect(zip(files("imsmanifest.xml", SCORM_12)))))
        .isEqualTo(
            "x.zip!/imsmanifest.xml:2:1: SCORM 1.2 package \"Tea\": 1 SCO, 3 files, 1 KiB unpacked."
                + "  [PackageContents]");
    assertThat(text(inspect(zip(files("imsmanifest.xml", SCORM_2004)))))
        .contains("SCORM 2004 4th Edition package \"Tea\": 1 SCO")
        .hasLineCount(1);
    assertThat(text(inspect(zip(files("cmi5.xml", CMI5)))))
        .contains("cmi5 package \"Tea\": 1 assignable unit")
        .hasLineCount(1);
  }

  @Test
  void findsAFileByEveryWayToWriteItsAddress() {
    for (String address : List.of("./index.html", "%69ndex.html")) {
      String href = "href=\"" + address + "\"";
      String good = SCORM_12.replace("href=\"index.html\"", href);
      assertThat(text(inspect(zip(files("imsmanifest.xml", good))))).hasLineCount(1);
    }
    String based = SCORM_12.replace("<resources>", "<resources xml:base=\"./\">");
    assertThat(text(inspect(zip(files("imsmanifest.xml", based))))).hasLineCount(1);
    String spaced = CMI5.replace("index.html", "./tea%20pot.css");
    assertThat(text(inspect(zip(files("cmi5.xml", spaced))))).hasLineCount(1);
  }

  @TestFactory
  Stream<DynamicTest> findsWhatIsWrongInAManifest() {
    String xml = "imsmanifest.xml";
    return Stream.of(
        spoiled(
            "x.zip!/imsmanifest.xml:10:9: the mastery score is \"101\". It must be a number from 0"
                + " to 100. [BadValue]",
            xml,
            SCORM_12,
            s -> s.replace(">80<", ">101<")),
        spoiled("[DuplicateIdentifier]", xml, SCORM_12, s -> s.replace("\"item\"", "\"org\"")),
        spoiled("[DanglingReference]", xml, SCORM_12, s -> s.replace("ref=\"sco", "ref=\"so")),
        spoiled(
            "the organization \"or\"",
            xml,
            SCORM_12,
            s -> s.replace("default=\"org", "default=\"or")),
        spoiled(
            "There is \"index.html\": most servers tell case apart. [FileMissing]",
            xml,
            SCORM_12,
            s -> s.replace("<file href=\"index", "<file href=\"Index")),
        spoiled(
            "\"tea pot.css\" is in the package but in no <file>.",
            xml,
            SCORM_12,
            s -> s.replace("<file href=\"tea%20pot.css\"/>", "")),
        spoiled("no adlcp:scormtype", xml, SCORM_12, s -> s.replace("scormtype", "scormType")),
        spoiled("[NothingToLaunch]", xml, SCORM_12, s -> s.replace("identifierref=\"sco\"", "")),
        spoiled(
            "<title> at the wrong place",
            xml,
            SCORM_12,
            s ->
                s.replace("<title>Tea</title>\n      <item", "<item")
                    .replace("</item>", "</item><title>Tea</title>")),
        spoiled(
            "x.zip!/imsmanifest.xml:14:3: <resources> knows no attribute \"href\".",
            xml,
            SCORM_12,
            s -> s.replace("<resources>", "<resources href=\"x\">")),
        spoiled("the schema version is \"1.3\"", xml, SCORM_12, s -> s.replace(">1.2<", ">1.3<")),
        spoiled("[UnknownStandard]", xml, SCORM_12, s -> s.replace("v1p1p2", "v1p1p9")),
        spoiled("[BrokenXml]", xml, SCORM_12, s -> s.replace("</metadata>", "")),
        spoiled(
            "x.zip!/imsmanifest.xml:1:",
            xml,
            SCORM_12,
            s ->
                s.replace(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                        "<!DOCTYPE manifest [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")
                    .replace("Tea<", "&x;<")),
        spoiled(
            "x.zip!/imsmanifest.xml:12:15: minNormalizedMeasure",
            xml,
            SCORM_2004,
            s -> s.replace(">0.8<", ">80<")),
        spoiled(
            "<objective> has no objectiveID",
            xml,
            SCORM_2004,
            s -> s.replace("<imsss:objective objectiveID=\"warm_first\"", "<imsss:objective")),
        spoiled("\"course\" again", xml, SCORM_2004, s -> s.replace("warm_first", "course")),
        spoiled("[ManifestStructure]", xml, SCORM_2004, s -> s.replace("ADL SCORM", "")),
        spoiled(
            "absolute IRI", "cmi5.xml", CMI5, s -> s.replace("https://example.com/tea\"", "tea\"")),
        spoiled(
            "has no <description>",
            "cmi5.xml",
            CMI5,
            s -> s.replaceFirst("<description>.*</description>", "")),
        spoiled(
            "moveOn is \"Done\"", "cmi5.xml", CMI5, s -> s.replace("CompletedAndPassed", "Done")),
        spoiled("at most four decimals", "cmi5.xml", CMI5, s -> s.replace("0.8", "0.80001")),
        spoiled(
            "a parameter of <url> is \"fetch\"",
            "cmi5.xml",
            CMI5,
            s -> s.replace("from=", "fetch=")),
        spoiled(
            "<url> is \"https://example.com/a b\". It must be an address",
            "cmi5.xml",
            CMI5,
            s -> s.replaceAll("<url>.*</url>", "<url>https://example.com/a b</url>")),
        spoiled(
            "lang is \"English!\". It must be a language",
            "cmi5.xml",
            CMI5,
            s -> s.replaceFirst("lang=\"en\"", "lang=\"English!\"")),
        spoiled("[FileMissing]", "cmi5.xml", CMI5, s -> s.replace("index.html", "start.html")),
        spoiled(
            "<objectives> does not define",
            "cmi5.xml",
            CMI5,
            s -> s.replace("ref=\"https://example.com/warm", "ref=\"https://example.com/cold")),
        spoiled("has no <url>", "cmi5.xml", CMI5, s -> s.replaceAll("<url>.*</url>", "")));
  }

  @Test
  void refusesWhatAttacksTheReader() {
    Map<String, String> bomb = files("imsmanifest.xml", SCORM_12);
    bomb.put("zeros.bin", "0".repeat(40 << 20));
    expect(bomb, "\"zeros.bin\" unpacks to far more than it holds. Reading stopped", "[ZipBomb]");
    Map<String, String> texts = files("imsmanifest.xml", SCORM_12);
    String large = "0".repeat(4 << 20);
    for (int i = 0; i < 33; i++) {
      texts.put("page" + i + ".html", large);
    }
    expect(texts, "unpacks to far more than it holds. Reading stopped", "[ZipBomb]");
    for (String path :
        List.of("../up.html", "/etc/cron", "C:/x.html", "a\\b.html", "a/../../b", "a\nb")) {
      Map<String, String> files = files("imsmanifest.xml", SCORM_12);
      files.put(path, "");
      expect(files, "[UnsafePath]");
    }
    Map<String, String> twice = files("imsmanifest.xml", SCORM_12);
    twice.put("INDEX.html", "");
    expect(twice, "\"index.html\" and \"INDEX.html\", one file on many servers", "[DuplicatePath]");
    expect(files("imsmanifest.xml", "<a>".repeat(5000)), "nests them too deeply", "[BrokenXml]");
    expect(
        files(
            "imsmanifest.xml", "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"),
        "[ExternalEntity]");
  }

  @Test
  void saysWhatIsNoPackage() {
    expect(
        files("course/imsmanifest.xml", SCORM_12),
        "in the folder \"course/\", not at the root. Zip what is in the folder, not the folder.");
    expect(files("IMSManifest.xml", SCORM_12), "Rename it. [ManifestMissing]");
    expect(files("tincan.xml", "<tincan/>"), "xAPI (Tin Can)");
    expect(Map.of("a.txt", "a"), "neither imsmanifest.xml (SCORM) nor cmi5.xml");
    assertThat(text(inspect("no zip".getBytes(StandardCharsets.UTF_8)))).contains("[BrokenZip]");
    byte[] whole = zip(files("imsmanifest.xml", SCORM_12));
    assertThat(text(inspect(Arrays.copyOf(whole, 200)))).contains("[BrokenZip]");
  }

  @Test
  void findsWhatIsLoadedFromElsewhere() {
    Map<String, String> files = files("imsmanifest.xml", SCORM_12);
    files.put("index.html", "<p>\n<script src=\"https://cdn.example/x.js\"></script>");
    expect(files, "x.zip!/index.html:2:14: loads https://cdn.example/x.js", "[OutsideRequest]");
  }

  @Test
  void findsWhatAPageLoadsAndThePackageLacks() {
    Map<String, String> files = files("imsmanifest.xml", SCORM_12);
    files.put(
        "index.html",
        """
        <!-- <img src="old.png"> -->
        <script>document.write('<img src="' + made + '.png">');</script>
        <link rel="stylesheet" href="tea%20pot.css"><link rel="next" href="more.html">
        <img alt="" src="data:image/png;base64,AA"><img alt="" src="${name}.png">
        <img alt="" src="./pictures/../pot.png?1">
        <script defer src="Index.html"></script>
        <picture><source srcset="tea%20pot.css 1x, wide.webp 2x"></picture><video src="pour.mp4" poster='first.png'></video>
        """);
    assertThat(text(inspect(zip(files))).lines().filter(it -> it.contains("[Loaded")))
        .containsExactly(
            "x.zip!/index.html:5:18: loads \"pot.png\", which is not in the package.  [LoadedFileMissing]",
            "x.zip!/index.html:6:20: loads \"Index.html\", which is not in the package. There is"
                + " \"index.html\": most servers tell case apart. [LoadedFileMissing]",
            "x.zip!/index.html:7:44: loads \"wide.webp\", which is not in the package.  [LoadedFileMissing]",
            "x.zip!/index.html:7:80: loads \"pour.mp4\", which is not in the package.  [LoadedFileMissing]",
            "x.zip!/index.html:7:98: loads \"first.png\", which is not in the package.  [LoadedFileMissing]");
  }

  @Test
  void findsControlDocumentsThatAreNamedAndAbsent() {
    String named =
        SCORM_12.replace(
            "<manifest ",
            "<manifest xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\""
                + "http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd"
                + " http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd"
                + " http://www.imsglobal.org/x http://www.imsglobal.org/x.xsd\" ");
    Map<String, String> files = files("imsmanifest.xml", named);
    files.put("imscp_rootv1p1p2.xsd", "<schema/>");
    expect(files, "lacks: adlcp_rootv1p2.xsd. Put them", "[ControlDocumentMissing]");
    files.put("adlcp_rootv1p2.xsd", "<schema/>");
    assertThat(text(inspect(zip(files)))).hasLineCount(1);
  }

  /** Up to the third edition, how much is enough stands as a text. */
  @Test
  void readsManifestsOfTheSecondEdition() {
    String second =
        SCORM_2004
            .replace("2004 4th Edition", "CAM 1.3")
            .replace(
                "<imsss:sequencing>",
                "<adlcp:completionThreshold>0.75</adlcp:completionThreshold><imsss:sequencing>");
    assertThat(text(inspect(zip(files("imsmanifest.xml", second)))))
        .contains("SCORM 2004 2nd Edition package")
        .hasLineCount(1);
    expect(files("imsmanifest.xml", second.replace("0.75", "75")), "minProgressMeasure is \"75\"");
  }

  @Test
  void everyRuleHasItsPage() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("docs/rules/packages"))) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrder(
              Stream.of(PackageRule.values())
                  .map(rule -> rule.id() + ".md")
                  .toArray(String[]::new));
    }
    for (PackageRule rule : PackageRule.values()) {
      assertThat(Files.readString(Path.of("docs/rules/packages/" + rule.id() + ".md")))
          .startsWith("# " + rule.id() + "\n")
          .contains("\n## Why\n", "\n## What to do\n");
    }
  }
}
