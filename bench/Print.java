import com.sun.management.OperatingSystemMXBean;
import dev.rebound.app.Catalog;
import dev.rebound.check.CheckedContent;
import dev.rebound.check.Checker;
import dev.rebound.load.ContentLoader;
import dev.rebound.load.WordsReader;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Templates;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;

/**
 * What paper costs, in processor seconds of one process, on a course of its own.
 *
 * <pre>./rebound --version; java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp 'target/rebound.jar:target/lib/*' bench/Print.java content service-recovery first-day</pre>
 *
 * <p>Cold: the first course's workbook, trace matrix and role-play kit, from a JVM that has done nothing yet. Warm:
 * what one more two-sided sheet of eight cards adds, the median of eleven: the second course on five papers, less the
 * same on one, by four.
 */
final class Print {
  private Print() {}

  public static void main(String[] args) throws IOException {
    Path room = Files.createTempDirectory("bench-print");
    try {
      CheckedContent none = content(room, Path.of(args[0]), args[1], "[]");
      double before = cpu();
      List<Artefact> books = publisher().publish(none);
      double cold = cpu() - before;
      int pages = 0;
      for (Artefact book : books) {
        try (var document = Loader.loadPDF(book.bytes())) {
          pages += document.getNumberOfPages();
        }
      }
      System.out.printf("workbook, trace and kit, cold: %d pages, %.2f s%n", pages, cold);
      CheckedContent one = content(room, Path.of(args[0]), args[2], "[a4]");
      CheckedContent five =
          content(room, Path.of(args[0]), args[2], "[a4, letter, avery-c32015, avery-c32011-10, avery-5371]");
      List<Double> added = new ArrayList<>();
      for (int i = 0; i < 31; i++) {
        double start = cpu();
        publisher().publish(one);
        double between = cpu();
        publisher().publish(five);
        if (i >= 20) {
          added.add((cpu() - between - (between - start)) / 4);
        }
      }
      added.sort(null);
      System.out.printf(
          "one sheet of eight cards, warm: %.0f ms (%.0f–%.0f)%n",
          added.get(5) * 1000, added.get(0) * 1000, added.get(10) * 1000);
    } finally {
      delete(room);
    }
  }

  private static Publisher publisher() {
    Templates looks = new Templates(Optional.empty());
    Map<String, String> words =
        WordsReader.read("en.yaml", looks.text("words/en.yaml"), System.err::println);
    return Catalog.publishers(Set.of("print"), looks, PageWords.always(words), Map.of()).get(0);
  }

  /** The course without its job aids, printed on these stocks. */
  private static CheckedContent content(Path room, Path from, String course, String stocks)
      throws IOException {
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
    Path yaml = room.resolve("content/courses/" + course + "/course.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml).replaceAll("(?m)^print:.*$", "print: { stocks: " + stocks + " }"));
    return new Checker(Catalog.rules())
        .check(
            new ContentLoader(Catalog.questionTypes()).load(room.resolve("content"), "content"),
            false)
        .content()
        .orElseThrow()
        .only(Set.of(course));
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
