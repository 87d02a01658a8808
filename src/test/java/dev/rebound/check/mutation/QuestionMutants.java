package dev.rebound.check.mutation;

import static dev.rebound.check.mutation.Operator.limited;
import static dev.rebound.check.mutation.Operator.sure;

import dev.rebound.check.mutation.AnswerMutants.Answered;
import dev.rebound.check.mutation.YamlText.Entry;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** How a question is written: what gives its answer away, and what makes it unclear. */
final class QuestionMutants {
  private static final Pattern ASKS =
      Pattern.compile(
          "\\b(do|does|did|should|would|can|could|will|is|are|was) (\\w+)(?=[^.!?]*\\?)");

  private static final String TAIL =
      " and then stay with them until every last part of it has been put right";

  private QuestionMutants() {}

  record Asked(YamlText yaml, MappingNode node) {
    Entry get(String key) {
      return yaml.entry(node, "", key).orElseThrow();
    }

    List<Answered> answers() {
      return AnswerMutants.answers(yaml, node);
    }

    /** The one right option, where there is one. */
    Stream<Answered> key() {
      return answers().stream().filter(Answered::isTheKey);
    }

    /** Options one may pick that are wrong. */
    Stream<Answered> wrong() {
      return answers().stream().filter(answer -> answer.option() && !answer.right());
    }
  }

  static Stream<Asked> questions(Workspace course) {
    return course.yamlIn("quizzes").flatMap(QuestionMutants::questions);
  }

  private static Stream<Asked> questions(YamlText yaml) {
    return yaml.entries("questions")
        .flatMap(list -> ((SequenceNode) list.value()).getValue().stream())
        .map(node -> new Asked(yaml, (MappingNode) node));
  }

  private static Function<Workspace, Stream<Mutant>> each(Function<Asked, Stream<Mutant>> mutants) {
    return course -> questions(course).flatMap(mutants);
  }

  /** A mutant for an answer whose text is changed. */
  private static Mutant saying(Answered answer, String rule, String words) {
    return answer
        .yaml()
        .with(answer.get("text").orElseThrow().saying(words))
        .expecting(rule, answer.yaml().file(), answer.line());
  }

  private static String text(Answered answer) {
    return answer.get("text").orElseThrow().said();
  }

  static List<Operator> all() {
    return List.of(
        sure(
            "the right option is far longer than the others",
            "LongestIsCorrect",
            each(q -> q.key().map(a -> saying(a, "LongestIsCorrect", text(a) + TAIL + TAIL)))),
        sure(
            "the right option is a run of words of a lesson",
            "LessonEcho",
            course -> questions(course).flatMap(q -> echo(q, course))),
        limited(
            "a wrong option gets the word \"always\"",
            "AbsoluteTermCue",
            "Where the right option has such a word, too, it gives nothing away.",
            each(
                q ->
                    q.wrong()
                        .filter(a -> hasKey(q))
                        .map(a -> saying(a, "AbsoluteTermCue", text(a) + " Always.")))),
        limited(
            "the right option gets the word \"usually\"",
            "VagueTermCue",
            "Where a wrong option has such a word, too, it gives nothing away.",
            each(q -> q.key().map(a -> saying(a, "VagueTermCue", text(a) + " Usually.")))),
        limited(
            "the right option repeats the longest word of the stem",
            "RepeatedWordCue",
            "Where a wrong option has a word of the stem, too, the repeated word points nowhere.",
            each(
                q ->
                    q.key()
                        .map(a -> saying(a, "RepeatedWordCue", text(a) + " " + longestWord(q))))),
        sure(
            "a wrong option becomes \"All of the above\"",
            "AllOrNoneOfTheAbove",
            each(
                q ->
                    q.wrong()
                        .filter(a -> hasKey(q))
                        .map(a -> saying(a, "AllOrNoneOfTheAbove", "All of the above")))),
        limited(
            "a \"not\" is put into what the stem asks",
            "NegativeStem",
            "\"Why does … not\" asks about a fact that stays as it is, and a \"not\" in the story is no trap.",
            each(QuestionMutants::negatedStem)),
        limited(
            "a \"not\" is put into the right option",
            "any",
            "What a sentence means is for people to judge: the tool proves where an answer comes from, not that it is well said.",
            each(
                q ->
                    q.key()
                        .map(
                            a ->
                                a.yaml()
                                    .with(a.get("text").orElseThrow().saying("Not: " + text(a)))))),
        sure(
            "a stem asks nothing of its own: \"Which is right?\"",
            "UnfocusedStem",
            each(
                q ->
                    hasKey(q)
                        ? Stream.of(
                            q.yaml
                                .with(q.get("stem").saying("Which is right?"))
                                .expecting("UnfocusedStem", q.yaml.file(), q.get("stem").line()))
                        : Stream.empty())),
        sure(
            "a text of a question is emptied",
            "SchemaViolation",
            course ->
                course
                    .yamlIn("quizzes")
                    .flatMap(
                        yaml ->
                            yaml.entries("questions.stem", "questions.options.text")
                                .map(
                                    e ->
                                        yaml.with(e.valueBy("\"\""))
                                            .expecting("SchemaViolation", yaml.file(), e.line())))),
        sure(
            "a question has the id of the one before it",
            "DuplicateId",
            course -> course.yamlIn("quizzes").flatMap(yaml -> sameId(questions(yaml).toList()))),
        limited(
            "a question is asked a second time",
            "NearDuplicateQuestion",
            "Questions are compared by the words that carry content; fewer than four are too few to tell.",
            each(QuestionMutants::askedAgain)),
        sure(
            "the right option is the first in a whole quiz",
            "KeyPositionBias",
            course -> course.yamlIn("quizzes").flatMap(QuestionMutants::keysFirst)));
  }

  private static boolean hasKey(Asked q) {
    return q.key().findAny().isPresent();
  }

  private static String longestWord(Asked q) {
    String longest = "";
    for (String word : Words.texts(q.get("stem").said())) {
      longest = word.length() > longest.length() ? word : longest;
    }
    return longest;
  }

  private static Stream<Mutant> negatedStem(Asked q) {
    String stem = q.get("stem").said();
    Matcher asks = ASKS.matcher(stem);
    if (!hasKey(q) || !asks.find()) {
      return Stream.empty();
    }
    int at = asks.end();
    return Stream.of(
        q.yaml
            .with(q.get("stem").saying(stem.substring(0, at) + " not" + stem.substring(at)))
            .expecting("NegativeStem", q.yaml.file(), q.get("stem").line()));
  }

  /** Nine words from the middle of a paragraph of the lesson that bears the quiz's name. */
  private static Stream<Mutant> echo(Asked q, Workspace course) {
    String lesson = q.yaml.file().replace("/quizzes/", "/lessons/").replace(".yaml", ".md");
    Pattern run = Pattern.compile("(?m)(?<=^|[.] )(\\w+ ){9}\\w+");
    List<Workspace.Match> found = course.find(lesson, run);
    return found.isEmpty()
        ? Stream.empty()
        : q.key().map(a -> saying(a, "LessonEcho", found.get(0).group(0)));
  }

  private static Stream<Mutant> sameId(List<Asked> questions) {
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 1; i < questions.size(); i++) {
      Entry id = questions.get(i).get("id");
      mutants.add(
          id.yaml()
              .with(id.valueBy(questions.get(i - 1).get("id").said()))
              .expecting("DuplicateId", id.yaml().file(), id.line()));
    }
    return mutants.stream();
  }

  private static Stream<Mutant> askedAgain(Asked q) {
    Entry id = q.get("id");
    String text = q.yaml.text();
    int from = Edit.lineStart(text, q.yaml.start(q.node));
    int to = q.yaml.lastEnd(q.node);
    String again =
        text.substring(from, id.start())
            + "again"
            + text.substring(id.start() + id.said().length(), to);
    if (!hasKey(q)) {
      return Stream.empty();
    }
    return Stream.of(
        q.yaml
            .with(new Edit(to, to, "\n" + again))
            .expecting(
                "NearDuplicateQuestion",
                q.yaml.file(),
                Edit.line(text, to) + 1 + id.line() - Edit.line(text, from)));
  }

  /** The right option changes places with the first, in every question of a bank. */
  private static Stream<Mutant> keysFirst(YamlText yaml) {
    List<Edit> edits = new ArrayList<>();
    Optional<Asked> first = Optional.empty();
    for (Asked q : questions(yaml).toList()) {
      Optional<Answered> key = q.key().findFirst();
      if (key.isEmpty()) {
        continue;
      }
      first = first.or(() -> Optional.of(q));
      Node head = q.answers().get(0).node();
      Node right = key.get().node();
      if (!head.equals(right)) {
        edits.add(exchange(yaml, head, right));
        edits.add(exchange(yaml, right, head));
      }
    }
    return first.stream()
        .filter(q -> edits.size() > 4)
        .map(
            q ->
                yaml.with(edits.toArray(Edit[]::new))
                    .expecting("KeyPositionBias", yaml.file(), q.get("id").line()));
  }

  private static Edit exchange(YamlText yaml, Node out, Node in) {
    return new Edit(
        yaml.start(out),
        yaml.lastEnd(out),
        yaml.text().substring(yaml.start(in), yaml.lastEnd(in)));
  }
}
