package dev.rebound.load;

import static dev.rebound.load.LibraryReader.value;

import dev.rebound.course.Attachment;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.CourseFiles;
import dev.rebound.course.CoursePlan;
import dev.rebound.course.Dialogue;
import dev.rebound.course.Extras;
import dev.rebound.course.GlossaryTerm;
import dev.rebound.course.Media;
import dev.rebound.course.Principle;
import dev.rebound.course.Printing;
import dev.rebound.course.Review;
import dev.rebound.course.Settings;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.course.SourceText;
import dev.rebound.course.Study;
import dev.rebound.question.QuestionType;
import dev.rebound.source.Block;
import dev.rebound.source.Located;
import dev.rebound.source.Portable;
import dev.rebound.source.Problem;
import dev.rebound.source.Problems;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import dev.rebound.source.Slug;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code content/} whole. A broken file is a problem of the content it belongs to, never the
 * end of the run: the rest still loads.
 */
public final class ContentLoader {
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
    return read(folder, name, ContentParts.NONE).content();
  }

  /**
   * The same, where the folder was read before: only what changed since is parsed. What did not is
   * the same objects as before.
   *
   * @param former the parts of an earlier reading by this loader; of another folder they are of no
   *     use, and do no harm
   */
  public Reading read(Path folder, String name, ContentParts former) throws IOException {
    Map<String, ContentParts.Part> parts = new ConcurrentHashMap<>();
    Map<Path, List<Path>> entries = new ConcurrentHashMap<>();
    List<String> strays = new ArrayList<>();
    Run run =
        new Run(
            new ContentFolder(folder, name), "", former, parts, entries, strays, new ArrayList<>());
    return new Reading(run.content(), new ContentParts(parts, entries, strays));
  }

  /** What a folder held at one moment, and the parts it was put together from. */
  public record Reading(Content content, ContentParts parts) {}

  /** A file that was read: files are read side by side and reported in order. */
  private record Read<T>(Optional<T> value, List<Problem> problems) {}

  /** Makes a value of a YAML file that its schema has been held against. */
  private interface YamlParser<T> {
    T parse(SourceFile file, Raw.Mapping raw, Problems found);
  }

  /** Makes a value of what a file holds, its text or its bytes, and reports what is wrong in it. */
  private interface Parser<F, T> {
    Optional<T> parse(F file, Problems found);
  }

  /** Reads one language's part of a folder: the library's, then each course's. */
  private final class Run {
    private final ContentFolder folder;
    private final String language;
    private final Typography typography;
    private final ContentParts former;
    private final Map<String, ContentParts.Part> parts;
    private final Map<Path, List<Path>> entries;
    private final List<String> strays;
    private final List<Problem> problems;

    Run(
        ContentFolder folder,
        String language,
        ContentParts former,
        Map<String, ContentParts.Part> parts,
        Map<Path, List<Path>> entries,
        List<String> strays,
        List<Problem> problems) {
      this.folder = folder;
      this.language = language;
      this.typography = Typography.of(language);
      this.former = former;
      this.parts = parts;
      this.entries = entries;
      this.strays = strays;
      this.problems = problems;
    }

    Content content() {
      Settings settings = settings();
      return in(settings.language()).content(settings);
    }

    private Run in(String other) {
      return new Run(folder, other, former, parts, entries, strays, problems);
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
                  markdown(
                      path,
                      "dialogue",
                      found,
                      (file, said) -> LibraryReader.dialogue(file, id(path, said), said)));
      List<GlossaryTerm> terms = glossary();
      List<Study> studies = studies();
      List<Course> courses = courses();
      List<Review> reviews = reviews();
      strays();
      return new Content(
              settings, sources, principles, dialogues, terms, courses, reviews, problems)
          .withStudies(studies);
    }

    /**
     * What nothing has read, last of all. What a course without its course.yaml has is not known.
     */
    private void strays() {
      strays.addAll(former.strays(parts).orElseGet(this::findStrays));
      Set<String> reported =
          problems.stream().map(problem -> problem.span().file()).collect(Collectors.toSet());
      for (String stray : strays) {
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

    private List<String> findStrays() {
      Set<Path> unread = new HashSet<>();
      for (Path course : courseFolders(problem -> {})) {
        if (!Files.exists(course.resolve("course.yaml"))) {
          unread.add(course);
        }
      }
      return folder.strays(unread);
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
                "It names the publisher, the brand, the language, the edition: see docs/reference.md."));
        return LibraryReader.settings(
            none, at, logo -> Optional.empty(), named -> Map.of(), List.of());
      }
      return LibraryReader.settings(
          yaml(path, "rebound", problems::add, (file, raw, said) -> raw).orElse(none),
          at,
          this::logo,
          named -> ControlDocumentReader.read(folder, named, problems::add),
          FontReader.read(folder.beside("fonts"), problems::add));
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
      return part(
          file,
          "logo",
          said -> folder.picture(file, said),
          problems::add,
          (bytes, said) ->
              PictureReader.drawing(folder, file, bytes, said).map(DrawingReader.Drawing::svg));
    }

    private List<GlossaryTerm> glossary() {
      Path path = folder.resolve("glossary.yaml");
      if (!Files.exists(path)) {
        return List.of();
      }
      return yaml(
              path,
              "glossary",
              problems::add,
              (file, raw, said) -> LibraryReader.glossary(raw, prose(file, said)))
          .orElse(List.of());
    }

    private List<Study> studies() {
      Path path = folder.resolve("references.yaml");
      return Files.exists(path)
          ? yaml(path, "references", problems::add, (file, raw, said) -> LibraryReader.studies(raw))
              .orElse(List.of())
          : List.of();
    }

    private List<Review> reviews() {
      Path path = folder.resolve("reviews.lock");
      return Files.exists(path)
          ? yaml(path, "reviews", problems::add, (file, raw, said) -> LibraryReader.reviews(raw))
              .orElse(List.of())
          : List.of();
    }

    private Optional<Source> source(Path path, Problems found) {
      Located<String> id = id(path, found);
      Path lock = path.resolveSibling(id.value() + ".lock");
      Optional<SourceLock> locked =
          isThere(lock) ? part(lock, "lock", found, LibraryReader::lock) : Optional.empty();
      Path own = path.resolveSibling(id.value() + ".txt");
      Optional<SourceText> text =
          isThere(own)
              ? part(own, "source text", found, (file, said) -> sourceText(file))
              : Optional.empty();
      // The record holds its lock and its text, so it is made anew when one of these files changes.
      String kind =
          "source "
              + ContentParts.keyOf(parts.get(folder.nameOf(lock)))
              + ContentParts.keyOf(parts.get(folder.nameOf(own)));
      return part(
          path,
          kind,
          found,
          (file, said) ->
              Optional.of(
                  LibraryReader.source(
                      MarkdownFile.read(file, "source", typography, said),
                      id,
                      locked,
                      text,
                      said)));
    }

    private boolean isThere(Path file) {
      return Files.exists(file) || former.supposed(folder.nameOf(file)).isPresent();
    }

    private static Optional<SourceText> sourceText(SourceFile file) {
      return Optional.of(SourceText.of(file.text()));
    }

    private Optional<List<Principle>> principles(Path path, Problems found) {
      Located<String> id = id(path, found);
      return yaml(
          path,
          "principles",
          found,
          (file, raw, said) -> LibraryReader.principles(raw, id.value(), prose(file, said)));
    }

    private List<Course> courses() {
      List<Course> courses = new ArrayList<>();
      for (Path path : courseFolders(problems::add)) {
        course(path).ifPresent(courses::add);
      }
      return courses;
    }

    private List<Path> courseFolders(Problems found) {
      return entries(folder.resolve("courses"), found).stream().filter(Files::isDirectory).toList();
    }

    /** What a folder has: what it had, where nothing has come or gone. */
    private List<Path> entries(Path path, Problems found) {
      List<Problem> said = new ArrayList<>();
      List<Path> all =
          former
              .entries(path, folder.nameOf(path))
              .orElseGet(() -> folder.entries(path, said::add));
      if (said.isEmpty()) {
        entries.put(path, all);
      }
      said.forEach(found::add);
      List<Path> more =
          former.supposedIn(path, folder.nameOf(path)).filter(it -> !all.contains(it)).toList();
      return more.isEmpty() ? all : Stream.concat(all.stream(), more.stream()).sorted().toList();
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
                "A folder under courses/ is a course and needs one; see docs/reference.md."));
        return Optional.empty();
      }
      CoursePlan plan =
          yaml(yaml, "course", problems::add, (file, raw, said) -> plan(path, id, raw))
              .orElseGet(
                  () ->
                      plan(
                          path,
                          id,
                          new Raw.Mapping(new SourceSpan(folder.nameOf(yaml), 1, 1), List.of())));
      String below = "courses/" + id.value() + "/";
      return Optional.of(new Course(plan, in(plan.language()).files(below)));
    }

    private CoursePlan plan(Path path, Located<String> id, Raw.Mapping written) {
      String spoken = value(written, "language", "en");
      Raw.Mapping raw = Typography.of(spoken).titles(written);
      return new CoursePlan(
          new Located<>(id.value(), raw.span()),
          folder.nameOf(path),
          raw.text("title").orElse(id),
          spoken,
          raw.text("audience"),
          raw.integer("passMark").orElse(80),
          CourseReader.modules(raw),
          CourseReader.quiz(raw, "final"),
          raw.texts("cards"),
          raw.mapping("print")
              .map(
                  print ->
                      new Printing(
                          print.texts("stocks"),
                          value(print, "sides", "both").equals("one"),
                          // What the schema refuses has been reported.
                          print.integer("sets").filter(it -> it > 0 && it <= 50).orElse(1))),
          value(raw, "packaging", "course").equals("module"),
          raw.isTrue("confidence"));
    }

    private CourseFiles files(String below) {
      return new CourseFiles(
          files(
              below + "lessons",
              ".md",
              (path, found) ->
                  markdown(
                      path,
                      "lesson",
                      found,
                      (file, said) -> CourseReader.lesson(file, id(path, said)))),
          files(
              below + "quizzes",
              ".yaml",
              (path, found) ->
                  yaml(
                      path,
                      "quiz",
                      found,
                      (file, raw, said) ->
                          CourseReader.bank(raw, id(path, said), types, prose(file, said), said))),
          files(
              below + "cards",
              ".md",
              (path, found) ->
                  markdown(
                      path,
                      "card",
                      found,
                      (file, said) -> CourseReader.card(file, id(path, said), said))),
          files(
              below + "scenarios",
              ".yaml",
              (path, found) ->
                  yaml(
                      path,
                      "scenario",
                      found,
                      (file, raw, said) ->
                          CourseReader.scenario(raw, id(path, said), prose(file, said)))),
          files(
              below + "aids",
              ".md",
              (path, found) ->
                  markdown(
                      path, "aid", found, (file, said) -> CourseReader.aid(file, id(path, said)))),
          files(
              below + "facilitator",
              ".md",
              (path, found) ->
                  markdown(
                      path,
                      "facilitator",
                      found,
                      (file, said) -> CourseReader.facilitatorNote(file, id(path, said)))),
          new Extras(images(below + "images"), media(below + "media"), takeaways(below + "files")));
    }

    /**
     * Every picture; one that cannot be published has no bytes, for it is not missing where it is
     * shown.
     */
    private List<Course.Image> images(String below) {
      return files(
          below,
          (path, found) -> {
            Course.Image none =
                new Course.Image("images/" + path.getFileName(), new byte[0], List.of());
            return picture("images/", path, found).or(() -> Optional.of(none));
          },
          PictureReader.ENDINGS.toArray(String[]::new));
    }

    private Optional<Course.Image> picture(String in, Path path, Problems found) {
      return part(
          path,
          "picture",
          said -> folder.picture(path, said),
          found,
          (bytes, said) ->
              PictureReader.read(folder, path, bytes, said)
                  .map(
                      clean ->
                          new Course.Image(in + path.getFileName(), clean.bytes(), clean.texts())));
    }

    /** Every film and recording, each with what has its name. */
    private List<Media> media(String below) {
      return files(below, this::mediaFile, MediaReader.ENDINGS.toArray(String[]::new));
    }

    private Optional<Media> mediaFile(Path path, Problems found) {
      String id = id(path, found).value();
      Path captions = path.resolveSibling(id + ".vtt");
      Optional<String> said =
          isThere(captions)
              ? part(captions, "captions", found, CaptionReader::read)
              : Optional.empty();
      Path words = path.resolveSibling(id + ".md");
      Optional<List<Block>> transcript =
          isThere(words)
              ? part(
                  words,
                  "transcript",
                  found,
                  (file, wrong) -> MarkdownReader.blocks(file, 0, typography, wrong))
              : Optional.empty();
      Optional<Path> picture =
          Stream.of(".jpg", ".png")
              .map(end -> path.resolveSibling(id + end))
              .filter(this::isThere)
              .findFirst();
      Optional<Course.Image> still = picture.flatMap(it -> picture("media/", it, found));
      return attachment("media/", MediaReader::flaw, MediaReader.MAX_MIB, path, found)
          .map(file -> new Media(file, said, transcript.orElse(List.of()), still));
    }

    /** What learners may take along. */
    private List<Attachment> takeaways(String below) {
      return files(
          below,
          (path, found) ->
              attachment("files/", AttachmentReader::flaw, AttachmentReader.MAX_MIB, path, found),
          AttachmentReader.ENDINGS.toArray(String[]::new));
    }

    private Optional<Attachment> attachment(
        String in,
        BiFunction<String, byte[], Optional<Flaw>> flaw,
        int limit,
        Path path,
        Problems found) {
      String name = path.getFileName().toString();
      id(path, found);
      Optional<Attachment> sound =
          part(
              path,
              // Only its beginning is read.
              "attachment " + folder.size(path),
              said -> folder.head(path, limit, said),
              found,
              (head, said) -> {
                flaw.apply(name, head)
                    .ifPresent(
                        it ->
                            said.syntax(
                                SourceSpan.wholeFile(folder.nameOf(path)),
                                it.message(),
                                it.hint()));
                return Optional.of(new Attachment(in + name, folder.size(path), path));
              });
      // What is too large is not missing where it is named.
      return sound.or(() -> Optional.of(new Attachment(in + name, 0, path)));
    }

    /** Every file of a folder, read side by side, reported in the order of their names. */
    private <T> List<T> files(
        String below, String ending, BiFunction<Path, Problems, Optional<T>> reader) {
      return files(below, reader, ending);
    }

    private <T> List<T> files(
        String below, BiFunction<Path, Problems, Optional<T>> reader, String... endings) {
      List<Path> paths =
          entries(folder.resolve(below), problems::add).stream()
              .filter(path -> Stream.of(endings).anyMatch(path.toString()::endsWith))
              .toList();
      boolean many = paths.size() > 8 && former.isMuch();
      Stream<Path> stream = many ? paths.parallelStream() : paths.stream();
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

    private <T> Optional<T> markdown(
        Path path, String kind, Problems found, BiFunction<MarkdownFile, Problems, T> reader) {
      return part(
          path,
          kind,
          found,
          (text, said) -> {
            MarkdownFile file = MarkdownFile.read(text, kind, typography, said);
            boolean shown =
                file.isWhole() || former.lastGood(folder.nameOf(path), as(kind)).isEmpty();
            return shown ? Optional.of(reader.apply(file, said)) : Optional.empty();
          });
    }

    private <T> Optional<T> yaml(Path path, String kind, Problems found, YamlParser<T> reader) {
      return part(
          path,
          kind,
          found,
          (text, said) -> {
            Optional<Raw> raw = YamlReader.read(text, said);
            raw.ifPresent(value -> Schema.of(kind).check(value, "the file", said));
            return raw.filter(Raw.Mapping.class::isInstance)
                .map(Raw.Mapping.class::cast)
                .map(value -> reader.parse(text, typography.titles(value), said));
          });
    }

    /** A text file. */
    private <T> Optional<T> part(Path path, String kind, Problems found, Parser<SourceFile, T> to) {
      return part(
          path,
          kind,
          said -> folder.bytes(path, said),
          found,
          (bytes, said) -> folder.text(path, bytes, said).flatMap(text -> to.parse(text, said)));
    }

    /**
     * What is made of a file: what it was before, when neither the file nor what its reading
     * depends on has changed.
     *
     * @param kind what it is read as, and whatever else that depends on but the language
     */
    private <T> Optional<T> part(
        Path path,
        String kind,
        Function<Problems, Optional<byte[]>> bytes,
        Problems found,
        Parser<byte[], T> to) {
      String name = folder.nameOf(path);
      ContentParts.Part part =
          former.untouched(name, as(kind)).orElseGet(() -> part(name, as(kind), bytes, to));
      folder.reads(path);
      parts.put(name, part);
      part.problems().forEach(found::add);
      return part.valueAs();
    }

    private <T> ContentParts.Part part(
        String name, String as, Function<Problems, Optional<byte[]>> from, Parser<byte[], T> to) {
      List<Problem> said = new ArrayList<>();
      Optional<byte[]> bytes = former.supposed(name).or(() -> from.apply(said::add));
      String key = bytes.map(it -> ContentParts.key(as, it)).orElse("");
      return former
          .get(name, key)
          .orElseGet(
              () -> {
                Optional<?> value = bytes.flatMap(it -> to.parse(it, said::add));
                return new ContentParts.Part(
                    key,
                    as,
                    value.isPresent() ? value : former.lastGood(name, as),
                    List.copyOf(said));
              });
    }

    /** What a file is read as, with all else that this depends on. */
    private String as(String kind) {
      return kind + "\n" + language + "\n";
    }

    private ProseReader prose(SourceFile file, Problems found) {
      return text -> MarkdownReader.prose(file, text, typography, found);
    }

    /** A file's name is its id. */
    private Located<String> id(Path path, Problems found) {
      String name = path.getFileName().toString();
      int dot = name.lastIndexOf('.');
      String id = dot < 0 || Files.isDirectory(path) ? name : name.substring(0, dot);
      SourceSpan whole = SourceSpan.wholeFile(folder.nameOf(path));
      if (!Slug.isId(id)) {
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
