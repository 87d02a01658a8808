package dev.rebound.publish.print;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.Quiz;
import dev.rebound.publish.page.CourseModels;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.OnePageRoutes;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole course as one book to read and to write in. */
final class Workbook {
  private static final Pattern TERM = Pattern.compile("<a href=\"#term-([a-z0-9-]+)\"");
  private static final Pattern DIALOGUE =
      Pattern.compile(
          "<div class=\"dialogue\" id=\"([^\"]+)\">.*?<p class=\"dialogue-title\">([^<]+)</p>",
          Pattern.DOTALL);
  private static final Pattern PICTURE = Pattern.compile("(<img src=\")(images/[^\"]+)");

  private static final double SIDE = 26;

  private final Templates templates;
  private final Map<String, String> words;
  private final Content content;
  private final Course course;

  /** What the index lists, by its words; and the ids of where it stands. */
  private final TreeMap<String, List<String>> index = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private Workbook(Templates templates, PageWords words, Content content, Course course) {
    this.templates = templates;
    this.words = words.of(course.language());
    this.content = content;
    this.course = course;
  }

  static byte[] print(
      PdfEngine engine, Templates templates, PageWords words, Content content, Course course) {
    Workbook book = new Workbook(templates, words, content, course);
    return engine.print(book.html(), Imprint.of(content.settings()));
  }

  /** Everything is on the pages of one document. */
  record InBook() implements OnePageRoutes {
    /** The role-play kit has the conversations, and no page of the book leads there. */
    @Override
    public String scenario(String id) {
      return course();
    }

    @Override
    public String looks() {
      return "print";
    }
  }

  private String html() {
    Stock.Paper paper = Stock.Paper.named(content.settings().page().value());
    CourseModels models = new CourseModels(templates, words, content, course, new InBook());
    Map<String, Object> data = new HashMap<>(Imprint.of(content.settings()).data());
    List<Map<String, Object>> quizzes = new ArrayList<>();
    data.put("modules", modules(models, quizzes));
    data.put("quizzes", quizzes);
    data.put("language", course.language());
    data.put("course", models.course());
    data.put("words", words);
    data.put("terms", models.terms());
    data.put("sources", models.sources());
    content
        .terms()
        .forEach(
            term ->
                index
                    .computeIfAbsent(term.term().value(), key -> new ArrayList<>())
                    .add("term-" + term.id().value()));
    data.put(
        "index",
        index.entrySet().stream()
            .map(entry -> Map.of("name", entry.getKey(), "places", entry.getValue()))
            .toList());
    data.put("ends", ends());
    double plate = paper.height * .7;
    data.put(
        "page",
        Map.of(
            "width", Lengths.mm(paper.width),
            "height", Lengths.mm(paper.height),
            // Not the whole height: what touches a page's end goes over to the next.
            "coverHeight", Lengths.mm(paper.height - 1),
            "plate", Lengths.mm(plate),
            "foot", Lengths.mm(paper.height - 52),
            "inner", Lengths.mm(paper.width - 2 * SIDE),
            "arc", Lengths.mm(plate - 92),
            "arcLow", Lengths.mm(plate - 24),
            "arcHigh", Lengths.mm(plate - 128)));
    data.put(
        "css",
        new Html(templates.text("print/document.css") + templates.text("print/workbook.css")));
    return withPictures(templates.render("print/workbook.ftlh", data));
  }

  private List<Map<String, String>> ends() {
    List<Map<String, String>> ends = new ArrayList<>();
    ends.add(Map.of("id", "answers", "title", words.getOrDefault("print-answers", "")));
    if (!content.terms().isEmpty()) {
      ends.add(Map.of("id", "glossary", "title", words.getOrDefault("glossary", "")));
    }
    ends.add(Map.of("id", "credits", "title", words.getOrDefault("sources", "")));
    if (!index.isEmpty()) {
      ends.add(Map.of("id", "index", "title", words.getOrDefault("print-index", "")));
    }
    return ends;
  }

  private List<Map<String, Object>> modules(
      CourseModels models, List<Map<String, Object>> quizzes) {
    List<Map<String, Object>> modules = new ArrayList<>();
    Map<String, List<Map<String, Object>>> partsOf = new HashMap<>();
    for (Map<String, Object> step : models.steps()) {
      if (!(step.get("module") instanceof Map<?, ?> module)) {
        continue;
      }
      List<Map<String, Object>> parts =
          partsOf.computeIfAbsent(
              String.valueOf(module.get("id")),
              key -> {
                List<Map<String, Object>> made = new ArrayList<>();
                modules.add(
                    Map.of(
                        "number", String.valueOf(module.get("number")),
                        "title", String.valueOf(module.get("title")),
                        "parts", made));
                return made;
              });
      Map<String, Object> part = new LinkedHashMap<>(step);
      String id = String.valueOf(step.get("id"));
      switch (String.valueOf(step.get("kind"))) {
        case "lesson" -> course.lesson(id).ifPresent(it -> part.put("lesson", lesson(models, it)));
        case "quiz" ->
            course
                .quiz(id)
                // Who holds the book would read the key of what is graded.
                .filter(it -> !course.graded(it))
                .ifPresent(
                    it -> {
                      Map<String, Object> quiz = quiz(models, it);
                      part.put("quiz", quiz);
                      quizzes.add(quiz);
                    });
        // Whatever else a course may have has no page in a book.
        default -> {
          continue;
        }
      }
      if (part.containsKey("lesson") || part.containsKey("quiz")) {
        parts.add(part);
      }
    }
    return modules;
  }

  private Map<String, Object> lesson(CourseModels models, Lesson lesson) {
    Map<String, Object> model = new LinkedHashMap<>(models.lesson(lesson));
    model.put("body", new Html(indexed(lesson.id().value(), String.valueOf(model.get("body")))));
    return model;
  }

  private Map<String, Object> quiz(CourseModels models, Quiz quiz) {
    Map<String, Object> model = new LinkedHashMap<>(models.quiz(quiz));
    List<Map<String, Object>> questions = new ArrayList<>();
    if (model.get("questions") instanceof List<?> all) {
      for (Object one : all) {
        Map<String, Object> question = new LinkedHashMap<>();
        ((Map<?, ?>) one).forEach((key, value) -> question.put(String.valueOf(key), value));
        question.put(
            "template",
            "/" + CourseModels.question(templates, "print", String.valueOf(question.get("type"))));
        question.put("number", questions.size() + 1);
        questions.add(question);
      }
    }
    model.put("questions", questions);
    return model;
  }

  /** Gives the first mention of each term in a lesson an id of its own, and notes it. */
  private String indexed(String lesson, String body) {
    Set<String> seen = new HashSet<>();
    Matcher term = TERM.matcher(body);
    StringBuilder out = new StringBuilder();
    while (term.find()) {
      String id = term.group(1);
      String place = "at-" + lesson + "-" + id;
      boolean first = seen.add(id);
      term.appendReplacement(
          out, Matcher.quoteReplacement(term.group() + (first ? " id=\"" + place + "\"" : "")));
      if (first) {
        content
            .term(id)
            .ifPresent(
                it ->
                    index.computeIfAbsent(it.term().value(), key -> new ArrayList<>()).add(place));
      }
    }
    term.appendTail(out);
    Matcher dialogue = DIALOGUE.matcher(body);
    while (dialogue.find()) {
      index
          .computeIfAbsent(unescaped(dialogue.group(2)), key -> new ArrayList<>())
          .add(dialogue.group(1));
    }
    return out.toString();
  }

  private static String unescaped(String html) {
    return org.jsoup.parser.Parser.unescapeEntities(html, false);
  }

  private String withPictures(String html) {
    Matcher picture = PICTURE.matcher(html);
    StringBuilder out = new StringBuilder();
    while (picture.find()) {
      picture.appendReplacement(
          out,
          Matcher.quoteReplacement(picture.group(1) + Pictures.address(course, picture.group(2))));
    }
    return picture.appendTail(out).toString();
  }
}
