package dev.rebound.publish.print;

import com.openhtmltopdf.layout.Layer;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.InlineLayoutBox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Blanks of a job aid that can be filled in on a screen as well: empty cells of tables, and runs of
 * underscores in a line. Each is a text field that a screen reader calls by its column and row, or
 * by the words before it; the tab key goes through them as they are read.
 *
 * <pre>{@code
 * | Date | Their words |        Round: ________
 * |---|---|
 * | | |
 * }</pre>
 */
final class FormFields {
  /** By this the engine's tags of blanks are found again; see {@link ReadingOrder}. */
  static final String TITLE = "field ";

  /** So many letters: “Date”, “Time”, “Who”. */
  private static final int SHORT = 5;

  private static final String BLANK = "_{4,}";
  private static final COSName FORM = COSName.getPDFName("Form");

  /**
   * @param label what it is called
   * @param page from 0
   * @param box on its page, from the lower left corner, in points
   */
  record Field(int number, String label, int page, PDRectangle box, boolean multiline) {}

  private FormFields() {}

  /** Marks the blanks of a page, before it is laid out. */
  static void mark(Document page) {
    int number = 0;
    for (Element cell : page.select("td, p")) {
      if (cell.tagName().equals("td")) {
        if (cell.text().isBlank() && cell.closest("thead") == null) {
          cell.parents().stream().filter(p -> p.is("table")).forEach(FormFields::rule);
          cell.addClass("blank").empty().appendChild(blank(++number, name(cell), "cell"));
        }
        continue;
      }
      String own = cell.ownText().split(BLANK, 2)[0];
      String whole = cell.text().split(BLANK, 2)[0];
      for (Node node : List.copyOf(cell.childNodes())) {
        if (node instanceof TextNode text && text.getWholeText().matches("(?s).*" + BLANK + ".*")) {
          String before = own;
          for (String part : text.getWholeText().split("(?=" + BLANK + ")(?<!_)|(?<=_)(?!_)", -1)) {
            if (part.matches(BLANK)) {
              String label = before.isBlank() ? whole : before;
              Element line = blank(++number, tidy(label), "line");
              // As long as the author drew it.
              line.attr("style", "width: " + Math.min(150, part.length() * 2) + "mm");
              node.before(line);
            } else {
              node.before(new TextNode(part));
              before = part;
            }
          }
          node.remove();
        }
      }
    }
  }

  /** Rules a table to write in: what stands under a short heading, such as a date, is short. */
  private static void rule(Element table) {
    table.addClass("ruled");
    for (Element head : table.select("thead th")) {
      if (head.text().length() <= SHORT) {
        head.addClass("short");
      }
    }
  }

  private static Element blank(int number, String label, String kind) {
    return new Element("article")
        .attr("title", TITLE + number)
        .attr("data-label", label)
        .addClass("field")
        .addClass(kind)
        .text("\u00A0");
  }

  /** Without the colon at its end; a pattern would try every run of blanks from each of them. */
  static String tidy(CharSequence label) {
    int end = label.length();
    while (end > 0
        && (label.charAt(end - 1) == ':' || Character.isWhitespace(label.charAt(end - 1)))) {
      end--;
    }
    return label.subSequence(0, end).toString().strip();
  }

  /** {@code Their words, 3} or, where the row has a name, {@code Their words, Product}. */
  private static String name(Element cell) {
    Element row = cell.parent();
    if (row == null) {
      return "";
    }
    int column = cell.elementSiblingIndex();
    Element table = cell.closest("table");
    Element head = table == null ? null : table.selectFirst("thead tr");
    String above = head == null ? "" : head.child(column).text();
    String first = row.child(0).text().replace("\u00A0", "").strip();
    String beside = first.isEmpty() ? String.valueOf(row.elementSiblingIndex() + 1) : first;
    return above.isEmpty() ? beside : above + ", " + beside;
  }

  /** Where the blanks lie once they are laid out. */
  static List<Field> find(PdfBoxRenderer renderer) {
    // A box that is positioned hangs on its layer and on the box it stands in.
    Map<Integer, Field> found = new TreeMap<>();
    Layer root = renderer.getRootBox().getLayer();
    layers(root, root, found);
    return List.copyOf(found.values());
  }

  private static void layers(Layer layer, Layer root, Map<Integer, Field> found) {
    each(layer.getMaster(), root, found);
    layer.getChildren().forEach(child -> layers(child, root, found));
  }

  private static void each(Box box, Layer root, Map<Integer, Field> found) {
    org.w3c.dom.Element element = box.getElement();
    if (element != null
        && !box.isAnonymous()
        && box instanceof BlockBox
        && element.getAttribute("title").startsWith(TITLE)) {
      Field field = field(box, element, root);
      found.put(field.number(), field);
    }
    box.getChildren().forEach(child -> each(child, root, found));
    if (box instanceof InlineLayoutBox inline) {
      for (Object child : inline.getInlineChildren()) {
        if (child instanceof Box inner && inner != box) {
          each(inner, root, found);
        }
      }
    }
  }

  private static Field field(Box box, org.w3c.dom.Element element, Layer root) {
    // 96 pixels an inch, 20 dots a pixel.
    float dots = 96f / 72 * 20;
    float height = root.getPages().get(0).getHeight(null) / dots;
    boolean cell = element.getAttribute("class").contains("cell");
    // A cell's field fills the cell, whatever its line is high.
    Box area = cell && box.getParent() != null ? box.getParent() : box;
    float top = area.getAbsY() / dots;
    int page = (int) (top / height);
    float inset = cell ? 1.5f : 0;
    PDRectangle rectangle =
        new PDRectangle(
            area.getAbsX() / dots + inset,
            height - (top - page * height) - area.getHeight() / dots + inset,
            area.getWidth() / dots - 2 * inset,
            area.getHeight() / dots - 2 * inset);
    return new Field(
        Integer.parseInt(element.getAttribute("title").substring(TITLE.length())),
        element.getAttribute("data-label"),
        page,
        rectangle,
        rectangle.getHeight() > 24);
  }

  /** Adds a text field for each blank of a finished and tagged document. */
  static void add(PDDocument document, List<Field> fields) throws IOException {
    if (fields.isEmpty()) {
      return;
    }
    COSDictionary root = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
    Map<String, COSDictionary> tags = new HashMap<>();
    tags(root, tags);
    PDAcroForm form = new PDAcroForm(document);
    document.getDocumentCatalog().setAcroForm(form);
    PDResources resources = new PDResources();
    // A simple font: what is typed into a field must not need a subset made in advance.
    COSName font = resources.add(Fonts.forTyping(document));
    form.setDefaultResources(resources);
    form.setDefaultAppearance("/" + font.getName() + " 9 Tf 0 g");
    List<PDField> all = new ArrayList<>();
    COSArray numbers = root.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
    int key = root.getInt(COSName.PARENT_TREE_NEXT_KEY, 0);
    for (int i = 0; i + 1 < numbers.size(); i += 2) {
      key = Math.max(key, numbers.getInt(i) + 1);
    }
    for (Field one : fields) {
      COSDictionary tag = tags.get(TITLE + one.number());
      if (tag == null) {
        throw new PrintFailure("The PDF engine has no tag for the blank “" + one.label() + "”.");
      }
      PDTextField field = new PDTextField(form);
      field.setPartialName("field" + one.number());
      field.setAlternateFieldName(one.label());
      field.setMultiline(one.multiline());
      field.setDefaultAppearance("/" + font.getName() + " 9 Tf 0 g");
      PDPage page = document.getPage(one.page());
      PDAnnotationWidget widget = field.getWidgets().get(0);
      widget.setRectangle(one.box());
      widget.setPage(page);
      widget.setPrinted(true);
      widget.setStructParent(key);
      widget.setAppearance(empty(document, one.box()));
      List<PDAnnotation> annotations = page.getAnnotations();
      annotations.add(widget);
      page.setAnnotations(annotations);
      page.getCOSObject().setName("Tabs", "S");
      COSDictionary reference = new COSDictionary();
      reference.setItem(COSName.TYPE, COSName.OBJR);
      reference.setItem(COSName.OBJ, widget);
      reference.setItem(COSName.PG, page);
      tag.removeItem(COSName.ALT);
      tag.setItem(COSName.PG, page);
      tag.setItem(COSName.K, reference);
      numbers.add(COSInteger.get(key++));
      numbers.add(tag);
      all.add(field);
    }
    root.setInt(COSName.PARENT_TREE_NEXT_KEY, key);
    form.setFields(all);
  }

  /** Nothing typed yet; PDF/A asks for an appearance all the same. */
  private static PDAppearanceDictionary empty(PDDocument document, PDRectangle box) {
    PDAppearanceStream stream = new PDAppearanceStream(document);
    stream.setBBox(new PDRectangle(box.getWidth(), box.getHeight()));
    stream.setResources(new PDResources());
    PDAppearanceDictionary appearance = new PDAppearanceDictionary();
    appearance.setNormalAppearance(stream);
    return appearance;
  }

  private static void tags(COSDictionary element, Map<String, COSDictionary> found) {
    if (FORM.equals(element.getCOSName(COSName.S))) {
      found.put(element.getString(COSName.ALT), element);
    }
    COSBase kids = element.getDictionaryObject(COSName.K);
    if (kids instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.getObject(i) instanceof COSDictionary kid) {
          tags(kid, found);
        }
      }
    } else if (kids instanceof COSDictionary kid) {
      tags(kid, found);
    }
  }
}
