package dev.rebound.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rebound.check.Report;
import dev.rebound.course.Course;
import dev.rebound.course.Unit;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Download;
import dev.rebound.publish.Publisher;
import dev.rebound.source.Csv;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The packages of courses for learning platforms, made when somebody opens one, of content without
 * errors only. What was opened stays as it was until it is opened again: a learner under way does
 * not get another package either.
 */
final class Packages {
  /** The rules have this long to say that nothing is wrong. */
  private static final long PATIENCE_MS = 60_000;

  /** As many are kept for those who are under way. */
  private static final int MOST = 4;

  private record Opened(Map<String, byte[]> files) {}

  /** A page to launch. */
  record Start(String href, String title) {}

  /**
   * A line of the key to a platform's reports.
   *
   * @param options {@code b = of9c79018 = I will look into it.}, a line each
   */
  record Key(String interaction, String objective, String stem, String says, String options) {}

  record Playable(List<Start> starts, List<Key> key) {}

  private final Tools tools;
  private final Workshop workshop;
  private final Map<String, Opened> opened = new LinkedHashMap<>();

  Packages(Tools tools, Workshop workshop) {
    this.tools = tools;
    this.workshop = workshop;
  }

  /**
   * Makes a package and says where it begins.
   *
   * @param standard {@code scorm12}
   */
  synchronized Playable open(String standard, String id) throws IOException, InterruptedException {
    Snapshot now = checked();
    Course course =
        now.content()
            .course(id)
            .orElseThrow(() -> new Refusal(404, "There is no course \"" + id + "\"."));
    Publisher publisher =
        tools.packages().stream()
            .filter(it -> it.name().equals(standard))
            .findFirst()
            .orElseThrow(() -> new Refusal(404, "There is no such standard."));
    String path = Download.packagePath(course, standard);
    List<Artefact> made =
        publisher.artefacts(
            now.content().withCourses(List.of(course)), new Report(List.of(), List.of()));
    String place = standard + "/" + id;
    opened.remove(place);
    opened.put(place, new Opened(files(bytes(made, path))));
    while (opened.size() > MOST) {
      opened.remove(opened.keySet().iterator().next());
    }
    return new Playable(
        course.units().stream()
            .map(unit -> new Start("/package/" + place + "/" + unit.page(), title(unit)))
            .toList(),
        key(new String(bytes(made, path.replaceFirst("[.]zip$", "-key.csv")), UTF_8)));
  }

  private static String title(Unit unit) {
    return unit.part().title().value();
  }

  /** The newest state, once every rule has found it right. */
  private Snapshot checked() throws InterruptedException {
    Workshop.Seen seen = workshop.seen();
    long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
    while (!(seen.complete() && seen.found() == seen.version())) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0 || !workshop.await(seen, left)) {
        throw new Refusal(503, "The content is still being checked. Try again in a moment.");
      }
      seen = workshop.seen();
    }
    long errors = workshop.found().errors();
    if (errors > 0) {
      throw new Refusal(
          409,
          "There is no package of content with errors, and there "
              + (errors == 1 ? "is 1" : "are " + errors)
              + ". The findings say what to do.");
    }
    return workshop.now();
  }

  private static byte[] bytes(List<Artefact> made, String path) {
    return made.stream()
        .filter(it -> it.path().equals(path))
        .findFirst()
        .map(Artefact::bytes)
        .orElseThrow(() -> new Refusal(404, "There is no " + path + "."));
  }

  private static Map<String, byte[]> files(byte[] zip) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  /** Its columns are those that {@code -key.csv} names in its first line. */
  private static List<Key> key(String csv) {
    List<Csv.Row> rows = Csv.rows(csv);
    List<String> head = rows.get(0).cells();
    return rows.stream()
        .skip(1)
        .map(
            row ->
                new Key(
                    row.cells().get(head.indexOf("interaction")),
                    row.cells().get(head.indexOf("objective")),
                    row.cells().get(head.indexOf("stem")),
                    row.cells().get(head.indexOf("principle")),
                    row.cells().get(head.indexOf("options"))))
        .toList();
  }

  /**
   * A file of a package that was opened.
   *
   * @param path {@code scorm12/tea/index.html}
   */
  synchronized Optional<byte[]> file(String path) {
    String[] parts = path.split("/", 3);
    return parts.length < 3
        ? Optional.empty()
        : Optional.ofNullable(opened.get(parts[0] + "/" + parts[1]))
            .map(it -> it.files.get(parts[2]));
  }
}
