package dev.rebound.load;

import static dev.rebound.load.LibraryReader.value;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.CourseFiles;
import dev.rebound.course.CoursePlan;
import dev.rebound.course.Dialogue;
import dev.rebound.course.GlossaryTerm;
import dev.rebound.course.Principle;
import dev.rebound.course.Review;
import dev.rebound.course.Settings;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.question.QuestionType;
import dev.rebound.source.Located;
import dev.rebound.source.Portable;
import dev.rebound.source.Problem;
import dev.rebound.source.Problems;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code content/} whole. A broken file is a problem of the content it belongs to, never the
 * end of the run: the rest still loads.
 */
public final class ContentLoader {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Map<String, QuestionType> types;

  /**
   * @param types every question type there is
   */
  public ContentLoader(List<QuestionType> types) {
    this.types = types.stream().collect(Collectors.toMap(QuestionType::name, Function.identity()));
  }

  /**
   * @param folder the workspace's {@code content/}
   * @param name what findings call it
   * @throws IOException when the folder itself cannot be read
   */
  public Content load(Path folder, String name) throws IOException {
    return new Run(new ContentFolder(folder, name), Typography.of(""), new ArrayList<>()).content();
  }

  /**
   * One value and what went wrong reading it: files are read side by side and reported in order.
   */
  private record Read<T>(Optional<T> value, List<Problem> problems) {}

  /** Reads one language's part of a folder: the library's, then each course's. */
  private final class Run {
    private final ContentFolder folder;
    private final Typography typography;
    private final List<Problem> problems;

    Run(ContentFolder folder, Typography typography, List<Problem> problems) {
      this.folder = folder;
      this.typography = typography;
      this.problems = problems;
    }

    Content content() {
      Settings settings = settings();
      return in(settings.language()).content(settings);
    }

    private Run in(String language) {
      return new Run(folder, Typography.of(language), problems);
    }

    private Content content(Settings settings) {
      List<Source> sources = files("sources", ".md", this::source);
      List<Principle> principles =
          files("principles", ".yaml", this::principles).stream().flatMap(List::stream).toList();
      List<Dialogue> dialogues =
          files(
              "dialogues",
              ".md",
              (path, found) ->
                  markdown(path, "dialogue", found)
                      .map(file -> LibraryReader.dialogue(file, id(path, found), found)));
      List<GlossaryTerm> terms = glossary();
      List<Course> courses = courses();
      List<Review> reviews = reviews();
      strays();
      return new Content(
          settings, sources, principles, dialogues, terms, courses, reviews, problems);
    }

    /**
     * What nothing has read, last of all. What a course without its course.yaml has is not known.
     */
    private void strays() {
      Set<Path> unread = new HashSet<>();
      for (Path course : folder.folders(folder.resolve("courses"), problem -> {})) {
        if (!Files.exists(course.resolve("course.yaml"))) {
          unread.add(course);
        }
      }
      Set<String> reported =
          problems.stream().map(problem -> problem.span().file()).collect(Collectors.toSet());
      for (String stray : folder.strays(unread)) {
        if (!reported.contains(stray)) {
          problems.add(
              new Problem(
                  "OrphanFile",
                  SourceSpan.wholeFile(stray),
                  "nothing reads this file.",
                  Places.hint(stray.substring(folder.name().length() + 1))));
        }
      }
    }

    private Settings settings() {
      Path path = folder.resolve("rebound.yaml");
      SourceSpan at = new SourceSpan(folder.nameOf(path), 1, 1);
      Raw.Mapping none = new Raw.Mapping(at, List.of());
      if (!Files.exists(path)) {
        problems.add(
            new Problem(
                "SyntaxError",
                SourceSpan.wholeFile(at.file()),
                "is missing.",
                "It names the publisher, the brand, the language, the edition: see docs/authoring.md."));
        return LibraryReader.settings(none, at, logo -> Optional.empty());
      }
      return LibraryReader.settings(
          yaml(path, "rebound", problems::add).orElse(none), at, this::logo);
    }

    private Optional<String> logo(Located<String> name) {
      // Whatever else it may be, the schema has refused it.
      if (!name.value().matches("[A-Za-z0-9_-]+\\.svg")) {
        return Optional.empty();
      }
      Path file = folder.resolve(name.value());
      if (!Files.exists(file)) {
        problems.add(
            new Problem(
                "UnknownReference",
                name.span(),
                "there is no \"" + name + "\" in " + folder.name() + "/.",
                "Put the picture there, beside rebound.yaml."));
        return Optional.empty();
      }
      return PictureReader.drawing(folder, file, problems::add);
    }

    private List<GlossaryTerm> glossary() {
      Path path = folder.resolve("glossary.yaml");
      if (!Files.exists(path)) {
        return List.of();
      }
      return yaml(path, "glossary", problems::add)
          .map(raw -> LibraryReader.glossary(raw, prose(problems::add)))
          .orElse(List.of());
    }

    private List<Review> reviews() {
      Path path = folder.resolve("reviews.lock");
      return Files.exists(path)
          ? yaml(path, "reviews", problems::add).map(LibraryReader::reviews).orElse(List.of())
          : List.of();
    }

    private Optional<Source> source(Path path, Problems found) {
      Located<String> id = id(path, found);
      Path lock = path.resolveSibling(id.value() + ".lock");
      Optional<SourceLock> locked =
          Files.exists(lock)
              ? folder.text(lock, found).flatMap(file -> LibraryReader.lock(file, found))
              : Optional.empty();
      return markdown(path, "source", found)
          .map(file -> LibraryReader.source(file, id, locked, found));
    }

    private Optional<List<Principle>> principles(Path path, Problems found) {
      Located<String> id = id(path, found);
      return yaml(path, "principles", found)
          .map(raw -> LibraryReader.principles(raw, id.value(), prose(found)));
    }

    private List<Course> courses() {
      List<Course> courses = new ArrayList<>();
      for (Path path : folder.folders(folder.resolve("courses"), problems::add)) {
        course(path).ifPresent(courses::add);
      }
      return courses;
    }

    private Optional<Course> course(Path path) {
      Located<String> id = id(path, problems::add);
      Path yaml = path.resolve("course.yaml");
      if (!Files.exists(yaml)) {
        problems.add(
            new Problem(
                "SyntaxError",
                SourceSpan.wholeFile(folder.nameOf(yaml)),
                "is missing.",
                "A folder under courses/ is a course and needs one; see docs/authoring.md."));
        return Optional.empty();
      }
      Raw.Mapping raw =
          yaml(yaml, "course", problems::add)
              .orElse(new Raw.Mapping(new SourceSpan(folder.nameOf(yaml), 1, 1), List.of()));
      return Optional.of(in(value(raw, "language", "en")).course(path, id, raw));
    }

    private Course course(Path path, Located<String> id, Raw.Mapping written) {
      Raw.Mapping raw = typography.titles(written);
      String below = "courses/" + id.value() + "/";
      return new Course(
          new CoursePlan(
              new Located<>(id.value(), raw.span()),
              folder.nameOf(path),
              value(raw, "title", id.value()),
              value(raw, "language", "en"),
              raw.text("audience").map(Located::value),
              raw.integer("passMark").orElse(80),
              CourseReader.modules(raw),
              CourseReader.quiz(raw, "final"),
              raw.texts("cards"),
              raw.mapping("print").map(print -> print.texts("stocks")).orElse(List.of()),
              raw.mapping("print").isPresent(),
              value(raw, "packaging", "course").equals("module"),
              raw.isTrue("confidence")),
          new CourseFiles(
              files(
                  below + "lessons",
                  ".md",
                  (file, found) ->
                      markdown(file, "lesson", found)
                          .map(read -> CourseReader.lesson(read, id(file, found)))),
              files(
                  below + "quizzes",
                  ".yaml",
                  (file, found) ->
                      yaml(file, "quiz", found)
                          .map(
                              read ->
                                  CourseReader.bank(
                                      read, id(file, found), types, prose(found), found))),
              files(
                  below + "cards",
                  ".md",
                  (file, found) ->
                      markdown(file, "card", found)
                          .map(read -> CourseReader.card(read, id(file, found), found))),
              files(
                  below + "scenarios",
                  ".yaml",
                  (file, found) ->
                      yaml(file, "scenario", found)
                          .map(read -> CourseReader.scenario(read, id(file, found), prose(found)))),
              files(
                  below + "aids",
                  ".md",
                  (file, found) ->
                      markdown(file, "aid", found)
                          .map(read -> CourseReader.aid(read, id(file, found)))),
              files(
                  below + "facilitator",
                  ".md",
                  (file, found) ->
                      markdown(file, "facilitator", found)
                          .map(read -> CourseReader.facilitatorNote(read, id(file, found)))),
              images(below + "images")));
    }

    /**
     * Every picture; one that cannot be published has no bytes, for it is not missing where it is
     * shown.
     */
    private List<Course.Image> images(String below) {
      return files(
          below,
          (file, found) ->
              Optional.of(
                  new Course.Image(
                      "images/" + file.getFileName(),
                      PictureReader.read(folder, file, found).orElse(new byte[0]))),
          PictureReader.ENDINGS.toArray(String[]::new));
    }

    /** Every file of a folder, read side by side, reported in the order of their names. */
    private <T> List<T> files(
        String below, String ending, BiFunction<Path, Problems, Optional<T>> reader) {
      return files(below, reader, ending);
    }

    private <T> List<T> files(
        String below, BiFunction<Path, Problems, Optional<T>> reader, String... endings) {
      List<Path> paths = folder.list(folder.resolve(below), problems::add, endings);
      Stream<Path> stream = paths.size() > 8 ? paths.parallelStream() : paths.stream();
      List<Read<T>> reads =
          stream
              .map(
                  path -> {
                    List<Problem> found = new ArrayList<>();
                    Optional<T> value = reader.apply(path, found::add);
                    return new Read<>(value, List.copyOf(found));
                  })
              .toList();
      reads.forEach(read -> problems.addAll(read.problems));
      return reads.stream().flatMap(read -> read.value.stream()).toList();
    }

    private Optional<MarkdownFile> markdown(Path path, String kind, Problems found) {
      return folder.text(path, found).map(file -> MarkdownFile.read(file, kind, typography, found));
    }

    private Optional<Raw.Mapping> yaml(Path path, String kind, Problems found) {
      Optional<SourceFile> file = folder.text(path, found);
      Optional<Raw> raw = file.flatMap(text -> YamlReader.read(text, found));
      if (file.isPresent() && raw.isEmpty()) {
        return Optional.empty();
      }
      raw.ifPresent(value -> Schema.of(kind).check(value, "the file", found));
      return raw.filter(Raw.Mapping.class::isInstance)
          .map(Raw.Mapping.class::cast)
          .map(typography::titles);
    }

    private ProseReader prose(Problems found) {
      return text -> MarkdownReader.prose(text, typography, found);
    }

    /** A file's name is its id. */
    private Located<String> id(Path path, Problems found) {
      String name = path.getFileName().toString();
      int dot = name.lastIndexOf('.');
      String id = Files.isDirectory(path) || dot < 0 ? name : name.substring(0, dot);
      SourceSpan whole = SourceSpan.wholeFile(folder.nameOf(path));
      if (!ID.matcher(id).matches()) {
        found.schema(
            whole,
            "a file's name is its id, and \"" + id + "\" cannot be one.",
            "Use lower-case letters, digits and single hyphens.");
      } else if (Portable.flaw(id).isPresent()) {
        found.schema(
            whole,
            "a file's name is its id, and Windows keeps the name \"" + id + "\" for a device.",
            "Choose another id.");
      }
      return new Located<>(id, new SourceSpan(whole.file(), 1, 1));
    }
  }
}
