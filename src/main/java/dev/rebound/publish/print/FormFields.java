package dev.rebound.publish.print;

import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
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
 * underscores in a line; and what a template marks with {@code data-blank}, its name. Each is a
 * text field that a screen reader calls by its column and row, or by the words before it; the tab
 * key goes through them as they are read.
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

  /** Of the engine a point: 96 pixels an inch, 20 dots a pixel. */
  private static final float DOTS = 96f / 72 * 20;

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
    String blanks = page.body().hasAttr("data-form") ? "td, p, [data-blank], " : "";
    for (Element cell : page.select(blanks + "[data-field]")) {
      if (cell.hasAttr("data-field")) {
        cell.replaceWith(
            blank(++number, cell.attr("data-field"), "line").attr("style", "width: 28mm"));
        continue;
      }
      if (cell.hasAttr("data-blank")) {
        cell.appendChild(blank(++number, cell.attr("data-blank"), "cell"));
        continue;
      }
      if (cell.tagName().equals("td")) {
        if (cell.text().isBlank() && cell.childrenSize() == 0 && cell.closest("thead") == null) {
          cell.parents().stream().filter(p -> p.is("table")).forEach(FormFields::rule);
          cell.addClass("blank").empty().appendChild(blank(++number, name(cell), "cell"));
        }
        continue;
      }
      String whole = cell.text().split(BLANK, 2)[0];
      for (Node node : List.copyOf(cell.childNodes())) {
        if (node instanceof TextNode text && text.getWholeText().matches("(?s).*" + BLANK + ".*")) {
          String[] parts = text.getWholeText().split("(?=" + BLANK + ")(?<!_)|(?<=_)(?!_)", -1);
          String before = "";
          for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (part.matches(BLANK)) {
              String after = i + 1 < parts.length ? parts[i + 1] : "";
              Element line = blank(++number, label(before, after, whole), "line");
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

  /**
   * Rules a table to write in: what stands under a short heading, such as a date, is short, and so
   * is what is chosen from a list ({@code Leak: P, D, A or R}); the first column that is neither
   * takes most, for that is where somebody's words go.
   */
  private static void rule(Element table) {
    if (table.hasClass("ruled")) {
      return;
    }
    table.addClass("ruled");
    boolean words = false;
    for (Element head : table.select("thead th")) {
      if (head.text().length() <= SHORT) {
        head.addClass("short");
      } else if (head.text().contains(":")) {
        head.addClass("chosen");
      } else if (!words) {
        words = true;
        head.addClass("words");
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

  /**
   * What a blank in a line is called: by the words before it, which may be a question or end with a
   * colon; by those that lead the line and the unit after it, where they only join two blanks.
   *
   * <pre>{@code
   * Owner: ____          Owner
   * Our cap: ____ euros and ____ minutes.          Our cap, euros; Our cap, minutes
   * }</pre>
   */
  static String label(String before, String after, String lead) {
    String own = before.strip();
    boolean complete = own.endsWith(":") || own.endsWith("?");
    String unit = after.startsWith(" ") ? firstWord(after.strip()) : "";
    boolean joins = !own.isEmpty() && !complete && !unit.isEmpty();
    String named = tidy(own.isEmpty() || joins ? lead : sentence(own));
    boolean measured = !unit.isEmpty() && (joins || Character.isLowerCase(unit.charAt(0)));
    return measured ? named + ", " + unit : named;
  }

  /** Without the sentence before it, which is about something else. */
  private static String sentence(String text) {
    int end = text.lastIndexOf(". ");
    return end < 0 ? text : text.substring(end + 2);
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
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
    Element says = row.child(0).selectFirst(".says");
    Element named = says == null ? row.child(0) : says;
    String first = named.text().replace("\u00A0", "").strip();
    String beside = first.isEmpty() ? String.valueOf(row.elementSiblingIndex() + 1) : first;
    return above.isEmpty() ? beside : above + ", " + beside;
  }

  /** Where the blanks lie once they are laid out. */
  static List<Field> find(PdfBoxRenderer renderer) {
    // A box that is positioned hangs on its layer and on the box it stands in.
    Map<Integer, Field> found = new TreeMap<>();
    LayoutContext context = renderer.getSharedContext().newLayoutContextInstance();
    Inspection.each(
        renderer,
        box -> {
          org.w3c.dom.Element element = box.getElement();
          if (element != null
              && !box.isAnonymous()
              && box instanceof BlockBox
              && element.getAttribute("title").startsWith(TITLE)) {
            Field field = field(box, element, renderer.getRootBox().getLayer().getPages(), context);
            found.put(field.number(), field);
          }
        });
    return List.copyOf(found.values());
  }

  private static Field field(
      Box box, org.w3c.dom.Element element, List<PageBox> pages, LayoutContext context) {
    boolean cell = element.getAttribute("class").contains("cell");
    // A cell's field fills the cell, whatever its line is high.
    Box area = cell && box.getParent() != null ? box.getParent() : box;
    int page = 0;
    while (page + 1 < pages.size() && area.getAbsY() >= pages.get(page).getBottom()) {
      page++;
    }
    PageBox on = pages.get(page);
    float left = area.getAbsX() + on.getMarginBorderPadding(context, CalculatedStyle.LEFT);
    float top =
        area.getAbsY()
            - on.getTop()
            + on.getMarginBorderPadding(context, CalculatedStyle.TOP)
            + area.getHeight();
    float inset = cell ? 1.5f : 0;
    PDRectangle rectangle =
        new PDRectangle(
            left / DOTS + inset,
            (on.getHeight(context) - top) / DOTS + inset,
            area.getWidth() / DOTS - 2 * inset,
            area.getHeight() / DOTS - 2 * inset);
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
    Map<Integer, PDTextField> byNumber = new TreeMap<>();
    Map<Integer, List<PDAnnotationWidget>> widgets = new TreeMap<>();
    for (Field one : fields) {
      COSDictionary tag = tags.get(TITLE + one.number());
      if (tag == null) {
        throw new PrintFailure("The PDF engine has no tag for the blank “" + one.label() + "”.");
      }
      byNumber.computeIfAbsent(one.number(), first -> field(form, font, one));
      List<PDAnnotationWidget> places =
          widgets.computeIfAbsent(one.number(), first -> new ArrayList<>());
      PDPage page = document.getPage(one.page());
      PDAnnotationWidget widget = new PDAnnotationWidget();
      widget.setRectangle(one.box());
      widget.setPage(page);
      widget.setPrinted(true);
      widget.setStructParent(key);
      widget.setAppearance(empty(document, one.box()));
      places.add(widget);
      List<PDAnnotation> annotations = page.getAnnotations();
      annotations.add(widget);
      page.setAnnotations(annotations);
      page.getCOSObject().setName("Tabs", "S");
      COSDictionary reference = new COSDictionary();
      reference.setItem(COSName.TYPE, COSName.OBJR);
      reference.setItem(COSName.OBJ, widget);
      reference.setItem(COSName.PG, page);
      COSDictionary own = places.size() == 1 ? tag : sibling(tag);
      own.removeItem(COSName.ALT);
      own.setItem(COSName.PG, page);
      own.setItem(COSName.K, reference);
      numbers.add(COSInteger.get(key++));
      numbers.add(own);
    }
    byNumber.forEach((number, field) -> field.setWidgets(widgets.getOrDefault(number, List.of())));
    all.addAll(byNumber.values());
    root.setInt(COSName.PARENT_TREE_NEXT_KEY, key);
    form.setFields(all);
  }

  private static PDTextField field(PDAcroForm form, COSName font, Field one) {
    PDTextField field = new PDTextField(form);
    field.setPartialName("field" + one.number());
    field.setAlternateFieldName(one.label());
    field.setMultiline(one.multiline());
    field.setDefaultAppearance("/" + font.getName() + " 9 Tf 0 g");
    return field;
  }

  /** A tag for the same blank where it stands again, after the first. */
  private static COSDictionary sibling(COSDictionary tag) {
    COSDictionary parent = tag.getCOSDictionary(COSName.P);
    COSDictionary again = new COSDictionary();
    again.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
    again.setItem(COSName.S, FORM);
    again.setItem(COSName.P, parent);
    parent.getCOSArray(COSName.K).add(again);
    return again;
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
