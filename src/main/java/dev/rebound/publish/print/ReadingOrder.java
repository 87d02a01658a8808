package dev.rebound.publish.print;

import dev.rebound.publish.print.Drawings.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The order a screen reader reads in. Sheets are printed fronts first; people read a card's front,
 * then its back. A template says so in titles, which are taken away here:
 *
 * <pre>{@code
 * <article title="3 front">   read third, with the other faces of 3
 * <article title="copy">      printed again and not read again: an artefact (PDF 2.0, 14.8.2.2)
 * }</pre>
 *
 * <p>What has no such title is read as it stands: the first piece before the articles, the others
 * after.
 */
final class ReadingOrder {
  private static final COSName DIV = COSName.getPDFName("Div");
  private static final COSName ART = COSName.getPDFName("Art");
  private static final Set<String> MAY_BE_EMPTY = Set.of("TD", "TH", "Form");

  private final PDDocument document;
  private final TreeMap<Integer, List<COSDictionary>> articles = new TreeMap<>();
  private final Map<COSDictionary, Set<Integer>> copies = new HashMap<>();

  private final boolean mirrored;

  private ReadingOrder(PDDocument document, boolean mirrored) {
    this.document = document;
    this.mirrored = mirrored;
  }

  /**
   * @param mirrored whether the cells of its tables stand the other way round
   */
  static void arrange(PDDocument document, Drawings drawings, boolean mirrored) {
    ReadingOrder order = new ReadingOrder(document, mirrored);
    COSDictionary root = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
    COSDictionary top = (COSDictionary) kids(root).get(0);
    order.take(top);
    order.flatten(top);
    order.putBack(top);
    order.silenceCopies(root, drawings);
  }

  /** Takes every titled article out of the tree below {@code parent}. */
  private void take(COSDictionary parent) {
    List<COSBase> stay = new ArrayList<>();
    for (COSBase kid : kids(parent)) {
      String title = kid instanceof COSDictionary element ? title(element) : "";
      if (!(kid instanceof COSDictionary element) || !isElement(kid)) {
        stay.add(kid);
      } else if (title.isEmpty()) {
        take(element);
        stay.add(kid);
      } else if (title.equals("copy")) {
        collect(element, element.getCOSDictionary(COSName.PG));
      } else if (title.startsWith(FormFields.TITLE)) {
        collect(element, element.getCOSDictionary(COSName.PG));
        setKids(element, List.of());
        element.setName(COSName.S, "Form");
        stay.add(element);
      } else {
        int number = Integer.parseInt(title.substring(0, title.indexOf(' ')));
        element.removeItem(COSName.ALT);
        take(element);
        articles.computeIfAbsent(number, n -> new ArrayList<>()).add(element);
      }
    }
    setKids(parent, stay);
  }

  private void putBack(COSDictionary top) {
    List<COSBase> order = new ArrayList<>(kids(top));
    // What is numbered 0 stands before everything, as a cover does.
    int at = articles.containsKey(0) ? 0 : Math.min(1, order.size());
    for (List<COSDictionary> faces : articles.values()) {
      for (COSDictionary face : faces) {
        flatten(face);
        face.setItem(COSName.P, top);
        order.add(at++, face);
      }
    }
    setKids(top, order);
  }

  /** Divisions that only group say nothing; one that holds text is a paragraph; the empty go. */
  private void flatten(COSDictionary parent) {
    List<COSBase> flat = new ArrayList<>();
    for (COSBase kid : kids(parent)) {
      if (!(kid instanceof COSDictionary element) || !isElement(kid)) {
        flat.add(kid);
        continue;
      }
      if (!element.containsKey(COSName.PG) && parent.containsKey(COSName.PG)) {
        // The engine does not say on which page a list's numbers are.
        element.setItem(COSName.PG, parent.getItem(COSName.PG));
      }
      flatten(element);
      List<COSBase> inner = kids(element);
      COSName type = element.getCOSName(COSName.S);
      if (inner.isEmpty() && !MAY_BE_EMPTY.contains(type.getName())) {
        continue;
      }
      boolean onlyGroups = inner.stream().allMatch(ReadingOrder::isElement);
      if (type.equals(DIV) && onlyGroups) {
        for (COSBase child : inner) {
          ((COSDictionary) child).setItem(COSName.P, parent);
          flat.add(child);
        }
      } else {
        if (mirrored && type.equals(COSName.TR)) {
          Collections.reverse(inner);
          setKids(element, inner);
        }
        if (type.equals(DIV) && inner.stream().noneMatch(ReadingOrder::isElement)) {
          element.setName(COSName.S, "P");
        }
        flat.add(element);
      }
    }
    setKids(parent, flat);
  }

  /** Notes which marked content an element that is not read owns. */
  private void collect(COSDictionary element, COSDictionary page) {
    for (COSBase kid : kids(element)) {
      if (kid instanceof COSNumber id) {
        copies.computeIfAbsent(page, p -> new HashSet<>()).add(id.intValue());
      } else if (kid instanceof COSDictionary inner) {
        COSDictionary itsPage = inner.getCOSDictionary(COSName.PG);
        COSDictionary on = itsPage == null ? page : itsPage;
        if (isElement(kid)) {
          collect(inner, on);
        } else {
          copies.computeIfAbsent(on, p -> new HashSet<>()).add(inner.getInt(COSName.MCID));
        }
      }
    }
  }

  private void silenceCopies(COSDictionary root, Drawings drawings) {
    for (PDPage page : document.getPages()) {
      Set<Integer> ids = copies.getOrDefault(page.getCOSObject(), Set.of());
      drawings.put(page, silenced(drawings.of(page), page, ids));
      if (!ids.isEmpty()) {
        COSArray parents = parents(root, page.getStructParents());
        ids.forEach(id -> parents.set(id, COSNull.NULL));
      }
    }
  }

  /**
   * What is not read becomes an artefact. Those that the engine opens and closes around backgrounds
   * nobody painted go, with their properties.
   */
  private static List<Step> silenced(List<Step> steps, PDPage page, Set<Integer> ids) {
    List<Step> silenced = new ArrayList<>(steps.size());
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.beginsArtefact() && i + 1 < steps.size() && steps.get(i + 1).is("EMC")) {
        if (step.operands().size() > 1 && step.operands().get(1) instanceof COSName properties) {
          page.getResources()
              .getCOSObject()
              .getCOSDictionary(COSName.PROPERTIES)
              .removeItem(properties);
        }
        i++;
      } else {
        silenced.add(ids.contains(step.markedContent()) ? Step.of("BMC", COSName.ARTIFACT) : step);
      }
    }
    return silenced;
  }

  /** The elements that own a page's marked content, by its id. */
  private static COSArray parents(COSDictionary root, int page) {
    COSArray numbers = root.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
    for (int i = 0; i + 1 < numbers.size(); i += 2) {
      if (numbers.getInt(i) == page) {
        return (COSArray) numbers.getObject(i + 1);
      }
    }
    throw new PrintFailure("The PDF engine tagged a page and left it out of the parent tree.");
  }

  private static String title(COSDictionary element) {
    String title = ART.equals(element.getCOSName(COSName.S)) ? element.getString(COSName.ALT) : "";
    return title == null ? "" : title;
  }

  private static boolean isElement(COSBase kid) {
    return kid instanceof COSDictionary dictionary && dictionary.containsKey(COSName.S);
  }

  private static List<COSBase> kids(COSDictionary element) {
    COSBase kids = element.getDictionaryObject(COSName.K);
    if (kids instanceof COSArray array) {
      List<COSBase> all = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        all.add(array.getObject(i));
      }
      return all;
    }
    return kids == null ? List.of() : List.of(kids);
  }

  private static void setKids(COSDictionary element, List<COSBase> kids) {
    element.setItem(COSName.K, new COSArray(kids));
  }
}
