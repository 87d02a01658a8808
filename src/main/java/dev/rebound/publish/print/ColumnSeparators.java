package dev.rebound.publish.print;

import dev.rebound.publish.print.Drawings.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/**
 * Keeps columns apart for readers that know no tags and guess from white what belongs together,
 * such as {@code pdftotext}: a line of a card that has none beside it would seem to run across the
 * sheet. Between two columns stands a letter as high as the page, which is not painted and is
 * copied as Unicode's invisible separator.
 */
final class ColumnSeparators {
  private static final double POINT = 25.4 / 72;

  /** U+2063, in UTF-16. */
  private static final byte[] INVISIBLE = {(byte) 0xFE, (byte) 0xFF, 0x20, 0x63};

  private ColumnSeparators() {}

  /** A letter, whichever: what it is says nothing, for it is not painted. */
  record Letter(COSBase font, COSString code) {}

  /** The first letter that is shown. */
  static Optional<Letter> letter(List<Step> drawn) {
    COSBase font = COSName.F;
    for (Step step : drawn) {
      if (step.is("Tf")) {
        font = step.operands().get(0);
      } else if (step.is("Tj") && step.operands().get(0) instanceof COSString text) {
        return Optional.of(new Letter(font, new COSString(Arrays.copyOf(text.getBytes(), 2))));
      }
    }
    return Optional.empty();
  }

  /**
   * @param letter its font as the page names it
   * @param edges where columns meet, in millimetres
   * @param height of the page
   */
  static List<Step> between(List<Step> drawn, Letter letter, List<Double> edges, double height) {
    List<Step> all = new ArrayList<>(drawn);
    float size = (float) (height / POINT * .6);
    for (double edge : edges) {
      COSDictionary copied = new COSDictionary();
      copied.setItem(COSName.ACTUAL_TEXT, new COSString(INVISIBLE));
      all.add(Step.of("BMC", COSName.ARTIFACT));
      all.add(Step.of("BDC", COSName.getPDFName("Span"), copied));
      all.add(Step.of("q"));
      all.add(Step.of("BT"));
      all.add(Step.of("Tr", COSInteger.THREE));
      all.add(Step.of("Tf", letter.font(), new COSFloat(size)));
      // Its letter is a hair wide.
      all.add(Step.of("Tz", new COSFloat(.05f)));
      all.add(
          Step.of(
              "Tm",
              COSInteger.ONE,
              COSInteger.ZERO,
              COSInteger.ZERO,
              COSInteger.ONE,
              new COSFloat((float) (edge / POINT)),
              new COSFloat((float) (height / POINT * .2))));
      all.add(Step.of("Tj", letter.code()));
      all.add(Step.of("ET"));
      all.add(Step.of("Q"));
      all.add(Step.of("EMC"));
      all.add(Step.of("EMC"));
    }
    return all;
  }
}
