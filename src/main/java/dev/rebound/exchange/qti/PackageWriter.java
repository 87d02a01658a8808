package dev.rebound.exchange.qti;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.Notes;
import dev.rebound.exchange.Outgoing;
import dev.rebound.exchange.ZipParts;
import dev.rebound.source.Inline;
import dev.rebound.source.XmlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes a bank as a package: a test, an item for each question, the pictures that they show. */
final class PackageWriter {
  private static final String ITEMS = "items/";
  private static final String PICTURES = "images/";
  private static final String TEST = "test.xml";

  private final Version version;
  private final Outgoing out;
  private final Map<String, byte[]> parts = new TreeMap<>();
  private final QtiXml test;
  private final StringBuilder resources = new StringBuilder();
  private final StringBuilder dependencies = new StringBuilder();

  PackageWriter(Version version, Outgoing out) {
    this.version = version;
    this.out = out;
    this.test = new QtiXml(version.three());
  }

  byte[] write(Bank bank) {
    test.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .open(
            "assessmentTest", "xmlns", version.items(), "identifier", "test", "title", bank.title())
        .line()
        .empty(
            "outcomeDeclaration",
            "identifier",
            ItemWriter.SCORE,
            "cardinality",
            "single",
            "baseType",
            "float")
        .open(
            "testPart",
            "identifier",
            "part",
            "navigationMode",
            "nonlinear",
            "submissionMode",
            "individual")
        .open(
            "assessmentSection", "identifier", "section", "title", bank.title(), "visible", "true")
        .line();
    bank.questions().forEach(this::question);
    test.close("assessmentSection")
        .close("testPart")
        .open("outcomeProcessing")
        .open("setOutcomeValue", "identifier", ItemWriter.SCORE)
        .open("sum")
        .empty(
            "testVariables", "variableIdentifier", ItemWriter.SCORE, "weightIdentifier", "WEIGHT")
        .close("sum")
        .close("setOutcomeValue")
        .close("outcomeProcessing")
        .close("assessmentTest")
        .line();
    parts.put(TEST, test.toString().getBytes(StandardCharsets.UTF_8));
    parts.put(QtiPackage.MANIFEST, manifest(bank).getBytes(StandardCharsets.UTF_8));
    return ZipParts.write(parts);
  }

  /** An identifier begins with a letter. */
  static String identifier(String id) {
    return !id.isEmpty() && Character.isDigit(id.charAt(0)) ? "q-" + id : id;
  }

  private void question(BankQuestion original) {
    Notes.Disguise disguise = Notes.disguise(original, Set.of("likert"));
    BankQuestion it = disguise.question();
    List<Notes.Note> notes = new ArrayList<>(disguise.notes());
    notes.addAll(Notes.of(it, PackageWriter::isKept));
    Set<String> shown = new TreeSet<>();
    String item =
        new ItemWriter(
                it,
                version,
                markdown -> html(it, markdown, shown),
                markdown -> out.plain(it, markdown))
            .write(identifier(it.id()), notes.stream().filter(note -> !note.isShort()).toList());
    String path = ITEMS + it.id() + ".xml";
    parts.put(path, item.getBytes(StandardCharsets.UTF_8));
    reference(it, path);
    String id = "item-" + it.id();
    resource(
        id, version.type("item"), path, shown, notes.stream().filter(Notes.Note::isShort).toList());
    dependencies.append("      <dependency identifierref=\"").append(id).append("\"/>\n");
  }

  private static boolean isKept(String key) {
    return switch (key) {
      case BankQuestion.SELECT,
          BankQuestion.SHUFFLE,
          BankQuestion.UNIT,
          BankQuestion.WEIGHT,
          BankQuestion.ATTEMPTS,
          "answer feedback" ->
          true;
      default -> false;
    };
  }

  private void reference(BankQuestion it, String path) {
    test.open("assessmentItemRef", "identifier", "ref-" + it.id(), "href", path);
    it.setting(BankQuestion.ATTEMPTS)
        .ifPresent(tries -> test.empty("itemSessionControl", "maxAttempts", tries));
    test.empty(
            "weight", "identifier", "WEIGHT", "value", it.setting(BankQuestion.WEIGHT).orElse("1"))
        .close("assessmentItemRef")
        .line();
  }

  private String html(BankQuestion it, String markdown, Set<String> shown) {
    return out.html(it, markdown, image -> picture(image, shown)).replace("<br>", "<br/>");
  }

  private Optional<String> picture(Inline.Image image, Set<String> shown) {
    Optional<byte[]> bytes = out.picture(image.path());
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    String path = PICTURES + image.path().substring(image.path().lastIndexOf('/') + 1);
    parts.put(ITEMS + path, bytes.get());
    shown.add(path);
    StringBuilder tag = new StringBuilder("<img src=\"");
    XmlText.escape(path.replace(" ", "%20"), tag);
    tag.append("\" alt=\"");
    XmlText.escape(image.alt(), tag);
    return Optional.of(tag.append("\"/>").toString());
  }

  private void resource(
      String id, String type, String path, Set<String> shown, List<Notes.Note> notes) {
    resources
        .append("    <resource identifier=\"")
        .append(id)
        .append("\" type=\"")
        .append(type)
        .append("\" href=\"")
        .append(path)
        .append("\">\n");
    if (!notes.isEmpty()) {
      resources.append("      <metadata>");
      keywords(notes.stream().map(Notes.Note::toString).toList(), resources);
      resources.append("</metadata>\n");
    }
    resources.append("      <file href=\"").append(path).append("\"/>\n");
    for (String picture : shown) {
      resources.append("      <file href=\"");
      XmlText.escape(ITEMS + picture.replace(" ", "%20"), resources);
      resources.append("\"/>\n");
    }
    resources.append("    </resource>\n");
  }

  private static void keywords(List<String> words, StringBuilder to) {
    to.append("<imsmd:lom><imsmd:general>");
    for (String word : words) {
      to.append("<imsmd:keyword><imsmd:string xml:lang=\"en\">");
      XmlText.escape(word, to);
      to.append("</imsmd:string></imsmd:keyword>");
    }
    to.append("</imsmd:general></imsmd:lom>");
  }

  private String manifest(Bank bank) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<manifest xmlns=\"").append(version.manifest());
    xml.append("\" xmlns:imsmd=\"http://ltsc.ieee.org/xsd/LOM\" identifier=\"manifest\">\n");
    xml.append("  <metadata>\n    <schema>").append(version.schema());
    xml.append("</schema>\n    <schemaversion>").append(version.number());
    xml.append("</schemaversion>\n  </metadata>\n  <organizations/>\n  <resources>\n");
    xml.append("    <resource identifier=\"test\" type=\"").append(version.type("test"));
    xml.append("\" href=\"").append(TEST).append("\">\n");
    if (bank.graded()) {
      xml.append("      <metadata>");
      keywords(List.of(Notes.GRADED), xml);
      xml.append("</metadata>\n");
    }
    xml.append("      <file href=\"").append(TEST).append("\"/>\n").append(dependencies);
    xml.append("    </resource>\n").append(resources);
    return xml.append("  </resources>\n</manifest>\n").toString();
  }
}
