import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Builds or validates the same course in turn with each contender, every time in a new process, and
 * prints the medians as rows of a Markdown table.
 *
 * <pre>java bench/Bench.java GNU_TIME build|validate LESSONS FOLDER CHECKOUT [REV OTHER_CHECKOUT]</pre>
 *
 * <p>FOLDER holds what {@code Course.java} wrote, with locks. Processor time counts the launcher
 * and all its children, user and system. One untimed round goes first: it builds what a first run
 * builds (the tool, its class archive) and brings the files into memory.
 */
final class Bench {
  private record Run(double cpu, double wall, double mebibytes) {}

  private record Contender(
      String name, Path folder, List<String> command, Path out, List<Run> runs) {}

  private Bench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    String time = args[0];
    boolean builds = args[1].equals("build");
    int lessons = Integer.parseInt(args[2]);
    Path folder = Path.of(args[3]);
    List<String> task =
        builds ? List.of("build", "--only", "site") : List.of("validate");
    List<Contender> all = new ArrayList<>();
    all.add(rebound("Rebound", Path.of(args[4]), folder, task));
    if (args.length > 5) {
      all.add(rebound("Rebound at " + args[5], Path.of(args[6]), folder, task));
    }
    if (!builds) {
      all.add(rebound("Rebound's start", Path.of(args[4]), folder, List.of("--version")));
    }
    if (builds && onPath("hugo")) {
      Path out = folder.resolve("out-hugo");
      all.add(
          new Contender(
              "Hugo",
              folder,
              List.of(
                  "hugo", "--quiet", "-s", folder.resolve("hugo").toString(), "-d", out.toString()),
              out,
              new ArrayList<>()));
    }
    List<Contender> shown = List.copyOf(all);
    int rounds = lessons > 100 ? 3 : 5;
    for (Contender each : all) {
      run(time, folder, each);
    }
    for (int round = 0; round < rounds; round++) {
      for (Contender each : all) {
        each.runs().add(run(time, folder, each));
      }
      // Whoever went first goes last: a drifting machine then favours no one.
      Collections.reverse(all);
    }
    for (Contender each : shown) {
      print(lessons, each, shown.get(0));
    }
  }

  private static Contender rebound(String name, Path checkout, Path folder, List<String> task) {
    Path out = folder.resolve("out-" + name.replace(' ', '-').replace('/', '-'));
    String launcher = checkout.resolve("rebound").toString();
    List<String> command = new ArrayList<>(List.of(launcher));
    command.addAll(task);
    if (!task.contains("--version")) {
      command.addAll(List.of("--content", folder.resolve("content").toString()));
    }
    if (task.contains("build")) {
      command.addAll(List.of("--out", out.toString()));
    }
    return new Contender(name, checkout, command, out, new ArrayList<>());
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static Run run(String time, Path folder, Contender contender)
      throws IOException, InterruptedException {
    delete(contender.out());
    Path figures = folder.resolve("time.txt");
    Path said = folder.resolve("said.txt");
    List<String> command =
        new ArrayList<>(List.of(time, "-f", "%U %S %e %M", "-o", figures.toString()));
    command.addAll(contender.command());
    int code =
        new ProcessBuilder(command)
            .directory(contender.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      System.err.println(contender.name() + " failed:\n" + Files.readString(said));
      System.exit(1);
    }
    String[] numbers = Files.readString(figures).strip().split("\\s+");
    return new Run(
        Double.parseDouble(numbers[0]) + Double.parseDouble(numbers[1]),
        Double.parseDouble(numbers[2]),
        Double.parseDouble(numbers[3]) / 1024);
  }

  private static void print(int lessons, Contender each, Contender ours) throws IOException {
    double cpu = median(each.runs().stream().map(Run::cpu).toList());
    String ratio =
        each == ours
            ? ""
            : "%.2f".formatted(median(ours.runs().stream().map(Run::cpu).toList()) / cpu);
    List<Double> sorted = each.runs().stream().map(Run::cpu).sorted().toList();
    String written = "| ";
    if (Files.exists(each.out())) {
      try (Stream<Path> files = Files.walk(each.out())) {
        List<Path> found = files.filter(Files::isRegularFile).toList();
        long pages = found.stream().filter(f -> f.toString().endsWith(".html")).count();
        long bytes = found.stream().mapToLong(f -> f.toFile().length()).sum();
        written = String.format(Locale.ROOT, "%,d | %.1f", pages, bytes / 1e6);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| %,d | %s | %.2f | %.2f–%.2f | %s | %.2f | %.0f | %s |%n",
        lessons,
        each.name(),
        cpu,
        sorted.get(0),
        sorted.get(sorted.size() - 1),
        ratio,
        median(each.runs().stream().map(Run::wall).toList()),
        median(each.runs().stream().map(Run::mebibytes).toList()),
        written);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
