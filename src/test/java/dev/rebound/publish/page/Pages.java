package dev.rebound.publish.page;

import dev.rebound.publish.Artefact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Every page of a build, also those in packages, and what is wrong with their ids. */
public final class Pages {
  private static final List<String> REFERENCES =
      List.of("for", "aria-labelledby", "aria-describedby", "aria-controls");

  private Pages() {}

  /** Ids that stand twice on a page, and references to ids that are not there. */
  public static List<String> wrongIds(List<Artefact> artefacts) throws IOException {
    List<String> wrong = new ArrayList<>();
    Map<String, Document> site = new TreeMap<>();
    for (Artefact artefact : artefacts) {
      if (artefact.path().endsWith(".html")) {
        site.put(artefact.path(), Jsoup.parse(text(artefact.bytes())));
      } else if (artefact.path().endsWith(".zip")) {
        Map<String, Document> inside = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(artefact.bytes()))) {
          for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".html")) {
              inside.put(entry.getName(), Jsoup.parse(text(zip.readAllBytes())));
            }
          }
        }
        check(artefact.path() + "!", inside, wrong);
      }
    }
    check("", site, wrong);
    return wrong;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void check(String where, Map<String, Document> pages, List<String> wrong) {
    pages.forEach(
        (path, page) -> {
          Set<String> seen = new HashSet<>();
          for (Element element : page.select("[id]")) {
            if (!seen.add(element.id())) {
              wrong.add(where + path + ": two are called " + element.id());
            }
          }
          for (String attribute : REFERENCES) {
            for (Element element : page.select("[" + attribute + "]")) {
              for (String id : element.attr(attribute).split(" ", -1)) {
                if (!seen.contains(id)) {
                  wrong.add(where + path + ": " + attribute + " names " + id);
                }
              }
            }
          }
          for (Element link : page.select("a[href*=#]")) {
            String[] to = link.attr("href").split("#", 2);
            if (to[0].contains(":")) {
              continue;
            }
            String target = to[0].isEmpty() ? path : resolve(path, to[0]);
            Document there = pages.get(target);
            // Sections of a package are named by the player: #/quiz/handover.
            if (there == null || (there.getElementById(to[1]) == null && !to[1].startsWith("/"))) {
              wrong.add(where + path + ": a link leads to " + link.attr("href"));
            }
          }
        });
  }

  private static String resolve(String page, String href) {
    List<String> parts = new ArrayList<>(List.of(page.split("/", -1)));
    parts.remove(parts.size() - 1);
    for (String part : href.split("/", -1)) {
      if (part.equals("..")) {
        parts.remove(parts.size() - 1);
      } else {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }
}
