package dev.rebound.load;

import dev.rebound.source.Nearest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which files have which place in {@code content/}: for whoever put one where nothing reads it. */
final class Places {
  private static final Map<String, List<String>> LIBRARY =
      Map.of(
          "sources", List.of(".md", ".lock", ".txt"),
          "principles", List.of(".yaml"),
          "dialogues", List.of(".md"));
  private static final Map<String, List<String>> COURSE = course();

  private Places() {}

  /** In the order in which messages name them. */
  private static Map<String, List<String>> course() {
    Map<String, List<String>> places = new LinkedHashMap<>();
    places.put("lessons", List.of(".md"));
    places.put("quizzes", List.of(".yaml"));
    places.put("scenarios", List.of(".yaml"));
    places.put("cards", List.of(".md"));
    places.put("aids", List.of(".md"));
    places.put("facilitator", List.of(".md"));
    places.put("images", PictureReader.ENDINGS);
    places.put("media", MediaReader.ENDINGS);
    places.put("files", AttachmentReader.ENDINGS);
    return Collections.unmodifiableMap(places);
  }

  /**
   * What to do with a file that nothing reads.
   *
   * @param path below {@code content/}, {@code courses/late-room/quizes/agree.yml}
   */
  static String hint(String path) {
    String[] parts = path.split("/", -1);
    boolean inCourse = parts.length > 2 && parts[0].equals("courses");
    int at = inCourse ? 2 : 0;
    Map<String, List<String>> places = inCourse ? COURSE : LIBRARY;
    String file = parts[parts.length - 1];
    String folder = parts.length > at + 1 ? parts[at] : "";
    List<String> endings = places.getOrDefault(folder, List.of());
    if (!endings.isEmpty() && parts.length > at + 2) {
      return "Files of " + folder + "/ stand in it directly; move this one up.";
    }
    if (!endings.isEmpty()) {
      int dot = file.lastIndexOf('.');
      String stem = dot < 0 ? file : file.substring(0, dot);
      return endings.contains(".lock")
          ? "A file of sources/ is <id>.md, its lock <id>.lock, and the text of a free one <id>.txt."
          : folder.equals("media")
              ? "This folder holds films and recordings ("
                  + String.join(", ", endings)
                  + ") and, under the same name, captions (.vtt), a transcript (.md) and a still (.jpg, .png)."
              : endings.size() == 1
                  ? "Files of "
                      + folder
                      + "/ end in "
                      + endings.get(0)
                      + ": "
                      + stem
                      + endings.get(0)
                      + "."
                  : "Files of " + folder + "/ end in " + String.join(", ", endings) + ".";
    }
    if (!folder.isEmpty()) {
      return "No folder of this name has a meaning "
          + (inCourse ? "in a course. " : "here. ")
          + Nearest.hint(
              folder,
              inCourse
                  ? places.keySet()
                  : List.of("sources", "principles", "dialogues", "courses"));
    }
    return inCourse
        ? "A course has course.yaml and the folders " + String.join(", ", places.keySet()) + "."
        : "Here stand rebound.yaml, glossary.yaml, reviews.lock and the folders sources, principles, dialogues, courses.";
  }
}
