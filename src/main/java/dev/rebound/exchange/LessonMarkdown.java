package dev.rebound.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A document's HTML as the Markdown of a lesson: its title, headings, lists, tables, pictures. */
public final class LessonMarkdown {
  private static final int WORDS_A_MINUTE = 200;
  private static final int DEPTH = 20;

  private final Texts texts;
  private final StringBuilder out = new StringBuilder();
  private String title = "";
  private int level = 1;

  public LessonMarkdown(Texts texts) {
    this.texts = texts;
  }

  /** The whole file; empty where there is no text. */
  public String write(Element body) {
    blocks(body, "", 0);
    String text = spaced(out.toString().strip());
    if (text.isEmpty() && title.isEmpty()) {
      return "";
    }
    long words = text.split("\\s+", -1).length;
    return "---\ntitle: "
        + BankYaml.quoted(title.isEmpty() ? "Untitled" : title, 0)
        + "\nteaches: []\nminutes: "
        + Math.min(600, Math.max(1, words / WORDS_A_MINUTE))
        + "\n---\n"
        + text
        + "\n";
  }

  /** One blank line between blocks; code keeps its own. */
  private static String spaced(String text) {
    StringBuilder spaced = new StringBuilder(text.length());
    boolean code = false;
    boolean blank = false;
    for (String line : text.split("\n", -1)) {
      code ^= line.strip().startsWith("```");
      boolean now = line.isBlank() && !code;
      if (!(now && blank)) {
        spaced.append(spaced.isEmpty() ? "" : "\n").append(line);
      }
      blank = now;
    }
    return spaced.toString();
  }

  private void blocks(Element parent, String margin, int depth) {
    if (depth > DEPTH) {
      texts.lost(
          Loss.What.FORMATTING, "lists and quotes nested deeper than " + DEPTH + " became text.");
      paragraph(texts.plain(parent.text()), margin);
      return;
    }
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode text && !text.isBlank()) {
        paragraph(texts.plain(text.text()), margin);
      } else if (node instanceof Element element) {
        block(element, margin, depth);
      }
    }
  }

  private void block(Element element, String margin, int depth) {
    String name = element.normalName();
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name.charAt(1) - '0');
      case "ul", "ol" -> list(element, margin, depth);
      case "table" -> table(element, margin);
      case "blockquote" -> blocks(element, margin + "> ", depth + 1);
      case "pre" -> code(element, margin);
      case "div", "section" -> blocks(element, margin, depth + 1);
      default -> paragraph(texts.html(element.outerHtml()), margin);
    }
  }

  private void heading(Element element, int found) {
    String words = texts.html(element.html()).replace("\\\n", " ");
    if (words.isEmpty()) {
      return;
    }
    if (title.isEmpty() && out.length() == 0) {
      title = element.text().strip();
      return;
    }
    // The page's title is its first heading, and no level is skipped.
    level = Math.max(2, Math.min(found, level + 1));
    out.append("\n\n")
        .append("#".repeat(Math.min(6, level)))
        .append(' ')
        .append(words)
        .append("\n");
  }

  private void paragraph(String text, String margin) {
    if (!text.isEmpty()) {
      out.append('\n').append(margin.stripTrailing()).append('\n').append(margin);
      out.append(text.replace("\n", "\n" + margin)).append('\n');
    }
  }

  private void list(Element list, String margin, int depth) {
    int number = 0;
    boolean top = !margin.endsWith("  ");
    out.append(top && out.length() > 0 ? "\n" : "");
    for (Element item : list.children()) {
      number++;
      String sign = list.normalName().equals("ol") ? number + ". " : "- ";
      out.append('\n').append(margin).append(sign);
      List<Element> nested = new ArrayList<>();
      for (Element child : item.children()) {
        if (child.normalName().equals("ul") || child.normalName().equals("ol")) {
          nested.add(child);
        }
      }
      nested.forEach(Node::remove);
      out.append(texts.html(item.html()).replace("\n", "\n" + margin + " ".repeat(sign.length())));
      if (depth >= DEPTH) {
        nested.forEach(it -> out.append(' ').append(texts.plain(it.text())));
      } else {
        nested.forEach(it -> list(it, margin + " ".repeat(Math.max(2, sign.length())), depth + 1));
      }
    }
    out.append(top ? "\n" : "");
  }

  private void table(Element table, String margin) {
    List<List<String>> rows = new ArrayList<>();
    int columns = 0;
    for (Element row : table.select("tr")) {
      List<String> cells = new ArrayList<>();
      for (Element cell : row.children()) {
        cells.add(texts.html(cell.html()).replace("\\\n", " ").replace("|", "\\|"));
      }
      columns = Math.max(columns, cells.size());
      rows.add(cells);
    }
    if (columns == 0) {
      return;
    }
    out.append("\n");
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = new ArrayList<>(rows.get(i));
      while (cells.size() < columns) {
        cells.add("");
      }
      out.append('\n').append(margin).append("| ").append(String.join(" | ", cells)).append(" |");
      if (i == 0) {
        out.append('\n').append(margin).append("|").append(" --- |".repeat(columns));
      }
    }
    out.append("\n");
  }

  private void code(Element element, String margin) {
    String text = element.wholeText().strip();
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    out.append("\n\n").append(margin).append(fence).append('\n').append(margin);
    out.append(text.replace("\n", "\n" + margin))
        .append('\n')
        .append(margin)
        .append(fence)
        .append('\n');
  }
}
