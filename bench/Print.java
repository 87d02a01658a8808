import com.sun.management.OperatingSystemMXBean;
import dev.rebound.app.Catalog;
import dev.rebound.check.CheckedContent;
import dev.rebound.check.Checker;
import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.CourseFiles;
import dev.rebound.course.CoursePlan;
import dev.rebound.load.ContentLoader;
import dev.rebound.load.WordsReader;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Templates;
import dev.rebound.source.Located;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;

/**
 * What paper costs, in processor seconds of one process, on a course of its own.
 *
 * <pre>./rebound --version; java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp 'target/rebound.jar:target/lib/*' bench/Print.java content service-recovery first-day</pre>
 *
 * <p>Cold: the first course's workbook, trace matrix and role-play kit, from a JVM that has done nothing yet.
 *
 * <p>Warm, each the median of eleven after twenty:
 *
 * <ul>
 *   <li><i>one more sheet of the same cards</i>: the second course on five papers, less the same on one, by four;
 *   <li><i>one more sheet of different cards</i>: a set of 40 cards on A4, less one of eight, by four. The sets are
 *       courses without lessons; their cards are the first course's own, and as many more as are wanted, each made
 *       after one of these: as many lines that map to the same principles, each about as long, of the lessons' own
 *       words in another order. No two are alike.
 * </ul>
 */
final class Print {
  private static final int WARM_UP = 20;
  private static final int TIMES = 11;
  private static final int EIGHT = 8;
  private static final int FORTY = 40;

  /** Words to be replaced: of a heading in a card's head, a numbered line, a cell of a table. */
  private static final Pattern WRITTEN =
      Pattern.compile("(?m)(?<=^title: |^subtitle: |^\\d\\. |^\\| |\\) \\| )([^|\\n]+?)(?= \\[·]|$)");

  private Print() {}

  public static void main(String[] args) throws IOException {
    Path room = Files.createTempDirectory("bench-print");
    Path from = Path.of(args[0]);
    try {
      CheckedContent none = content(room, from, args[1], "[]").only(Set.of(args[1]));
      double before = cpu();
      List<Artefact> books = publisher().artefacts(none);
      double cold = cpu() - before;
      System.out.printf("workbook, trace and kit, cold: %d pages, %.2f s%n", pages(books), cold);
      CheckedContent one = content(room, from, args[2], "[a4]").only(Set.of(args[2]));
      CheckedContent five =
          content(room, from, args[2], "[a4, letter, avery-c32015, avery-c32011-10, avery-5371]")
              .only(Set.of(args[2]));
      compare("one more sheet of the same eight cards", one, five);
      CheckedContent sets = sets(room, from, args[1]);
      compare(
          "one more sheet of eight different cards",
          sets.only(Set.of("set-" + EIGHT)),
          sets.only(Set.of("set-" + FORTY)));
    } finally {
      delete(room);
    }
  }

  /** Says what each of the four sheets costs that the larger has more. */
  private static void compare(String what, CheckedContent smaller, CheckedContent larger) {
    List<Double> added = new ArrayList<>();
    for (int i = 0; i < WARM_UP + TIMES; i++) {
      double start = cpu();
      publisher().artefacts(smaller);
      double between = cpu();
      publisher().artefacts(larger);
      if (i >= WARM_UP) {
        added.add((cpu() - between - (between - start)) / 4);
      }
    }
    added.sort(null);
    System.out.printf(
        "%s, warm: %.0f ms (%.0f–%.0f)%n",
        what,
        added.get(TIMES / 2) * 1000,
        added.get(0) * 1000,
        added.get(TIMES - 1) * 1000);
  }

  private static int pages(List<Artefact> books) throws IOException {
    int pages = 0;
    for (Artefact book : books) {
      try (var document = Loader.loadPDF(book.bytes())) {
        pages += document.getNumberOfPages();
      }
    }
    return pages;
  }

  private static Publisher publisher() {
    Templates looks = new Templates(Optional.empty());
    Map<String, String> words =
        WordsReader.read("en.yaml", looks.text("words/en.yaml"), System.err::println);
    return Catalog.publishers(
            Set.of("print"), looks, PageWords.always(words), Map.of(), KeptResults.NONE)
        .get(0);
  }

  /** The content without job aids, a course of it printed on these stocks. */
  private static CheckedContent content(Path room, Path from, String course, String stocks)
      throws IOException {
    copy(room, from);
    Path yaml = room.resolve("content/courses/" + course + "/course.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml).replaceAll("(?m)^print:.*$", "print: { stocks: " + stocks + " }"));
    return new Checker(Catalog.rules())
        .check(
            new ContentLoader(Catalog.questionTypes()).load(room.resolve("content"), "content"),
            false)
        .content()
        .orElseThrow();
  }

  /** Courses of nothing but a set of cards, each a first part of the next. */
  private static CheckedContent sets(Path room, Path from, String course) throws IOException {
    copy(room, from);
    Path folder = room.resolve("content/courses").resolve(course);
    List<String> words =
        texts(folder.resolve("lessons")).stream()
            .flatMap(text -> Pattern.compile("(?<= )[a-z]+(?= )").matcher(text).results())
            .map(MatchResult::group)
            .toList();
    List<String> cards = texts(folder.resolve("cards"));
    Random random = new Random(1);
    for (int i = 0; i < FORTY; i++) {
      String text = cards.get(i % cards.size());
      Files.writeString(
          folder.resolve("cards/set-" + i + ".md"),
          i < cards.size()
              ? text
              : WRITTEN.matcher(text).replaceAll(line -> words(line.group().length(), words, random)));
    }
    Content content = new ContentLoader(Catalog.questionTypes()).load(room.resolve("content"), "content");
    Course all = content.course(course).orElseThrow();
    return new Checker(List.of())
        .check(content.withCourses(List.of(set(all, EIGHT), set(all, FORTY))), false)
        .content()
        .orElseThrow();
  }

  private static Course set(Course course, int size) {
    List<Card> cards =
        IntStream.range(0, size).mapToObj(i -> course.card("set-" + i).orElseThrow()).toList();
    CoursePlan plan =
        new CoursePlan(
            new Located<>("set-" + size, course.id().span()),
            course.folder(),
            course.title(),
            course.language(),
            Optional.empty(),
            course.passMark(),
            List.of(),
            Optional.empty(),
            cards.stream().map(Card::id).toList(),
            List.of(new Located<>("a4", course.id().span())),
            true,
            false,
            false);
    CourseFiles files =
        new CourseFiles(
            List.of(), List.of(), cards, List.of(), List.of(), List.of(), List.of());
    return new Course(plan, files);
  }

  private static List<String> texts(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  /** As many of the words, drawn by lot, as make a line about as long. */
  private static String words(int length, List<String> words, Random random) {
    StringBuilder line = new StringBuilder();
    while (line.length() < length - 3) {
      String word = words.get(random.nextInt(words.size()));
      if (line.length() + word.length() < length) {
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
    }
    return Character.toUpperCase(line.charAt(0)) + line.substring(1) + ".";
  }

  private static void copy(Path room, Path from) throws IOException {
    delete(room.resolve("content"));
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = room.resolve("content").resolve(from.relativize(file).toString());
        if (!file.getParent().endsWith("aids")) {
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    }
  }

  private static double cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static void delete(Path root) throws IOException {
    if (Files.exists(root)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
