package dev.rebound.publish.print;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Dialogue;
import dev.rebound.course.Lesson;
import dev.rebound.publish.page.CourseContext;
import dev.rebound.publish.page.CourseView;
import dev.rebound.publish.page.Fills;
import dev.rebound.publish.page.LessonPage;
import dev.rebound.publish.page.LessonRenderContext;
import dev.rebound.publish.page.ModuleView;
import dev.rebound.publish.page.OnePageRoutes;
import dev.rebound.publish.page.PageIds;
import dev.rebound.publish.page.QuizPage;
import dev.rebound.publish.page.SourceView;
import dev.rebound.publish.page.StepView;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.TermView;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Fields.Inlined;
import dev.rebound.source.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A whole course as one book to read and to write in. */
final class Workbook {
  private static final double SIDE = 22;

  private final UiMessages words;
  private final Templates templates;
  private final Content content;
  private final Course course;
  private final CourseContext in;

  /** What the index lists, by its words; and the ids of where it stands. */
  private final TreeMap<String, List<String>> index = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * The workbook.
   *
   * @param whole whether it is all of the book: cover, modules, and what stands behind them
   * @param quizzes those whose key stands at the end
   * @param index what is explained or shown, by its name
   * @param ends the parts after the modules
   */
  @Fills("print/workbook.ftlh")
  record Book(
      @Inlined PaperFrame frame,
      boolean whole,
      CourseView course,
      List<Chapter> modules,
      List<QuizPage> quizzes,
      List<TermView> terms,
      List<SourceView> sources,
      List<Entry> index,
      List<End> ends,
      Page page) {}

  /** A module of a workbook. */
  record Chapter(int number, String title, List<Part> parts) {}

  /**
   * A part of a chapter.
   *
   * @param lesson present where {@code kind} is {@code lesson}
   * @param quiz present where {@code kind} is {@code quiz}
   */
  record Part(@Inlined StepView step, Optional<LessonPage> lesson, Optional<QuizPage> quiz) {}

  /**
   * A line of the index.
   *
   * @param places the ids of where it stands
   */
  record Entry(String name, List<String> places) {}

  /** A part after the modules. */
  record End(String id, String title) {}

  /** Lengths on a workbook's pages, in millimetres. */
  record Page(
      String width,
      String height,
      String coverHeight,
      String plate,
      String foot,
      String inner,
      String arc,
      String arcLow,
      String arcHigh) {}

  private Workbook(Templates templates, UiMessages words, Content content, Course course) {
    this.templates = templates;
    this.words = words;
    this.content = content;
    this.course = course;
    in =
        new CourseContext(
            templates, words.of(course.language()), content, course, new InBook(course));
  }

  static byte[] print(
      PdfEngine engine,
      Templates templates,
      String looks,
      UiMessages words,
      Content content,
      Course course) {
    return print(engine, templates, looks, words, content, course, true);
  }

  /** The pages of one lesson or quiz, as {@code only} has it, to look at. */
  static byte[] part(
      PdfEngine engine,
      Templates templates,
      String looks,
      UiMessages words,
      Content content,
      Course only) {
    return print(engine, templates, looks, words, content, only, false);
  }

  private static byte[] print(
      PdfEngine engine,
      Templates templates,
      String looks,
      UiMessages words,
      Content content,
      Course course,
      boolean whole) {
    Book book = new Workbook(templates, words, content, course).book(whole);
    return engine.print(
        new FilledTemplate(templates, looks, "print/workbook.ftlh", book),
        Imprint.of(content.settings()));
  }

  /** Everything is on the pages of one document. */
  record InBook(Course book) implements OnePageRoutes {
    /** The role-play kit has the conversations, and no page of the book leads there. */
    @Override
    public String scenario(String id) {
      return course();
    }

    @Override
    public String image(String path) {
      return Pictures.address(book, path);
    }

    @Override
    public Optional<String> takeaway(String path) {
      return Optional.empty();
    }

    @Override
    public String looks() {
      return "print";
    }
  }

  private Book book(boolean whole) {
    List<Chapter> chapters =
        in.outline().modules().stream()
            .filter(module -> !module.parts().isEmpty())
            .map(this::chapter)
            .toList();
    return new Book(
        PaperFrame.of(
            content.settings(), course.language(), words, templates, "document", "workbook"),
        whole,
        CourseView.of(in),
        chapters,
        chapters.stream()
            .flatMap(it -> it.parts().stream())
            .flatMap(it -> it.quiz().stream())
            .toList(),
        whole ? TermView.all(in) : List.of(),
        whole ? SourceView.all(in) : List.of(),
        index.entrySet().stream().map(it -> new Entry(it.getKey(), it.getValue())).toList(),
        whole ? ends() : List.of(),
        page());
  }

  private Page page() {
    Stock.Paper paper = Stock.Paper.named(content.settings().page().value());
    double plate = paper.height * .3;
    return new Page(
        Lengths.mm(paper.width),
        Lengths.mm(paper.height),
        // Not the whole height: what touches a page's end goes over to the next.
        Lengths.mm(paper.height - 1),
        Lengths.mm(plate),
        Lengths.mm(paper.height - 52),
        Lengths.mm(paper.width - 2 * SIDE),
        Lengths.mm(plate - 70),
        Lengths.mm(plate - 24),
        Lengths.mm(plate - 110));
  }

  private List<End> ends() {
    List<End> ends = new ArrayList<>();
    ends.add(end("answers", "print-answers"));
    if (!content.terms().isEmpty()) {
      ends.add(end("glossary", "glossary"));
    }
    ends.add(end("credits", "sources"));
    if (!index.isEmpty()) {
      ends.add(end("index", "print-index"));
    }
    return ends;
  }

  private End end(String id, String word) {
    return new End(id, words.of(course.language()).getOrDefault(word, ""));
  }

  private Chapter chapter(ModuleView module) {
    return new Chapter(
        module.number(),
        module.title(),
        module.parts().stream().flatMap(part -> part(part).stream()).toList());
  }

  /** A lesson or a quiz. Whatever else a course may have has no page in a book. */
  private Optional<Part> part(StepView step) {
    return switch (step.kind()) {
      case "lesson" ->
          course
              .lesson(step.id())
              .map(it -> LessonPage.of(in, it, new InLesson(it)))
              .map(it -> new Part(step, Optional.of(it), Optional.empty()));
      case "quiz" ->
          course
              .quiz(step.id())
              // Who holds the book would read the key of what is graded.
              .filter(it -> !course.graded(it))
              .map(it -> QuizPage.of(in, it))
              .map(it -> new Part(step, Optional.empty(), Optional.of(it)));
      default -> Optional.empty();
    };
  }

  private void index(String name, String place) {
    index.computeIfAbsent(name, key -> new ArrayList<>()).add(place);
  }

  /** The index leads to the first mention of each term in a lesson, and to its dialogues. */
  private final class InLesson extends LessonRenderContext {
    private final String lesson;
    private final Set<String> mentioned = new HashSet<>();

    InLesson(Lesson lesson) {
      super(in, lesson);
      this.lesson = lesson.id().value();
    }

    @Override
    public String mentionId(String term) {
      if (!mentioned.add(term)) {
        return "";
      }
      String place = "at-" + lesson + "-" + term;
      content.term(term).ifPresent(it -> index(it.term().value(), place));
      return place;
    }

    /** A page of paper has no way back. */
    @Override
    public String word(String key) {
      return key.equals("footnote-back") ? "" : super.word(key);
    }

    @Override
    public String embed(Reference to) {
      Stream.of(to)
          .filter(it -> it.kind().equals("dialogue"))
          .flatMap(it -> content.dialogue(it.id()).stream())
          .map(Dialogue::title)
          .forEach(it -> index(it.value(), idPrefix() + PageIds.dialogue(to.id())));
      return super.embed(to);
    }
  }
}
