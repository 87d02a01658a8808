package dev.rebound.exchange.qti;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.Format;
import dev.rebound.exchange.Imported;
import dev.rebound.exchange.Incoming;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Notes;
import dev.rebound.exchange.Outgoing;
import dev.rebound.exchange.Unreadable;
import dev.rebound.exchange.Upload;
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

/**
 * QTI 1.2, which Canvas, Blackboard and others import, and Common Cartridge, which holds a part of
 * it: choices, true-false, texts to type and essays.
 *
 * @see <a href="https://www.imsglobal.org/cc/">1EdTech Common Cartridge</a>
 */
public final class ResultsFormat implements Format {
  private static final Set<String> DISGUISED = Set.of("sequencing", "sort", "likert", "hot-text");
  private static final Set<String> CARTRIDGE =
      Set.of("choice", "true-false", "fill-in", "long-answer");
  private static final String PICTURES = "web_resources/";

  private final boolean cartridge;

  private ResultsFormat(boolean cartridge) {
    this.cartridge = cartridge;
  }

  public static ResultsFormat qti12() {
    return new ResultsFormat(false);
  }

  public static ResultsFormat cartridge() {
    return new ResultsFormat(true);
  }

  @Override
  public String name() {
    return cartridge ? "cc" : "qti12";
  }

  @Override
  public List<String> endings() {
    return List.of(cartridge ? ".imscc" : ".qti12.zip");
  }

  @Override
  public boolean recognises(Upload file) {
    String vocabulary = QtiPackage.vocabulary(file);
    if (!file.isZip()) {
      return !cartridge && QtiReader.root(file).equals("questestinterop");
    }
    boolean common = vocabulary.contains("imscc_xmlv") || vocabulary.contains("common cartridge");
    return cartridge
        ? common
        : !common && (vocabulary.contains("imsqti_xmlv1p") || vocabulary.contains("x-bb-qti"));
  }

  @Override
  public Imported read(Upload file, Incoming in) throws Unreadable {
    return new QtiReader(in).read(file);
  }

  @Override
  public byte[] write(Bank bank, Outgoing out) {
    Map<String, byte[]> parts = new TreeMap<>();
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<questestinterop xmlns=\"http://www.imsglobal.org/xsd/ims_qtiasiv1p2");
    xml.append("\">\n  <assessment ident=\"quiz\" title=\"");
    XmlText.escape(bank.title(), xml);
    xml.append("\">\n");
    if (cartridge) {
      xml.append("    <qtimetadata><qtimetadatafield><fieldlabel>cc_profile</fieldlabel>");
      xml.append("<fieldentry>cc.exam.v0p1</fieldentry></qtimetadatafield></qtimetadata>\n");
    }
    xml.append("    <section ident=\"root_section\">\n");
    bank.questions().forEach(it -> question(it, out, xml, parts));
    xml.append("    </section>\n  </assessment>\n");
    if (bank.graded()) {
      xml.append("  <!-- ").append(Notes.GRADED).append(" -->\n");
    }
    xml.append("</questestinterop>\n");
    List<String> pictures = List.copyOf(parts.keySet());
    parts.put("quiz/assessment_qti.xml", xml.toString().getBytes(StandardCharsets.UTF_8));
    parts.put(
        QtiPackage.MANIFEST,
        new ResultsManifest(cartridge).write(bank, pictures).getBytes(StandardCharsets.UTF_8));
    return ZipParts.write(parts);
  }

  private void question(
      BankQuestion original, Outgoing out, StringBuilder xml, Map<String, byte[]> parts) {
    Notes.Disguise disguise = Notes.disguise(original, DISGUISED);
    BankQuestion it = disguise.question();
    boolean keyed = it.answers().stream().anyMatch(BankAnswer::right);
    if (cartridge && !(CARTRIDGE.contains(it.type()) && keyed)) {
      out.losses()
          .add(
              original,
              Loss.What.QUESTION,
              "a cartridge has no place for " + original.type() + "; it is left out.");
      return;
    }
    List<Notes.Note> notes = new ArrayList<>(disguise.notes());
    notes.addAll(Notes.of(it, key -> isKept(it, key)));
    xml.append(
        new ResultsWriter(
                it,
                cartridge,
                markdown -> out.html(it, markdown, image -> picture(image, out, parts)),
                markdown -> out.plain(it, markdown))
            .write(notes));
  }

  private static boolean isKept(BankQuestion it, String key) {
    return switch (key) {
      case "answer feedback" -> !it.type().equals("matching");
      case "hints", BankQuestion.SELECT, BankQuestion.WEIGHT -> true;
      case BankQuestion.SHUFFLE -> it.type().equals("choice");
      default -> false;
    };
  }

  private static Optional<String> picture(
      Inline.Image image, Outgoing out, Map<String, byte[]> parts) {
    Optional<byte[]> bytes = out.picture(image.path());
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    String name = image.path().substring(image.path().lastIndexOf('/') + 1);
    parts.put(PICTURES + name, bytes.get());
    StringBuilder tag = new StringBuilder("<img src=\"$IMS-CC-FILEBASE$/");
    XmlText.escape(name.replace(" ", "%20"), tag);
    tag.append("\" alt=\"");
    XmlText.escape(image.alt(), tag);
    return Optional.of(tag.append("\">").toString());
  }
}
