package dev.rebound.publish.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** What is drawn on a document's pages: each is read once, however often it is changed. */
final class Drawings {

  /** An operator and what it takes (ISO 32000-1, 7.8.2). */
  record Step(Operator operator, List<COSBase> operands) {
    static Step of(String operator, COSBase... operands) {
      return new Step(Operator.getOperator(operator), List.of(operands));
    }

    String name() {
      return operator.getName();
    }

    boolean is(String name) {
      return operator.getName().equals(name);
    }

    /** The id of the marked content that begins here; -1 where none does. */
    int markedContent() {
      return is("BDC")
              && operands.get(1) instanceof COSDictionary properties
              && properties.getDictionaryObject(COSName.MCID) instanceof COSNumber id
          ? id.intValue()
          : -1;
    }

    /** Whether it begins what is not read. */
    boolean beginsArtefact() {
      return (is("BDC") || is("BMC")) && operands.get(0).equals(COSName.ARTIFACT);
    }
  }

  private final PDDocument document;
  private final Map<COSDictionary, List<Step>> pages = new LinkedHashMap<>();

  private Drawings(PDDocument document) {
    this.document = document;
  }

  static Drawings of(PDDocument document) throws IOException {
    Drawings drawings = new Drawings(document);
    for (PDPage page : document.getPages()) {
      List<Step> steps = new ArrayList<>();
      List<COSBase> operands = new ArrayList<>();
      PDFStreamParser parser = new PDFStreamParser(page);
      for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
        if (token instanceof Operator operator) {
          steps.add(new Step(operator, List.copyOf(operands)));
          operands.clear();
        } else if (token instanceof COSBase operand) {
          operands.add(operand);
        }
      }
      drawings.pages.put(page.getCOSObject(), steps);
    }
    return drawings;
  }

  List<Step> of(PDPage page) {
    return pages.getOrDefault(page.getCOSObject(), List.of());
  }

  void put(PDPage page, List<Step> steps) {
    pages.put(page.getCOSObject(), steps);
  }

  /** Writes the pages that the document has now. */
  void write() throws IOException {
    for (PDPage page : document.getPages()) {
      PDStream contents = new PDStream(document);
      write(of(page), contents);
      page.setContents(contents);
    }
  }

  static void write(List<Step> steps, PDStream to) throws IOException {
    try (OutputStream out = to.createOutputStream(COSName.FLATE_DECODE)) {
      ContentStreamWriter writer = new ContentStreamWriter(out);
      for (Step step : steps) {
        for (COSBase operand : step.operands()) {
          writer.writeToken(operand);
        }
        writer.writeToken(step.operator());
      }
    }
  }
}
