package dev.rebound.app;

import dev.rebound.source.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of {@code src/main/resources/new/course}, with the author's id and title in them. They
 * are about making a course and name no other subject.
 *
 * @param id the course's, and of the source and principles that it rests on
 * @param title any line of text
 */
record StarterCourse(String id, String title) {
  /** Whose courses they are, and how they look: one for the whole workspace. */
  static final String SETTINGS = "rebound.yaml";

  /** Texts by their paths below {@code content/}, in the order in which an author meets them. */
  Map<String, String> files() throws IOException {
    String course = "courses/" + id + "/";
    Map<String, String> files = new LinkedHashMap<>();
    files.put(SETTINGS, text("rebound.yaml"));
    files.put("sources/" + id + ".md", text("source.md"));
    files.put("principles/" + id + ".yaml", text("principles.yaml"));
    files.put(course + "course.yaml", text("course.yaml"));
    files.put(course + "lessons/one-idea.md", text("lesson.md"));
    files.put(course + "quizzes/one-idea.yaml", text("quiz.yaml"));
    files.put(course + "cards/one-idea.md", text("card.md"));
    return files;
  }

  private String text(String name) throws IOException {
    try (InputStream file = StarterCourse.class.getResourceAsStream("/new/course/" + name)) {
      if (file == null) {
        throw new IOException("the starter course lacks " + name + " in this build.");
      }
      // A JSON text is a YAML text, whatever stands in it. The title comes last: it may say {{id}}.
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{{id}}", id)
          .replace("{{title}}", Json.write(title));
    }
  }
}
