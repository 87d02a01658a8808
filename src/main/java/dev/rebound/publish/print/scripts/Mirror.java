package dev.rebound.publish.print.scripts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * A page as it looks in a language written from right to left. The engine knows no logical
 * properties and sets a table's first cell on the left, so style sheets and rows are turned round;
 * {@code ReadingOrder} gives the cells' tags their order back. What a template places in its {@code
 * style} attributes, a card on its sheet, stays where it is: that is the paper's geometry.
 *
 * <pre>{@code
 * ol { padding-left: 6mm }  →  ol { padding-right: 6mm }
 * }</pre>
 */
final class Mirror {
  private static final Pattern SIDE =
      Pattern.compile(
          "(@(?:top|bottom)-|[;{]\\s*(?:[a-z]+-)?|text-align:\\s*)(left|right)(?=[-\\s:;}])");

  /** {@code padding: 1mm 4mm 1mm 0}: the second is the right one, the fourth the left one. */
  private static final Pattern FOUR_SIDES =
      Pattern.compile(
          "((?:margin|padding):\\s*[^\\s;}]+\\s+)([^\\s;}]+)(\\s+[^\\s;}]+\\s+)([^\\s;}]+)");

  private static final Pattern END = Pattern.compile("\\b(t[dh]):(first|last)-child");

  /** What a style sheet sets side by side as a table does. */
  private static final Pattern CELL = Pattern.compile("([^{}/]+)\\{[^}]*display:\\s*table-cell");

  private Mirror() {}

  static void turn(Document page) {
    page.select("html").attr("dir", "rtl");
    for (Element style : page.select("style")) {
      DataNode turned = new DataNode(css(style.data()));
      style.empty().appendChild(turned);
    }
    Set<Element> rows = new LinkedHashSet<>(page.select("tr"));
    Matcher rule = CELL.matcher(page.select("style").html());
    while (rule.find()) {
      page.select(rule.group(1).strip()).forEach(cell -> rows.add(cell.parent()));
    }
    for (Element row : rows) {
      List<Node> cells = new ArrayList<>(row.childNodes());
      Collections.reverse(cells);
      row.empty().appendChildren(cells);
    }
  }

  static String css(String css) {
    String sides =
        SIDE.matcher(css)
            .replaceAll(at -> at.group(1) + (at.group(2).equals("left") ? "right" : "left"));
    String shorthands = FOUR_SIDES.matcher(sides).replaceAll("$1$4$3$2");
    return END.matcher(shorthands)
        .replaceAll(
            at -> at.group(1) + ":" + (at.group(2).equals("first") ? "last" : "first") + "-child")
        // Leaders lose their words this way round, and columns begin on the left.
        .replaceAll("leader\\([^)]*\\)", "' · '")
        .replaceAll("column-count:\\s*\\d+", "column-count: 1");
  }
}
