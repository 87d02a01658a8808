package dev.rebound.publish.print;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences.DUPLEX;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences.PRINT_SCALING;

/** What a reader's print dialogue begins with (ISO 32000-1, 12.2): 100 %, and which sides. */
final class PrintDialogue {
  private PrintDialogue() {}

  /**
   * @param duplex {@code long-edge}, {@code short-edge} or {@code one-side}; anything else leaves
   *     it to the reader
   */
  static void set(PDDocument document, String duplex) {
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    PDViewerPreferences known = catalog.getViewerPreferences();
    PDViewerPreferences preferences =
        known == null ? new PDViewerPreferences(new COSDictionary()) : known;
    preferences.setPrintScaling(PRINT_SCALING.None);
    switch (duplex) {
      case "long-edge" -> preferences.setDuplex(DUPLEX.DuplexFlipLongEdge);
      case "short-edge" -> preferences.setDuplex(DUPLEX.DuplexFlipShortEdge);
      case "one-side" -> preferences.setDuplex(DUPLEX.Simplex);
      default -> {}
    }
    catalog.setViewerPreferences(preferences);
  }
}
