package dev.rebound.publish.site;

import dev.rebound.publish.Artefact;
import dev.rebound.publish.page.PlayerScript;
import dev.rebound.source.Json;
import dev.rebound.source.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The service worker that keeps a site readable without a network. It knows the files to keep, by
 * course, and is named by a digest of them all: the same content gives the same worker, and a
 * browser takes another one as an update.
 */
final class Offline {
  private static final List<String> KEPT =
      List.of(".html", ".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp");

  private Offline() {}

  /**
   * @param site everything else the site is made of
   * @param courses the ids of its courses, whose files are kept once one of them is opened
   */
  static Artefact worker(List<Artefact> site, Set<String> courses) {
    return Artefact.summary("sw.js", site, checks -> script(checks, courses));
  }

  private static String script(SortedMap<String, Long> checks, Set<String> courses) {
    Map<String, List<String>> files = new TreeMap<>();
    files.put("", new ArrayList<>());
    for (String path : checks.keySet()) {
      // The trace is for those who make the course.
      if (KEPT.stream().anyMatch(path::endsWith) && !path.contains("trace.")) {
        String folder = path.replaceFirst("/.*", "");
        files
            .computeIfAbsent(courses.contains(folder) ? folder : "", key -> new ArrayList<>())
            .add(path);
      }
    }
    String build = Sha256.of(checks.toString()).substring(0, 16);
    return "const BUILD='"
        + build
        + "';\nconst FILES="
        + Json.write(files)
        + ";\n"
        + PlayerScript.file("sw.js");
  }
}
