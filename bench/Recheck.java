import com.sun.management.OperatingSystemMXBean;
import dev.rebound.app.Catalog;
import dev.rebound.check.CheckContext;
import dev.rebound.check.Checker;
import dev.rebound.course.Content;
import dev.rebound.load.ContentLoader;
import dev.rebound.load.ContentParts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What one process pays that stays and reads and checks a course again: after each change of a
 * file, and in memory after thousands of them.
 *
 * <pre>bench/recheck time|heap CONTENT ROUNDS</pre>
 */
final class Recheck {
  private static final Checker CHECKER = new Checker(Catalog.rules());
  private static final ContentLoader LOADER = new ContentLoader(Catalog.questionTypes());

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Recheck() {}

  public static void main(String[] args) throws IOException {
    Path content = Path.of(args[1]);
    int rounds = Integer.parseInt(args[2]);
    if (args[0].equals("heap")) {
      heap(content, rounds);
    } else {
      time(content, rounds);
    }
  }

  /** One lesson and one quiz in turn get another word. */
  private static void time(Path folder, int rounds) throws IOException {
    List<Path> files = List.of(first(folder, "lessons"), first(folder, "quizzes"));
    List<String> texts = List.of(Files.readString(files.get(0)), Files.readString(files.get(1)));
    List<Double> reading = new ArrayList<>();
    List<Double> checking = new ArrayList<>();
    List<Double> both = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    try {
      ContentLoader.Reading read = LOADER.read(folder, "content", ContentParts.NONE);
      CheckContext context = new CheckContext(read.content());
      CHECKER.check(context, false);
      for (int round = 0; round < rounds; round++) {
        int one = round % 2;
        String word = " " + "again".repeat(round % 3 + 1) + " ";
        Files.writeString(files.get(one), texts.get(one).replaceFirst(" (?=\\w+[.]\\R)", word));
        long busy = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        read = LOADER.read(folder, "content", read.parts());
        long then = System.nanoTime();
        context = new CheckContext(read.content(), context);
        CHECKER.check(context, false);
        long end = System.nanoTime();
        reading.add((then - start) / 1e6);
        checking.add((end - then) / 1e6);
        both.add((end - start) / 1e6);
        processor.add((SYSTEM.getProcessCpuTime() - busy) / 1e6);
      }
    } finally {
      for (int one = 0; one < files.size(); one++) {
        Files.writeString(files.get(one), texts.get(one));
      }
    }
    System.out.println("ms | first | median of the second half | lowest");
    print("reading", reading);
    print("checking", checking);
    print("both", both);
    print("processor time", processor);
  }

  private static void print(String name, List<Double> all) {
    List<Double> warm = new ArrayList<>(all.subList(all.size() / 2, all.size()));
    Collections.sort(warm);
    System.out.printf(
        Locale.ROOT,
        "%s | %.0f | %.0f | %.0f%n",
        name,
        all.get(0),
        warm.get(warm.size() / 2),
        warm.get(0));
  }

  /** Each time the whole content is read anew, as if it were another. */
  private static void heap(Path folder, int rounds) throws IOException {
    long early = 0;
    for (int round = 1; round <= rounds; round++) {
      Content content = LOADER.load(folder, "content");
      CHECKER.check(content, false);
      if (round == 20) {
        early = used();
      }
    }
    long late = used();
    System.out.printf(
        Locale.ROOT,
        "heap after 20: %.1f MiB, after %,d: %.1f MiB, ratio %.2f%n",
        early / 1048576.0,
        rounds,
        late / 1048576.0,
        (double) late / early);
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static Path first(Path folder, String kind) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.getParent().endsWith(kind)).sorted().findFirst().orElseThrow();
    }
  }
}
