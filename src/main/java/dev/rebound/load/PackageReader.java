package dev.rebound.load;

import dev.rebound.course.CourseShape;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A package that we built some time ago, read back as far as a learner's record hangs on it: from
 * the JSON that its pages give the player.
 */
public final class PackageReader {
  /** More than any course has: what is larger is none of ours, or means harm. */
  private static final int MOST_BYTES = 64 << 20;

  private static final int MOST_ENTRIES = 20_000;

  /** Our JSON has no {@code <} of its own. */
  private static final Pattern PAGE = Pattern.compile("id=\"rebound-data\">([^<]*)</script>");

  private static final Pattern QUESTION = Pattern.compile("data-spec>([^<]*)</script>");

  private PackageReader() {}

  /**
   * @param name as messages name it
   * @param in a zip, read to its end and closed
   * @throws IOException when it is none, is too large, or was not built by Rebound
   */
  public static CourseShape read(String name, InputStream in) throws IOException {
    Map<String, String> pages = pages(name, in);
    List<CourseShape.Part> parts = new ArrayList<>();
    String course = "";
    int pass = 0;
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Matcher data = PAGE.matcher(page.getValue());
      Optional<Raw.Mapping> read = data.find() ? json(name, data.group(1)) : Optional.empty();
      if (read.isPresent() && read.get().text("course").isPresent()) {
        course = read.get().text("course").get().value();
        pass = read.get().integer("pass").orElse(0);
        parts.add(part(name, page.getKey(), read.get(), page.getValue()));
      }
    }
    if (parts.isEmpty()) {
      throw new IOException(
          name + " is no package of Rebound: none of its pages has a course for our player.");
    }
    return new CourseShape(course, pass, List.copyOf(parts));
  }

  /** The pages at its root: what a platform launches stands there. */
  private static Map<String, String> pages(String name, InputStream in) throws IOException {
    Map<String, String> pages = new TreeMap<>();
    int left = MOST_BYTES;
    int entries = 0;
    try (ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = next(name, zip); entry != null; entry = next(name, zip)) {
        entries++;
        if (entries > MOST_ENTRIES) {
          throw new IOException(name + " has more than " + MOST_ENTRIES + " files.");
        }
        if (entry.getName().matches("[\\w.-]+\\.html")) {
          byte[] bytes = bytes(name, zip, left);
          left -= bytes.length;
          pages.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
        }
      }
    }
    if (entries == 0) {
      throw new IOException(name + " is neither a folder of content nor a zip.");
    }
    return pages;
  }

  private static ZipEntry next(String name, ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (ZipException | IllegalArgumentException broken) {
      throw new IOException(name + " is a broken zip.", broken);
    }
  }

  private static byte[] bytes(String name, ZipInputStream zip, int most) throws IOException {
    byte[] bytes;
    try {
      bytes = zip.readNBytes(most + 1);
    } catch (ZipException | java.io.EOFException broken) {
      throw new IOException(name + " is a broken zip.", broken);
    }
    if (bytes.length > most) {
      throw new IOException(name + " has pages of more than " + (MOST_BYTES >> 20) + " MiB.");
    }
    return bytes;
  }

  /** JSON is YAML, and of that there is a reader that refuses what nests too deep. */
  private static Optional<Raw.Mapping> json(String name, String text) {
    return YamlReader.read(new SourceFile(name, text), problem -> {})
        .filter(Raw.Mapping.class::isInstance)
        .map(Raw.Mapping.class::cast);
  }

  private static CourseShape.Part part(String name, String page, Raw.Mapping data, String html) {
    Map<String, CourseShape.QuestionShape> questions = new LinkedHashMap<>();
    Matcher specs = QUESTION.matcher(html);
    while (specs.find()) {
      json(name, specs.group(1))
          .map(PackageReader::question)
          .ifPresent(question -> questions.putIfAbsent(question.key(), question));
    }
    return new CourseShape.Part(
        page,
        texts(data, "lessons"),
        data.mappings("quizzes").stream().map(PackageReader::quiz).toList(),
        data.mappings("scenes").stream().map(PackageReader::conversation).toList(),
        questions);
  }

  private static CourseShape.QuizShape quiz(Raw.Mapping quiz) {
    return new CourseShape.QuizShape(
        text(quiz, "id"),
        texts(quiz, "pool"),
        quiz.integer("draw"),
        quiz.integer("attempts"),
        quiz.isTrue("final"));
  }

  private static CourseShape.Conversation conversation(Raw.Mapping scene) {
    Map<String, Map<String, String>> replies = new LinkedHashMap<>();
    for (Raw.Entry node :
        scene.mapping("nodes").map(Raw.Mapping::entries).orElse(List.<Raw.Entry>of())) {
      if (node.value() instanceof Raw.Mapping it) {
        Map<String, String> here = new LinkedHashMap<>();
        it.mappings("replies").forEach(reply -> here.put(text(reply, "id"), leads(reply)));
        replies.put(node.key().value(), here);
      }
    }
    return new CourseShape.Conversation(text(scene, "id"), text(scene, "start"), replies);
  }

  private static String leads(Raw.Mapping reply) {
    return CourseShape.leads(
        reply.mappings("ways").stream()
            .map(
                way ->
                    CourseShape.way(numbers(way, "heat"), numbers(way, "loyalty"), text(way, "to")))
            .toList(),
        text(reply, "next"),
        reply.integer("heat").orElse(0),
        reply.integer("loyalty").orElse(0));
  }

  private static List<Integer> numbers(Raw.Mapping mapping, String key) {
    return mapping
        .scalars(key)
        .filter(it -> it.text().matches("[0-9]{1,2}"))
        .map(it -> Integer.valueOf(it.text()))
        .toList();
  }

  private static CourseShape.QuestionShape question(Raw.Mapping spec) {
    return new CourseShape.QuestionShape(
        text(spec, "key"),
        text(spec, "type"),
        texts(spec, "choices"),
        texts(spec, "targets"),
        texts(spec, "right"),
        items(spec.get("typed")).stream().map(typed -> texts(items(Optional.of(typed)))).toList(),
        texts(spec, "tests"),
        CourseShape.counting(
            spec.integer("weight"), spec.integer("attempts"), spec.isTrue("partial")));
  }

  private static String text(Raw.Mapping mapping, String key) {
    return mapping.text(key).map(it -> it.value()).orElse("");
  }

  private static List<String> texts(Raw.Mapping mapping, String key) {
    return texts(items(mapping.get(key)));
  }

  private static List<Raw> items(Optional<Raw> list) {
    return list.map(it -> it instanceof Raw.Sequence all ? all.items() : List.<Raw>of())
        .orElse(List.of());
  }

  private static List<String> texts(List<Raw> items) {
    return items.stream()
        .filter(Raw.Scalar.class::isInstance)
        .map(item -> ((Raw.Scalar) item).text())
        .toList();
  }
}
