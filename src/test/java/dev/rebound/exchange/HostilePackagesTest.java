package dev.rebound.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rebound.exchange.qti.QtiFormat;
import dev.rebound.exchange.qti.ResultsFormat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Packages of QTI that somebody made to do harm, or that were cut short on their way. */
class HostilePackagesTest {
  private static final String MANIFEST = "imsmanifest.xml";
  private static final String DOCTYPE =
      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";

  private static byte[] good(Format format) {
    return Trip.write(format, new BankMaker(1).bank(10), Map.of()).bytes();
  }

  private static String refusal(Format format, byte[] bytes) {
    Upload upload = new Upload("file.zip", bytes);
    Unreadable refused = catchThrowableOfType(Unreadable.class, () -> Trip.read(format, upload));
    assertThat(refused).as(format.name()).isNotNull();
    return refused.span() + ": " + refused.message();
  }

  @TestFactory
  Stream<DynamicTest> eachIsRefused() {
    return Stream.of(
            QtiFormat.two(), QtiFormat.three(), ResultsFormat.qti12(), ResultsFormat.cartridge())
        .map(format -> DynamicTest.dynamicTest(format.name(), () -> refuses(format)));
  }

  private static void refuses(Format format) throws Unreadable {
    byte[] good = good(format);
    Map<String, byte[]> parts = ZipParts.read(new Upload("file", good), path -> true);

    assertThat(refusal(format, Arrays.copyOf(good, good.length / 2)))
        .contains("cannot be unpacked");

    Map<String, byte[]> typed = new TreeMap<>(parts);
    typed.put(MANIFEST, (DOCTYPE + "<manifest>&e;</manifest>").getBytes(StandardCharsets.UTF_8));
    assertThat(refusal(format, ZipParts.write(typed))).contains(MANIFEST, "document type");

    Map<String, byte[]> bomb = new TreeMap<>(parts);
    bomb.put("images/zeros.png", new byte[100 << 20]);
    assertThat(refusal(format, ZipParts.write(bomb))).contains("far more than it holds");

    Map<String, byte[]> slip = new TreeMap<>(parts);
    slip.put("../../evil.xml", new byte[1]);
    assertThat(refusal(format, ZipParts.write(slip))).contains("leaves it");

    Map<String, byte[]> broken = new TreeMap<>(parts);
    broken.put(MANIFEST, "<manifest".getBytes(StandardCharsets.UTF_8));
    assertThat(refusal(format, ZipParts.write(broken))).contains(MANIFEST, "not well-formed");

    assertThat(refusal(format, "<html>Not it</html>".getBytes(StandardCharsets.UTF_8)))
        .contains("is HTML");
    assertThat(
            refusal(
                format,
                ZipParts.write(Map.of("readme.xml", "<a/>".getBytes(StandardCharsets.UTF_8)))))
        .contains("has no item");
  }

  /** A part that is broken is a loss, and the others come along. */
  @Test
  void aBrokenItemIsALoss() throws Unreadable {
    Map<String, byte[]> parts =
        new TreeMap<>(ZipParts.read(new Upload("file", good(QtiFormat.two())), path -> true));
    String item = parts.keySet().stream().filter(it -> it.startsWith("items/")).findFirst().get();
    parts.put(
        item, (DOCTYPE + "<assessmentItem>&e;</assessmentItem>").getBytes(StandardCharsets.UTF_8));
    Trip.Arrival arrival =
        Trip.read(QtiFormat.two(), new Upload("file.zip", ZipParts.write(parts)));
    assertThat(arrival.bank().questions()).hasSize(9);
    assertThat(arrival.losses())
        .extracting(Loss::message)
        .containsExactly("a file of it has a document type, which may read other files.");
  }

  @Test
  void aMillionItemsAreRefused() {
    StringBuilder xml = new StringBuilder("<questestinterop>");
    for (int i = 0; i < 300_000; i++) {
      xml.append("<item ident=\"i\"/>");
    }
    byte[] bytes = xml.append("</questestinterop>").toString().getBytes(StandardCharsets.UTF_8);
    assertThat(refusal(ResultsFormat.qti12(), bytes)).contains("more than 10000 questions");
  }

  /** What an item says of its score may ask for more steps than anybody has time for. */
  @Test
  void endlessScoringIsNotTried() throws Unreadable {
    StringBuilder choices = new StringBuilder();
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 480; i++) {
      choices.append("<simpleChoice identifier=\"c").append(i).append("\">x</simpleChoice>");
    }
    for (int i = 0; i < 2_000; i++) {
      rules.append(
          "<responseCondition><responseIf><match><variable identifier=\"R\"/><correct"
              + " identifier=\"R\"/></match><exitResponse/></responseIf></responseCondition>");
    }
    String xml =
        "<assessmentItem identifier=\"x\" title=\"x\"><responseDeclaration identifier=\"R\""
            + " cardinality=\"multiple\" baseType=\"identifier\"/><outcomeDeclaration"
            + " identifier=\"SCORE\" cardinality=\"single\" baseType=\"float\"/><itemBody><p>Which?</p>"
            + "<choiceInteraction responseIdentifier=\"R\">"
            + choices
            + "</choiceInteraction></itemBody><responseProcessing>"
            + rules
            + "</responseProcessing></assessmentItem>";
    Trip.Arrival arrival =
        Trip.read(QtiFormat.two(), new Upload("x.xml", xml.getBytes(StandardCharsets.UTF_8)));
    assertThat(arrival.bank().questions()).isEmpty();
    assertThat(arrival.losses()).extracting(Loss::what).isEqualTo(List.of(Loss.What.QUESTION));
  }
}
