package dev.rebound.exchange.qti;

import dev.rebound.exchange.Bank;
import dev.rebound.source.XmlText;
import java.util.List;

/** The manifest of a package of QTI 1.2, or of a cartridge of version 1.1, which most import. */
final class ResultsManifest {
  private final boolean cartridge;

  ResultsManifest(boolean cartridge) {
    this.cartridge = cartridge;
  }

  String write(Bank bank, List<String> pictures) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<manifest identifier=\"manifest\" xmlns=\"");
    if (cartridge) {
      xml.append("http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1\"");
      xml.append(" xmlns:lom=\"http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest\">\n  <metadata>\n");
      xml.append("    <schema>IMS Common Cartridge</schema>\n");
      xml.append("    <schemaversion>1.1.0</schemaversion>\n");
      xml.append("    <lom:lom><lom:general><lom:title><lom:string>");
      XmlText.escape(bank.title(), xml);
      xml.append("</lom:string></lom:title></lom:general></lom:lom>\n  </metadata>\n");
      organization(bank, xml);
    } else {
      xml.append("http://www.imsglobal.org/xsd/imscp_v1p1\">\n  <metadata>\n");
      xml.append("    <schema>IMS Content</schema>\n");
      xml.append("    <schemaversion>1.1.3</schemaversion>\n  </metadata>\n");
      xml.append("  <organizations/>\n");
    }
    xml.append("  <resources>\n    <resource identifier=\"quiz\" type=\"imsqti_xmlv1p2");
    xml.append(
        cartridge ? "/imscc_xmlv1p1/assessment\">\n" : "\" href=\"quiz/assessment_qti.xml\">\n");
    xml.append("      <file href=\"quiz/assessment_qti.xml\"/>\n");
    if (cartridge) {
      for (int i = 0; i < pictures.size(); i++) {
        xml.append("      <dependency identifierref=\"picture-").append(i + 1).append("\"/>\n");
      }
      xml.append("    </resource>\n");
      for (int i = 0; i < pictures.size(); i++) {
        xml.append("    <resource identifier=\"picture-").append(i + 1);
        xml.append("\" type=\"webcontent\" href=\"");
        address(pictures.get(i), xml);
        xml.append("\">\n");
        file(pictures.get(i), xml);
        xml.append("    </resource>\n");
      }
    } else {
      pictures.forEach(it -> file(it, xml));
      xml.append("    </resource>\n");
    }
    return xml.append("  </resources>\n</manifest>\n").toString();
  }

  private static void organization(Bank bank, StringBuilder xml) {
    xml.append("  <organizations>\n    <organization identifier=\"organization\"");
    xml.append(" structure=\"rooted-hierarchy\">\n      <item identifier=\"root\">\n");
    xml.append("        <item identifier=\"item\" identifierref=\"quiz\"><title>");
    XmlText.escape(bank.title(), xml);
    xml.append("</title></item>\n      </item>\n    </organization>\n  </organizations>\n");
  }

  private static void file(String path, StringBuilder xml) {
    xml.append("      <file href=\"");
    address(path, xml);
    xml.append("\"/>\n");
  }

  private static void address(String path, StringBuilder xml) {
    XmlText.escape(path.replace(" ", "%20"), xml);
  }
}
