package dev.rebound.publish.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** What the engine leaves to do before a document is saved. */
final class PdfFinisher {
  private PdfFinisher() {}

  /**
   * @param rights who may do what with the document
   * @param mirrored whether the cells of its tables stand from left to right and are read the other
   *     way
   */
  static void finish(PDDocument document, Drawings drawings, String rights, boolean mirrored)
      throws IOException {
    ReadingOrder.arrange(document, drawings, mirrored);
    StreamOrder.arrange(document, drawings);
    addOutputIntent(document);
    addRights(document, rights);
  }

  /**
   * Written as it is: the JDK's own classes would rewrite the profile, each version its own way.
   */
  private static void addOutputIntent(PDDocument document) throws IOException {
    COSStream profile = document.getDocument().createCOSStream();
    profile.setInt(COSName.N, 3);
    try (OutputStream out = profile.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(SrgbProfile.bytes());
    }
    COSDictionary intent = new COSDictionary();
    intent.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
    intent.setItem(COSName.S, COSName.GTS_PDFA1);
    intent.setString(COSName.OUTPUT_CONDITION_IDENTIFIER, "sRGB IEC61966-2.1");
    intent.setString(COSName.INFO, "sRGB IEC61966-2.1");
    intent.setItem(COSName.DEST_OUTPUT_PROFILE, profile);
    COSArray intents = new COSArray();
    intents.add(intent);
    document.getDocumentCatalog().getCOSObject().setItem(COSName.OUTPUT_INTENTS, intents);
  }

  /** The engine writes XMP for every field but this one. */
  private static void addRights(PDDocument document, String rights) throws IOException {
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    String before = "<dc:format>";
    int at = xmp.indexOf(before);
    if (at < 0) {
      throw new PrintFailure("The PDF engine wrote no Dublin Core that rights could join.");
    }
    String element =
        "<dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">"
            + org.jsoup.nodes.Entities.escape(rights)
            + "</rdf:li></rdf:Alt></dc:rights>";
    metadata.importXMPMetadata(
        (xmp.substring(0, at) + element + xmp.substring(at)).getBytes(StandardCharsets.UTF_8));
  }
}
