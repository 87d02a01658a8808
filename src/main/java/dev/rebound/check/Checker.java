package dev.rebound.check;

import dev.rebound.course.Allowance;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.QuestionBank;
import dev.rebound.source.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds content against every rule. */
public final class Checker {
  private final List<Rule> rules;
  private final Predicate<Rule> concerned;
  private final BooleanSupplier wanted;

  /** Against all of them, whatever will be published. */
  public Checker(List<Rule> rules) {
    this(rules, rule -> true, () -> true);
  }

  /**
   * For these outputs alone.
   *
   * @param outputs as {@code --only} names them
   */
  public Checker(List<Rule> rules, Set<String> outputs) {
    this(rules, rule -> rule.output().map(outputs::contains).orElse(true), () -> true);
  }

  private Checker(List<Rule> rules, Predicate<Rule> concerned, BooleanSupplier wanted) {
    this.rules = List.copyOf(rules);
    this.concerned = concerned;
    this.wanted = wanted;
  }

  /**
   * The same for as long as somebody waits for it: no rule begins after that, and the check ends
   * with a {@link CancellationException}.
   */
  public Checker whileWanted(BooleanSupplier isWanted) {
    return new Checker(rules, concerned, isWanted);
  }

  /**
   * What a check comes to.
   *
   * @param content present when the report has no errors
   * @param drafts what is still open in drafts, which the report only counts
   */
  public record Verdict(Report report, Optional<CheckedContent> content, List<Finding> drafts) {}

  /**
   * @param strict whether warnings count as errors
   */
  public Verdict check(Content content, boolean strict) {
    return check(new CheckContext(content), strict);
  }

  /** The same, where something was found out about the content before. */
  public Verdict check(CheckContext context, boolean strict) {
    Content content = context.content();
    List<GuesserScore.Figure> figures = new ArrayList<>();
    List<Report.Wording> wordings = new ArrayList<>();
    List<Finding> all = found(context, figures, wordings);
    List<Finding> open = drafts(context, all);
    Report report = new Report(all, figures, wordings);
    report = strict ? report.strict() : report;
    return new Verdict(
        report,
        report.hasErrors() ? Optional.empty() : Optional.of(new CheckedContent(content, report)),
        open);
  }

  private List<Finding> found(
      CheckContext context, List<GuesserScore.Figure> figures, List<Report.Wording> wordings) {
    List<Finding> all = new ArrayList<>();
    // Side by side: no rule knows of another. Their findings stay in the order of the rules.
    for (Findings found :
        rules.parallelStream().filter(concerned).map(rule -> check(rule, context)).toList()) {
      all.addAll(found.all());
      figures.addAll(found.figures());
      wordings.addAll(found.wordings());
    }
    allow(context.content(), all);
    return all;
  }

  /**
   * Checks the drafts as if they were part of their courses, and gives what is found in them; in
   * {@code all} that becomes one finding a draft. What has no form is no draft, and stays.
   */
  private List<Finding> drafts(CheckContext context, List<Finding> all) {
    List<Course> courses =
        context.content().courses().stream().filter(it -> !it.draftFiles().isEmpty()).toList();
    if (courses.isEmpty()) {
      return List.of();
    }
    Content whole = context.content().withCourses(courses).withDrafts();
    Set<String> files = new HashSet<>();
    courses.forEach(it -> it.draftFiles().forEach(bank -> files.add(bank.id().span().file())));
    List<Finding> open =
        found(new CheckContext(whole, context), new ArrayList<>(), new ArrayList<>());
    open.removeIf(it -> !files.contains(it.span().file()) || isOfForm(it));
    all.removeIf(it -> files.contains(it.span().file()) && !isOfForm(it));
    for (Course course : courses) {
      for (QuestionBank bank : course.draftFiles()) {
        all.addAll(counted(bank, open));
      }
    }
    return List.copyOf(open);
  }

  private static boolean isOfForm(Finding finding) {
    return finding.rule().equals("SyntaxError") || finding.rule().equals("SchemaViolation");
  }

  private List<Finding> counted(QuestionBank draft, List<Finding> open) {
    List<Finding> its =
        open.stream().filter(it -> it.span().file().equals(draft.id().span().file())).toList();
    List<Finding> all = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule instanceof DraftRule about) {
        Findings found = new Findings(rule);
        about.open(draft, its, found);
        all.addAll(found.all());
      }
    }
    return all;
  }

  private Findings check(Rule rule, CheckContext context) {
    if (!wanted.getAsBoolean()) {
      throw new CancellationException();
    }
    Findings found = new Findings(rule);
    rule.check(context, found);
    return found;
  }

  /** Takes out what authors allow, and says which allowances take out nothing. */
  private void allow(Content content, List<Finding> all) {
    Set<Finding> silenced = new HashSet<>();
    List<Finding> said = new ArrayList<>();
    Set<String> open =
        rules.stream().filter(Rule::canBeAllowed).map(Rule::id).collect(Collectors.toSet());
    for (Course course : content.courses()) {
      for (Allowance allowance : allowances(course)) {
        List<Finding> meant =
            all.stream()
                .filter(f -> f.rule().equals(allowance.rule().value()))
                .filter(f -> open.contains(f.rule()))
                .filter(f -> allowance.covers(f.span()))
                .toList();
        silenced.addAll(meant);
        if (meant.isEmpty()) {
          said.addAll(unused(allowance));
        }
      }
    }
    all.removeAll(silenced);
    all.addAll(said);
  }

  private static List<Allowance> allowances(Course course) {
    return Stream.concat(
            course.bankFiles().stream().flatMap(bank -> bank.allowances().stream()),
            course.scenarioFiles().stream().flatMap(scenario -> scenario.allowances().stream()))
        .toList();
  }

  private List<Finding> unused(Allowance allowance) {
    List<Finding> all = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule instanceof AllowanceRule about) {
        Findings found = new Findings(rule);
        about.unused(allowance, rules, found);
        all.addAll(found.all());
      }
    }
    return all;
  }
}
