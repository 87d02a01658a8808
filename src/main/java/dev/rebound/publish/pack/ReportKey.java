package dev.rebound.publish.pack;

import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Interaction;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionTraits;
import dev.rebound.course.Scenario;
import dev.rebound.course.ScormIds;
import dev.rebound.course.Unit;
import dev.rebound.publish.page.Credit;
import dev.rebound.source.Csv;
import dev.rebound.source.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What each id in a platform's reports stands for, as CSV with a byte order mark, which
 * spreadsheets need: a line for each question, asked or practised, and each turn of a conversation,
 * with each principle it is about.
 *
 * @param iri names the course to a record store
 * @param iris whether reports name things by IRIs, or by SCORM's identifiers
 */
record ReportKey(Content content, Course course, String iri, boolean iris) {
  private static final List<String> HEAD =
      List.of(
          "interaction",
          "objective",
          "unit",
          "quiz",
          "question",
          "type",
          "stem",
          "principle",
          "source",
          "options",
          "right");

  /** SCORM 1.2 tells choices apart by their place. */
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  String csv() {
    StringBuilder out = new StringBuilder("\uFEFF").append(Csv.line(HEAD));
    for (Unit unit : course.units()) {
      lines(unit).forEach(line -> out.append(Csv.line(line)));
    }
    return out.toString();
  }

  private List<List<String>> lines(Unit unit) {
    Course part = unit.part();
    List<List<String>> lines = new ArrayList<>();
    Set<Question> asked = new LinkedHashSet<>(part.questions().toList());
    part.lessonsInOrder().stream().flatMap(part::embedded).forEach(asked::add);
    for (Question question : asked) {
      List<String> tests =
          Stream.concat(question.tested(), question.about().stream()).map(Located::value).toList();
      lines.addAll(
          lines(
              unit,
              iris ? question.key() : ScormIds.interaction(question),
              List.of(question.bank(), question.id().value(), question.type()),
              question.stem().plain(),
              tests,
              Options.of(question)));
    }
    for (Scenario scenario : part.scenariosInOrder()) {
      Map<String, Scenario.Reply> best = scenario.best();
      for (Scenario.Node node : scenario.nodes()) {
        lines.addAll(turn(unit, scenario, node, Optional.ofNullable(best.get(node.id().value()))));
      }
    }
    return lines;
  }

  /** A reply is reported as a choice about the principle of the best one there. */
  private List<List<String>> turn(
      Unit unit, Scenario scenario, Scenario.Node node, Optional<Scenario.Reply> best) {
    String id = node.id().value();
    String bank = scenario.id().value();
    List<String> principles =
        best.map(List::of).orElse(node.replies()).stream()
            .flatMap(reply -> reply.principle().stream())
            .map(Located::value)
            .distinct()
            .toList();
    List<List<String>> lines = new ArrayList<>();
    for (String principle : principles) {
      lines.addAll(
          lines(
              unit,
              iris ? bank + "/" + id : ScormIds.of(String.join("_", bank, id, principle)),
              List.of(bank, id, "scenario"),
              node.line().plain(),
              List.of(principle),
              Options.of(node)));
    }
    return lines;
  }

  private List<List<String>> lines(
      Unit unit,
      String interaction,
      List<String> what,
      String stem,
      Collection<String> tests,
      Options options) {
    List<List<String>> lines = new ArrayList<>();
    for (String id : new LinkedHashSet<>(tests)) {
      Optional<Principle> principle = content.principle(id);
      List<String> line = new ArrayList<>();
      line.add(iris ? iri + "/question/" + interaction : interaction);
      line.add(iris ? iri + "/principle/" + id : ScormIds.of(id));
      line.add(unit.part().title().value());
      line.addAll(what);
      line.add(stem);
      line.add(principle.map(it -> it.says().plain()).orElse(""));
      String source = principle.map(Principle::source).orElse("");
      line.add(content.source(source).map(Credit::of).orElse(source));
      line.add(options.all);
      line.add(options.right);
      lines.add(line);
    }
    return lines;
  }

  /**
   * What a response may be, a line each: the letter in SCORM 1.2, the id in SCORM 2004 and cmi5,
   * the words. {@code b = of9c79018 = I will look into it.}
   *
   * @param right the words of what is right
   */
  private record Options(String all, String right) {
    static Options of(Question question) {
      Interaction interaction = question.interaction();
      boolean verdicts = question.traits().options() == QuestionTraits.Options.VERDICTS;
      return new Options(
          String.join(
              "\n\n",
              Stream.of(interaction.choices(), interaction.targets())
                  .filter(some -> !some.isEmpty() && !question.traits().keeps().equals("text"))
                  .map(
                      some ->
                          list(
                              some.stream()
                                  .map(
                                      it ->
                                          new Option(
                                              it.id(),
                                              verdicts ? it.id() : it.text().plain(),
                                              verdicts))
                                  .toList()))
                  .toList()),
          said(
              question.answers().stream()
                  .filter(Answer::right)
                  .map(
                      it ->
                          it.text().plain()
                              + question
                                  .target(it)
                                  .map(to -> " \u2192 " + to.plain())
                                  .orElse(""))));
    }

    /** In the order in which the player has them. */
    static Options of(Scenario.Node node) {
      List<Scenario.Reply> replies =
          node.replies().stream().sorted(Comparator.comparing(Scenario.Reply::id)).toList();
      return new Options(
          list(replies.stream().map(it -> new Option(it.id(), it.text().plain(), false)).toList()),
          said(replies.stream().filter(Scenario.Reply::right).map(it -> it.text().plain())));
    }

    private static String list(List<Option> options) {
      return IntStream.range(0, options.size())
          .mapToObj(at -> options.get(at).line(at))
          .collect(Collectors.joining("\n"));
    }

    private static String said(Stream<String> words) {
      return words.collect(Collectors.joining("\n"));
    }
  }

  /**
   * @param verdict true or false, of which SCORM 1.2 has the first letter
   */
  private record Option(String id, String words, boolean verdict) {
    String line(int at) {
      String letter =
          verdict ? id.substring(0, 1) : at < LETTERS.length() ? LETTERS.substring(at, at + 1) : "";
      return letter + " = " + ScormIds.of(id) + " = " + words;
    }
  }
}
