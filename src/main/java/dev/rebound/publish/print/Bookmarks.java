package dev.rebound.publish.print;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The outline that readers show beside a document: every {@code <h1 id="…" data-bookmark="1">}, one
 * below the last of a smaller number.
 */
final class Bookmarks {
  private Bookmarks() {}

  /** Added to a page that is parsed: a parser of HTML would move them out of its head. */
  static void add(Document page) {
    Element root = new Element("bookmarks");
    Element last = root;
    int depth = 0;
    for (Element marked : page.select("[data-bookmark]")) {
      int level = Integer.parseInt(marked.attr("data-bookmark"));
      Element above = last;
      for (; depth >= level; depth--) {
        above = above.parent() == null ? root : above.parent();
      }
      last =
          above
              .appendElement("bookmark")
              .attr("name", marked.text())
              .attr("href", "#" + marked.id());
      depth++;
    }
    if (root.childrenSize() > 0) {
      page.head().appendChild(root);
    }
  }
}
