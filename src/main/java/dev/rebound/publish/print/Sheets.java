package dev.rebound.publish.print;

import dev.rebound.publish.print.Drawings.Step;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.util.Matrix;

/**
 * Sheets of paper, put together from pieces. The engine lays out and paints each piece once, as a
 * page of its own; here it goes to its place on a sheet, with its tags, and where it stands again,
 * the same drawing is shown again, as an artefact that nobody reads twice.
 *
 * <pre>{@code
 * pages  [margin] [ground] [front 1] [back 1] [front 2] …
 *     →   pages  [margin + fronts on grounds] [margin + backs on grounds]
 * }</pre>
 */
final class Sheets {
  private static final double POINT = 25.4 / 72;

  /** What begins and ends marked content. */
  private static final Set<String> MARKS = Set.of("BMC", "BDC", "EMC");

  /**
   * A piece where it lies.
   *
   * @param piece the page the engine made, from 0
   * @param ground the one it lies on, which is shown and not read
   * @param x its left edge, in millimetres from the sheet's
   * @param y its upper edge, from the sheet's upper edge
   * @param width how wide it is there: the whole piece grows with it
   * @param again whether it is shown and not read
   */
  record Laid(
      int piece,
      Optional<Integer> ground,
      double x,
      double y,
      double width,
      double height,
      boolean again) {}

  /** A black bar that says where to cut, in millimetres. */
  record Mark(double x, double y, double width, double height) {}

  /**
   * One side of a sheet, in millimetres.
   *
   * @param around what the cards lie on
   * @param cards each on white, for a neighbour's colour may run over this far
   */
  record Side(
      double width,
      double height,
      Optional<Laid> around,
      List<Laid> cards,
      List<Mark> marks,
      Trim trim) {}

  /**
   * What is cut out of a sheet, in millimetres.
   *
   * @param bleed how far colour runs over it
   */
  record Trim(double x, double y, double width, double height, Stock.Size bleed) {
    PDRectangle box(double pageHeight) {
      return new PDRectangle(
          points(x), points(pageHeight - y - height), points(width), points(height));
    }

    Trim withBleed() {
      return new Trim(
          x - bleed.width(),
          y - bleed.height(),
          width + 2 * bleed.width(),
          height + 2 * bleed.height(),
          bleed);
    }
  }

  /** Where what was tagged on a piece is now. */
  private record Moved(COSDictionary sheet, int firstId, COSArray owners) {}

  private final PDDocument document;
  private final List<PDPage> pieces = new ArrayList<>();
  private final Drawings drawings;
  private final Map<Integer, PDFormXObject> copies = new HashMap<>();
  private final Map<COSDictionary, Moved> moved = new HashMap<>();

  private final List<FormFields.Field> fields;
  private final List<FormFields.Field> placed = new ArrayList<>();

  private Sheets(PDDocument document, Drawings drawings, List<FormFields.Field> fields) {
    this.fields = fields;
    this.document = document;
    this.drawings = drawings;
    document.getPages().forEach(pieces::add);
  }

  /**
   * Puts the sides in place of the document's pages, which are the pieces.
   *
   * @param fields on the pieces
   * @return the same on the sheets, as often as their pieces stand there
   */
  static List<FormFields.Field> impose(
      PDDocument document, Drawings drawings, List<Side> sides, List<FormFields.Field> fields)
      throws IOException {
    Sheets sheets = new Sheets(document, drawings, fields);
    sheets.requireAll(sides);
    COSDictionary root = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
    COSArray numbers = root.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
    int key = 0;
    COSArray kept = new COSArray();
    for (int i = 0; i + 1 < numbers.size(); i += 2) {
      key = Math.max(key, numbers.getInt(i) + 1);
      if (!(numbers.getObject(i + 1) instanceof COSArray)) {
        kept.add(numbers.get(i));
        kept.add(numbers.get(i + 1));
      }
    }
    for (int i = 0; i < sides.size(); i++) {
      COSArray owners = new COSArray();
      kept.add(COSInteger.get(key));
      kept.add(owners);
      document.addPage(sheets.sheet(sides.get(i), i, key++, owners));
    }
    root.getCOSDictionary(COSName.PARENT_TREE).setItem(COSName.NUMS, kept);
    root.setInt(COSName.PARENT_TREE_NEXT_KEY, key);
    sheets.pieces.forEach(document::removePage);
    sheets.moveTags(root, new COSDictionary());
    return sheets.placed;
  }

  /** A workspace's own template may make others. */
  private void requireAll(List<Side> sides) {
    int due =
        1
            + sides.stream()
                .flatMap(side -> side.cards().stream())
                .mapToInt(Laid::piece)
                .max()
                .orElseThrow();
    if (pieces.size() != due) {
      throw new PrintFailure(
          "templates/print/cards.ftlh makes %d pages where %d are due. Make them as ours does: the margins, the grounds, and two faces for each card."
              .formatted(pieces.size(), due));
    }
  }

  private PDPage sheet(Side side, int number, int key, COSArray owners) throws IOException {
    PDPage sheet = new PDPage(new PDRectangle(points(side.width()), points(side.height())));
    sheet.setResources(new PDResources());
    sheet.setStructParents(key);
    sheet.setTrimBox(side.trim().box(side.height()));
    sheet.setBleedBox(side.trim().withBleed().box(side.height()));
    sheet.getCOSObject().setName("Tabs", "S");
    Drawing to = new Drawing(sheet, number, owners, new HashMap<>(), new ArrayList<>());
    if (side.around().isPresent()) {
      lay(side.around().get(), side, to);
    }
    for (Laid card : side.cards()) {
      to.draw("BMC", COSName.ARTIFACT);
      to.draw("rg", COSInteger.ONE, COSInteger.ONE, COSInteger.ONE);
      to.rectangle(card.x(), side.height() - card.y(), card.width(), card.height());
      to.draw("EMC");
      lay(card, side, to);
    }
    if (!side.marks().isEmpty()) {
      to.draw("BMC", COSName.ARTIFACT);
      to.draw("rg", COSInteger.ZERO, COSInteger.ZERO, COSInteger.ZERO);
      for (Mark mark : side.marks()) {
        to.rectangle(mark.x(), side.height() - mark.y(), mark.width(), mark.height());
      }
      to.draw("EMC");
    }
    drawings.put(sheet, to.drawn());
    return sheet;
  }

  /** A sheet as far as it is drawn. */
  private record Drawing(
      PDPage sheet, int page, COSArray owners, Map<COSBase, COSName> names, List<Step> drawn) {

    void draw(String operator, COSBase... operands) {
      drawn.add(Step.of(operator, operands));
    }

    /**
     * @param top from the sheet's lower edge, as a PDF counts
     */
    void rectangle(double left, double top, double width, double height) {
      draw(
          "re",
          number(points(left)),
          number(points(top - height)),
          number(points(width)),
          number(points(height)));
      draw("f");
    }
  }

  private void lay(Laid laid, Side side, Drawing to) throws IOException {
    PDPage piece = pieces.get(laid.piece());
    Matrix place =
        new Matrix(
            points(laid.width()) / piece.getMediaBox().getWidth(),
            0,
            0,
            points(laid.height()) / piece.getMediaBox().getHeight(),
            points(laid.x()),
            points(side.height() - laid.y() - laid.height()));
    to.draw("q");
    to.draw("cm", numbers(place));
    if (laid.ground().isPresent()) {
      show(laid.ground().get(), to);
    }
    if (laid.again()) {
      show(laid.piece(), to);
    } else {
      int first = to.owners().size();
      for (Step step : drawings.of(piece)) {
        to.drawn().add(moved(step, piece, first, to));
      }
      moved.put(piece.getCOSObject(), new Moved(to.sheet().getCOSObject(), first, to.owners()));
      moveLinks(piece, to.sheet(), place);
    }
    to.draw("Q");
    for (FormFields.Field field : fields) {
      if (field.page() == laid.piece()) {
        placed.add(
            new FormFields.Field(
                field.number(),
                field.label(),
                to.page(),
                placed(field.box(), place),
                field.multiline()));
      }
    }
  }

  private static PDRectangle placed(PDRectangle box, Matrix place) {
    Rectangle2D on = box.transform(place).getBounds2D();
    return new PDRectangle(
        (float) on.getX(), (float) on.getY(), (float) on.getWidth(), (float) on.getHeight());
  }

  private void show(int piece, Drawing to) throws IOException {
    COSName name = to.sheet().getResources().add(copy(piece));
    to.draw("BMC", COSName.ARTIFACT);
    to.draw("Do", name);
    to.draw("EMC");
  }

  /** What names something of its page, or an id on it, as it must be on the sheet. */
  private static Step moved(Step step, PDPage from, int firstId, Drawing to) {
    int piecesId = step.markedContent();
    if (piecesId >= 0) {
      int id = firstId + piecesId;
      while (to.owners().size() <= id) {
        to.owners().add(COSNull.NULL);
      }
      COSDictionary properties = new COSDictionary();
      properties.setInt(COSName.MCID, id);
      return Step.of("BDC", step.operands().get(0), properties);
    }
    if (step.beginsArtefact()) {
      return Step.of("BMC", COSName.ARTIFACT);
    }
    Optional<COSName> kind = kind(step);
    if (kind.isEmpty()) {
      return step;
    }
    int last = step.is("Tf") ? 0 : step.operands().size() - 1;
    COSBase thing =
        from.getResources()
            .getCOSObject()
            .getCOSDictionary(kind.get())
            .getItem((COSName) step.operands().get(last));
    List<COSBase> operands = new ArrayList<>(step.operands());
    operands.set(last, to.names().computeIfAbsent(thing, one -> fresh(one, kind.get(), to)));
    return new Step(step.operator(), operands);
  }

  private static COSName fresh(COSBase thing, COSName kind, Drawing to) {
    COSDictionary all = to.sheet().getResources().getCOSObject();
    COSDictionary same = all.getCOSDictionary(kind);
    if (same == null) {
      same = new COSDictionary();
      all.setItem(kind, same);
    }
    COSName fresh = COSName.getPDFName(kind.getName().charAt(0) + "" + same.size());
    same.setItem(fresh, thing);
    return fresh;
  }

  /** Which of a page's resources an operator names. */
  private static Optional<COSName> kind(Step step) {
    boolean names = step.operands().stream().anyMatch(COSName.class::isInstance);
    if (!names) {
      return Optional.empty();
    }
    return Optional.of(
        switch (step.name()) {
          case "Tf" -> COSName.FONT;
          case "Do" -> COSName.XOBJECT;
          case "gs" -> COSName.EXT_G_STATE;
          case "cs", "CS" -> COSName.COLORSPACE;
          case "scn", "SCN" -> COSName.PATTERN;
          case "sh" -> COSName.SHADING;
          default -> throw new PrintFailure("The PDF engine draws what no sheet can show: " + step);
        });
  }

  /** The piece without its tags, made once for every place it stands in again. */
  private PDFormXObject copy(int piece) throws IOException {
    PDFormXObject known = copies.get(piece);
    if (known != null) {
      return known;
    }
    PDFormXObject copy = new PDFormXObject(document);
    copy.setBBox(pieces.get(piece).getMediaBox());
    PDResources resources =
        new PDResources(new COSDictionary(pieces.get(piece).getResources().getCOSObject()));
    resources.getCOSObject().removeItem(COSName.PROPERTIES);
    copy.setResources(resources);
    List<Step> drawn =
        drawings.of(pieces.get(piece)).stream()
            .filter(step -> !MARKS.contains(step.name()))
            .toList();
    Drawings.write(drawn, copy.getContentStream());
    copies.put(piece, copy);
    return copy;
  }

  private static void moveLinks(PDPage piece, PDPage sheet, Matrix place) throws IOException {
    List<PDAnnotation> links = sheet.getAnnotations();
    for (PDAnnotation link : piece.getAnnotations()) {
      link.setRectangle(placed(link.getRectangle(), place));
      // Its corners say where it can be clicked; without them it is the whole box.
      link.getCOSObject().removeItem(COSName.QUADPOINTS);
      link.setPage(sheet);
      links.add(link);
    }
    if (!links.isEmpty()) {
      sheet.setAnnotations(links);
    }
  }

  private void moveTags(COSDictionary element, COSDictionary page) {
    COSDictionary own = element.getCOSDictionary(COSName.PG);
    Moved to = moved.get(own == null ? page : own);
    if (own != null && to != null) {
      element.setItem(COSName.PG, to.sheet());
    }
    COSBase kids = element.getDictionaryObject(COSName.K);
    COSArray all = kids instanceof COSArray array ? array : new COSArray();
    if (kids != null && all != kids) {
      all.add(kids);
      element.setItem(COSName.K, all);
    }
    for (int i = 0; i < all.size(); i++) {
      COSBase kid = all.getObject(i);
      if (kid instanceof COSNumber id && to != null) {
        all.set(i, COSInteger.get(to.firstId() + id.intValue()));
        to.owners().set(to.firstId() + id.intValue(), element);
      } else if (kid instanceof COSDictionary inner && inner.containsKey(COSName.MCID)) {
        COSDictionary on = inner.getCOSDictionary(COSName.PG);
        Moved there = on == null ? to : moved.get(on);
        if (there != null) {
          int id = there.firstId() + inner.getInt(COSName.MCID);
          inner.setInt(COSName.MCID, id);
          inner.setItem(COSName.PG, there.sheet());
          there.owners().set(id, element);
        }
      } else if (kid instanceof COSDictionary inner) {
        moveTags(inner, own == null ? page : own);
      }
    }
  }

  private static float points(double millimetres) {
    return (float) (millimetres / POINT);
  }

  private static COSBase[] numbers(Matrix matrix) {
    COSBase[] numbers = new COSBase[6];
    for (int row = 0; row < 3; row++) {
      numbers[2 * row] = number(matrix.getValue(row, 0));
      numbers[2 * row + 1] = number(matrix.getValue(row, 1));
    }
    return numbers;
  }

  private static COSBase number(float number) {
    return new COSFloat(BigDecimal.valueOf(number).setScale(5, RoundingMode.HALF_UP).floatValue());
  }
}
