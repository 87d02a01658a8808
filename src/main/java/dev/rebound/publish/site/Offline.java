package dev.rebound.publish.site;

import dev.rebound.publish.Artefact;
import dev.rebound.publish.page.PlayerScript;
import dev.rebound.source.Json;
import dev.rebound.source.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
  static Artefact worker(List<Artefact> site, List<String> courses) {
    Map<String, List<String>> files = new TreeMap<>();
    files.put("", new ArrayList<>());
    MessageDigest digest = Sha256.begin();
    for (Artefact artefact : site) {
      digest.update(artefact.path().getBytes(StandardCharsets.UTF_8));
      digest.update(artefact.bytes());
      String path = artefact.path();
      // The trace is for those who make the course.
      if (KEPT.stream().anyMatch(path::endsWith) && !path.contains("trace.")) {
        String folder = path.replaceFirst("/.*", "");
        files
            .computeIfAbsent(courses.contains(folder) ? folder : "", key -> new ArrayList<>())
            .add(path);
      }
    }
    String build = HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    return Artefact.text(
        "sw.js",
        "const BUILD='"
            + build
            + "';\nconst FILES="
            + Json.write(files)
            + ";\n"
            + PlayerScript.file("sw.js"));
  }
}
