package dev.rebound.app;

import dev.rebound.check.Report;
import dev.rebound.check.ReportText;
import dev.rebound.check.ReviewLock;
import dev.rebound.check.ReviewSheet;
import dev.rebound.check.Reviewed;
import dev.rebound.check.Revision;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.print.SignOffSheet;
import dev.rebound.source.Finding;
import dev.rebound.source.Nearest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code rebound review}: which questions a subject-matter expert has found good, and which have
 * changed since; {@code --sheet} prints what there is to read and sign, {@code --approve} records
 * what was signed in {@code content/reviews.lock}.
 */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = "Says which questions are reviewed, prints a sign-off sheet, records approvals.")
final class ReviewCommand implements Callable<Integer> {
  @Option(
      names = "--approve",
      paramLabel = "ID",
      arity = "1..*",
      description =
          "Record as reviewed: a question (quiz/question), a quiz or a course, as they are now.")
  private List<String> approve = new ArrayList<>();

  @Option(
      names = "--by",
      paramLabel = "WHO",
      description = "Who found it good: initials, to be recorded with --approve.")
  private String by = "";

  @Option(
      names = "--read",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Read sheets that were filled in on a screen: record what was found good, and say at the"
              + " questions' lines what is to be changed.")
  private List<Path> read = new ArrayList<>();

  @Option(
      names = "--sheet",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = "sign-off.pdf",
      description =
          "Write what there is to read and sign, a PDF or, by its name, HTML (default:"
              + " ${FALLBACK-VALUE}).")
  private @Nullable Path sheet;

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      defaultValue = "templates",
      description = "Looks of the sheet (default: ${DEFAULT-VALUE}).")
  private Path templates = Path.of("templates");

  @Mixin private ContentOption content = new ContentOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = command().commandLine().getOut();
    Content loaded = content.load();
    if (loaded.problems().stream().anyMatch(p -> p.rule().equals("SyntaxError"))) {
      out.println(
          "Some of " + content.name() + " cannot be read; `rebound validate` says what and where.");
      out.println("Nothing was written.");
      return Main.CONTENT_HAS_ERRORS;
    }
    if (!by.isEmpty() && (approve.isEmpty() || !by.matches("[^\\p{Cntrl}]{1,40}"))) {
      throw new ParameterException(
          command().commandLine(), "--by goes with --approve, and takes 1 to 40 characters.");
    }
    if (!read.isEmpty()) {
      return read(loaded, out);
    }
    if (!approve.isEmpty()) {
      Set<String> approved = approved(loaded);
      Path file = content.folder.resolve("reviews.lock");
      TextFile.write(file, ReviewLock.of(loaded, approved, by));
      out.println(
          "Recorded "
              + approved.size()
              + (approved.size() == 1 ? " question" : " questions")
              + " as reviewed on "
              + loaded.settings().edition().value()
              + " (the edition in rebound.yaml) in "
              + file
              + ".");
      return Main.CLEAN;
    }
    Path to = sheet;
    if (to != null) {
      Templates looks = new Templates(Optional.of(templates).filter(Files::isDirectory));
      SignOffSheet made = new SignOffSheet(looks, Interface.words(looks));
      if (to.toString().endsWith(".html")) {
        TextFile.write(to, made.html(loaded));
      } else {
        TextFile.write(to, made.pdf(loaded));
      }
      if (to.toString().endsWith(".html")) {
        out.println(
            "Wrote " + to + ". Let it be filled in on a screen, then record what comes back with");
        out.println("rebound review --read FILE…, or print it, and record what was signed with");
        out.println("rebound review --approve ID…");
      } else {
        out.println("Wrote " + to + ". Print it, let it be read and signed, then record it with");
        out.println("rebound review --approve ID…");
      }
      return Main.CLEAN;
    }
    list(loaded, out);
    return Main.CLEAN;
  }

  private int read(Content loaded, PrintWriter out) throws IOException {
    List<Finding> findings = new ArrayList<>();
    Map<String, Set<String>> approved = new TreeMap<>();
    for (Path file : read) {
      String name = file.toString().replace('\\', '/');
      ReviewSheet sheet = ReviewSheet.read(name, TextFile.read(file), loaded);
      findings.addAll(sheet.findings());
      sheet
          .approved()
          .forEach((key, who) -> approved.computeIfAbsent(who, it -> new TreeSet<>()).add(key));
    }
    Content known = loaded;
    Path lock = content.folder.resolve("reviews.lock");
    int count = 0;
    for (Map.Entry<String, Set<String>> one : approved.entrySet()) {
      TextFile.write(lock, ReviewLock.of(known, one.getValue(), one.getKey()));
      known = content.load();
      count += one.getValue().size();
    }
    out.print(ReportText.of(new Report(findings, List.of())));
    out.println(
        "Recorded "
            + count
            + (count == 1 ? " question" : " questions")
            + " as reviewed; "
            + findings.size()
            + (findings.size() == 1 ? " finding." : " findings."));
    return findings.isEmpty() ? Main.CLEAN : Main.CONTENT_HAS_ERRORS;
  }

  private static void list(Content content, PrintWriter out) {
    String format = "%-40s  %9s  %8s  %7s  %12s%n";
    out.printf(format, "quiz", "questions", "reviewed", "changed", "not reviewed");
    List<String> changed = new ArrayList<>();
    for (Course course : content.courses()) {
      for (QuestionBank bank : course.bankFiles()) {
        Map<Reviewed.State, Integer> count = new EnumMap<>(Reviewed.State.class);
        for (Question question : bank.questions()) {
          Reviewed reviewed = Reviewed.of(course, question, content);
          count.merge(reviewed.state(), 1, Integer::sum);
          if (reviewed.state() == Reviewed.State.OUTDATED) {
            changed.add(
                question.id().span()
                    + ": "
                    + question.key()
                    + " has changed since "
                    + reviewed.date()
                    + ": "
                    + Revision.words(reviewed.changed())
                    + ".");
          }
        }
        out.printf(
            format,
            course.id().value() + "/" + bank.id().value(),
            bank.questions().size(),
            count.getOrDefault(Reviewed.State.CURRENT, 0),
            count.getOrDefault(Reviewed.State.OUTDATED, 0),
            count.getOrDefault(Reviewed.State.NEVER, 0));
      }
    }
    changed.forEach(out::println);
  }

  /** The keys of the questions that the names on the command line mean. */
  private Set<String> approved(Content content) {
    Map<String, Set<String>> known = new TreeMap<>();
    for (Course course : content.courses()) {
      String id = course.id().value();
      for (QuestionBank bank : course.bankFiles()) {
        for (Question question : bank.questions()) {
          String key = ReviewLock.key(course, question);
          for (String name :
              List.of(id, id + "/" + bank.id().value(), bank.id().value(), key, question.key())) {
            known.computeIfAbsent(name, n -> new TreeSet<>()).add(key);
          }
        }
      }
    }
    Set<String> approved = new TreeSet<>();
    for (String name : approve) {
      Set<String> meant = known.get(name);
      if (meant == null) {
        throw new ParameterException(
            command().commandLine(),
            "There is no question, quiz or course \""
                + name
                + "\". "
                + Nearest.hint(name, known.keySet()));
      }
      approved.addAll(meant);
    }
    return approved;
  }

  private CommandSpec command() {
    return Objects.requireNonNull(spec);
  }
}
