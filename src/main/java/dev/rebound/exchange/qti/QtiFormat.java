package dev.rebound.exchange.qti;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.Format;
import dev.rebound.exchange.Imported;
import dev.rebound.exchange.Incoming;
import dev.rebound.exchange.Outgoing;
import dev.rebound.exchange.Unreadable;
import dev.rebound.exchange.Upload;
import java.util.List;
import java.util.Set;

/**
 * QTI 2.1 or 3.0: an item, or a package of a test with its items, its pictures and a manifest.
 *
 * <pre>{@code
 * <assessmentItem identifier="slow-service" …>
 *   <responseDeclaration identifier="RESPONSE" …><correctResponse>…
 *   <itemBody><choiceInteraction responseIdentifier="RESPONSE" …>
 *   <responseProcessing template="…/match_correct"/>
 * </assessmentItem>
 * }</pre>
 *
 * @see <a href="https://www.imsglobal.org/question/">1EdTech QTI</a>
 */
public final class QtiFormat implements Format {
  private static final Set<String> ROOTS = Set.of("assessmentItem", "assessmentTest");

  private final Version version;

  private QtiFormat(Version version) {
    this.version = version;
  }

  public static QtiFormat two() {
    return new QtiFormat(Version.TWO);
  }

  public static QtiFormat three() {
    return new QtiFormat(Version.THREE);
  }

  @Override
  public String name() {
    return version.three() ? "qti30" : "qti21";
  }

  @Override
  public List<String> endings() {
    return List.of("." + name() + ".zip");
  }

  @Override
  public boolean recognises(Upload file) {
    String vocabulary = QtiPackage.vocabulary(file);
    if (file.isZip()) {
      return vocabulary.contains(version.three() ? "item_xmlv3p" : "item_xmlv2p");
    }
    boolean three = vocabulary.contains("<qti-") || vocabulary.contains(":qti-");
    return three == version.three() && ROOTS.contains(QtiReader.root(file));
  }

  @Override
  public Imported read(Upload file, Incoming in) throws Unreadable {
    return new QtiReader(in).read(file);
  }

  @Override
  public byte[] write(Bank bank, Outgoing out) {
    return new PackageWriter(version, out).write(bank);
  }
}
