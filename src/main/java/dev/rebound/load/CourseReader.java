package dev.rebound.load;

import static dev.rebound.load.LibraryReader.value;

import dev.rebound.course.Aid;
import dev.rebound.course.Allowance;
import dev.rebound.course.Card;
import dev.rebound.course.Delivery;
import dev.rebound.course.FacilitatorNote;
import dev.rebound.course.Lesson;
import dev.rebound.course.Module;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Quiz;
import dev.rebound.course.Scenario;
import dev.rebound.course.Way;
import dev.rebound.question.Answers;
import dev.rebound.question.QuestionType;
import dev.rebound.source.Block;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Problem;
import dev.rebound.source.Problems;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the files of one course. One method a file kind. */
final class CourseReader {
  private CourseReader() {}

  /** The modules of {@code course.yaml}. */
  static List<Module> modules(Raw.Mapping raw) {
    List<Module> modules = new ArrayList<>();
    for (Raw.Mapping one : raw.mappings("modules")) {
      Optional<Located<String>> id = one.text("id");
      if (id.isPresent()) {
        modules.add(
            new Module(
                modules.size() + 1,
                id.get(),
                one.text("title").orElse(id.get()),
                one.texts("outcomes"),
                one.texts("lessons"),
                one.texts("scenarios"),
                one.text("quiz")
                    .map(bank -> new Quiz(List.of(bank), Optional.empty(), Optional.empty()))
                    .or(() -> quiz(one, "quiz"))));
      }
    }
    return List.copyOf(modules);
  }

  /** {@code { from: [agree], draw: 5 }} */
  static Optional<Quiz> quiz(Raw.Mapping in, String key) {
    return in.mapping(key)
        .filter(quiz -> !quiz.texts("from").isEmpty())
        .map(
            quiz ->
                new Quiz(
                    quiz.texts("from"),
                    quiz.integer("draw")
                        .map(n -> new Located<>(n, quiz.scalar("draw").orElseThrow().span())),
                    quiz.integer("attempts")));
  }

  /** {@code lessons/<id>.md} */
  static Lesson lesson(MarkdownFile file, Located<String> id) {
    return new Lesson(
        id,
        title(file, id),
        file.matter().texts("teaches"),
        file.matter().integer("minutes").orElse(1),
        file.body());
  }

  /** {@code aids/<id>.md} */
  static Aid aid(MarkdownFile file, Located<String> id) {
    return new Aid(id, title(file, id), file.body());
  }

  /** {@code facilitator/<id>.md} */
  static FacilitatorNote facilitatorNote(MarkdownFile file, Located<String> id) {
    return new FacilitatorNote(id, title(file, id), file.body());
  }

  /** {@code cards/<id>.md} */
  static Card card(MarkdownFile file, Located<String> id, Problems problems) {
    List<Block> front = new ArrayList<>();
    List<Block> back = new ArrayList<>();
    List<Block> side = null;
    for (Block block : file.body()) {
      if (block instanceof Block.Heading heading && heading.level() == 1) {
        side =
            switch (Markup.plain(heading.content()).toLowerCase(Locale.ROOT)) {
              case "front" -> front;
              case "back" -> back;
              default -> null;
            };
        if (side == null) {
          problems.syntax(
              heading.span(), "a card has no such side.", "Its sides are # Front and # Back.");
          side = new ArrayList<>();
        }
      } else if (side != null) {
        side.add(block);
      } else {
        problems.syntax(
            block.span(),
            "this stands on neither side of the card.",
            "Put it under # Front or # Back.");
      }
    }
    if (front.isEmpty() && file.isRead()) {
      problems.syntax(file.file().at(0), "the card's front is empty.", "Write it under # Front.");
    }
    return new Card(
        id, title(file, id), file.matter().text("subtitle"), List.copyOf(front), List.copyOf(back));
  }

  /** {@code quizzes/<id>.yaml} */
  static QuestionBank bank(
      Raw.Mapping raw,
      Located<String> id,
      Map<String, QuestionType> types,
      ProseReader reader,
      Problems problems) {
    ProseReader prose = WordIds.where(raw, reader);
    List<Question> questions = new ArrayList<>();
    Optional<SourceSpan> draft =
        raw.isTrue("draft") ? raw.scalar("draft").map(Raw::span) : Optional.empty();
    for (Raw.Mapping one : raw.mappings("questions")) {
      if (draft.isPresent() && !one.has("level")) {
        problems.add(
            new Problem(
                "DraftBank",
                one.span(),
                "this question has no `level:` yet.",
                "It is one of: remember, understand, apply, analyse."));
      }
      Optional<QuestionType> type = one.text("type").map(t -> types.get(t.value()));
      Optional<Located<String>> own = one.text("id");
      Optional<Raw.Scalar> stem = one.scalar("stem");
      if (type.isEmpty() || own.isEmpty() || stem.isEmpty()) {
        continue;
      }
      var answers = type.get().answers(one, prose);
      questions.add(
          new Question(
              one.span(),
              id.value(),
              own.get(),
              type.get().traits(),
              level(one),
              prose.read(stem.get()),
              answers,
              one.text("about"),
              type.get().interaction(one, answers, prose),
              one.scalars("hints").map(prose::read).toList(),
              new Delivery(
                  one.integer("attempts"),
                  one.isTrue("shuffle"),
                  one.isTrue("partial"),
                  one.integer("weight"))));
      type.get().check(one, problems);
    }
    return new QuestionBank(
        id,
        raw.text("title").orElse(id),
        raw.isTrue("graded"),
        draft,
        List.copyOf(questions),
        allowances(raw));
  }

  private static List<Allowance> allowances(Raw.Mapping raw) {
    List<Allowance> allowances = new ArrayList<>();
    List<Raw.Mapping> questions = raw.mappings("questions");
    for (int i = 0; i < questions.size(); i++) {
      Optional<SourceSpan> next =
          i + 1 < questions.size() ? Optional.of(questions.get(i + 1).span()) : Optional.empty();
      allowed(questions.get(i), questions.get(i).span(), next, allowances);
    }
    return List.copyOf(allowances);
  }

  /** Those of the nodes of a conversation, and of their replies. */
  private static List<Allowance> allowancesOfNodes(List<Raw.Entry> nodes) {
    List<Allowance> allowances = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Optional<SourceSpan> next =
          i + 1 < nodes.size() ? Optional.of(nodes.get(i + 1).key().span()) : Optional.empty();
      if (nodes.get(i).value() instanceof Raw.Mapping node) {
        allowed(node, nodes.get(i).key().span(), next, allowances);
        List<Raw.Mapping> replies = node.mappings("replies");
        for (int j = 0; j < replies.size(); j++) {
          Optional<SourceSpan> after =
              j + 1 < replies.size() ? Optional.of(replies.get(j + 1).span()) : next;
          allowed(replies.get(j), replies.get(j).span(), after, allowances);
        }
      }
    }
    return List.copyOf(allowances);
  }

  private static void allowed(
      Raw.Mapping in, SourceSpan from, Optional<SourceSpan> next, List<Allowance> allowances) {
    for (Raw.Entry entry :
        in.mapping("allow").map(Raw.Mapping::entries).orElse(List.<Raw.Entry>of())) {
      if (entry.value() instanceof Raw.Scalar reason && !reason.text().isBlank()) {
        allowances.add(new Allowance(entry.key(), reason.located(), from, next));
      }
    }
  }

  private static Question.Level level(Raw.Mapping question) {
    return switch (value(question, "level", "")) {
      case "remember" -> Question.Level.REMEMBER;
      case "apply" -> Question.Level.APPLY;
      case "analyse" -> Question.Level.ANALYSE;
      default -> Question.Level.UNDERSTAND;
    };
  }

  /** {@code scenarios/<id>.yaml} */
  static Scenario scenario(Raw.Mapping raw, Located<String> id, ProseReader reader) {
    ProseReader prose = WordIds.where(raw, reader);
    Located<String> who = raw.text("who").orElse(new Located<>("", raw.span()));
    List<Scenario.Node> nodes = new ArrayList<>();
    List<Raw.Entry> written =
        raw.mapping("nodes").map(Raw.Mapping::entries).orElse(List.<Raw.Entry>of());
    for (Raw.Entry entry : written) {
      if (entry.value() instanceof Raw.Mapping node && node.scalar("line").isPresent()) {
        nodes.add(
            new Scenario.Node(
                entry.key(),
                node.text("who").orElse(who),
                prose.read(node.scalar("line").get()),
                replies(node, prose),
                node.mapping("ending").flatMap(ending -> ending(ending, prose))));
      }
    }
    return new Scenario(
        id,
        raw.text("title").orElse(id),
        raw.text("setting"),
        who,
        raw.text("start").orElse(new Located<>("", raw.span())),
        raw.integer("heat").orElse(0),
        raw.integer("loyalty").orElse(0),
        List.copyOf(nodes),
        allowancesOfNodes(written));
  }

  private static List<Scenario.Reply> replies(Raw.Mapping node, ProseReader prose) {
    List<Scenario.Reply> replies = new ArrayList<>();
    for (Raw.Mapping reply : node.mappings("replies")) {
      reply
          .scalar("text")
          .ifPresent(
              text ->
                  replies.add(
                      new Scenario.Reply(
                          reply.span(),
                          prose.id(text.text()),
                          prose.read(text),
                          reply.text("applies"),
                          reply.text("breaks"),
                          reply.integer("heat").orElse(0),
                          reply.integer("loyalty").orElse(0),
                          ways(reply),
                          Answers.prose(reply, "feedback", prose))));
    }
    return List.copyOf(replies);
  }

  private static List<Way> ways(Raw.Mapping reply) {
    Stream<Way> listed =
        reply.mappings("next").stream()
            .flatMap(
                way ->
                    way
                        .text("to")
                        .map(
                            to ->
                                way.text("if")
                                    .map(condition -> Way.when(condition, to))
                                    .orElseGet(() -> Way.to(to)))
                        .stream());
    return Stream.concat(reply.text("next").map(Way::to).stream(), listed).toList();
  }

  private static Optional<Scenario.Ending> ending(Raw.Mapping ending, ProseReader prose) {
    Scenario.Ending.Kind kind =
        switch (value(ending, "kind", "")) {
          case "good" -> Scenario.Ending.Kind.GOOD;
          case "mixed" -> Scenario.Ending.Kind.MIXED;
          default -> Scenario.Ending.Kind.POOR;
        };
    return Answers.prose(ending, "debrief", prose).map(text -> new Scenario.Ending(kind, text));
  }

  private static Located<String> title(MarkdownFile file, Located<String> id) {
    return file.matter().text("title").orElse(id);
  }
}
