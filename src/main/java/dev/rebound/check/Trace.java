package dev.rebound.check;

import dev.rebound.course.Answer;
import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Dialogue;
import dev.rebound.course.GlossaryTerm;
import dev.rebound.course.Lesson;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Scenario;
import dev.rebound.source.Located;
import dev.rebound.source.Reference;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The chain, read from its middle: for each principle, what it rests on and everything that rests
 * on it. Whatever shows the chain (terminal, page, files) is made from this.
 */
public record Trace(List<Row> rows) {

  /** One principle. */
  public record Row(Principle principle, List<Use> uses) {
    /** Its uses of one kind, in the order of the content. */
    public List<Use> of(Kind kind) {
      return uses.stream().filter(use -> use.kind() == kind).toList();
    }

    /** The questions that test it, at one level. */
    public List<Use> testedAt(Question.Level level) {
      return uses.stream()
          .filter(use -> use.kind() == Kind.QUESTION && use.role() == Role.APPLIES)
          .filter(use -> use.level().filter(l -> l == level).isPresent())
          .toList();
    }
  }

  /** What stands at the other end. */
  public enum Kind {
    EXCERPT,
    CITATION,
    LESSON,
    DIALOGUE,
    QUESTION,
    SCENARIO,
    CARD,
    TERM;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How the two are tied. */
  public enum Role {
    RESTS_ON("rests on"),
    TEACHES("taught in"),
    APPLIES("applied in"),
    BREAKS("broken in"),
    NAMES("named in");

    private final String word;

    Role(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * @param course the course's id; empty in the library
   * @param id of the excerpt, lesson, {@code bank/question} …; of a citation {@code source ¶13}
   * @param title what a person calls it
   * @param level of a question
   */
  public record Use(
      Kind kind,
      Role role,
      String course,
      String id,
      String title,
      Optional<Question.Level> level,
      SourceSpan span) {}

  /** The row of a principle, when there is one. */
  public Optional<Row> row(String principle) {
    return rows.stream().filter(r -> r.principle().id().value().equals(principle)).findFirst();
  }

  /** Reads the chain of all content. */
  public static Trace of(Content content) {
    Collector uses = new Collector();
    for (Principle principle : content.principles()) {
      for (Located<String> key : principle.excerpts()) {
        String text = content.excerpt(key.value()).map(e -> e.text().value()).orElse("");
        uses.add(
            principle.id().value(), Kind.EXCERPT, Role.RESTS_ON, "", key.value(), text, key.span());
      }
      for (Principle.Citation cite : principle.cites()) {
        String id = cite.source().value() + " ¶" + cite.paragraph();
        uses.add(
            principle.id().value(), Kind.CITATION, Role.RESTS_ON, "", id, id, cite.source().span());
      }
    }
    for (Dialogue dialogue : content.dialogues()) {
      turns(dialogue, dialogue.poor(), Role.BREAKS, uses);
      turns(dialogue, dialogue.good(), Role.APPLIES, uses);
    }
    for (GlossaryTerm term : content.terms()) {
      for (Located<String> id : term.principles()) {
        uses.add(
            id.value(),
            Kind.TERM,
            Role.NAMES,
            "",
            term.id().value(),
            term.term().value(),
            id.span());
      }
    }
    content.courses().forEach(course -> course(course, uses));
    return new Trace(
        content.principles().stream()
            .map(p -> new Row(p, List.copyOf(uses.by.getOrDefault(p.id().value(), List.of()))))
            .toList());
  }

  private static Use asked(Question question, Role role, String in, Located<String> principle) {
    return new Use(
        Kind.QUESTION,
        role,
        in,
        question.key(),
        question.stem().plain(),
        Optional.of(question.level()),
        principle.span());
  }

  private static void turns(
      Dialogue dialogue, List<Dialogue.Turn> turns, Role role, Collector uses) {
    for (Dialogue.Turn turn : turns) {
      for (Reference to : turn.turningPoints()) {
        uses.add(
            to.id(),
            Kind.DIALOGUE,
            role,
            "",
            dialogue.id().value(),
            dialogue.title().value(),
            to.span());
      }
    }
  }

  private static void course(Course course, Collector uses) {
    String in = course.id().value();
    for (Lesson lesson : course.lessonsInOrder()) {
      for (Located<String> id : lesson.teaches()) {
        uses.add(
            id.value(),
            Kind.LESSON,
            Role.TEACHES,
            in,
            lesson.id().value(),
            lesson.title().value(),
            id.span());
      }
    }
    for (QuestionBank bank : course.banksInOrder()) {
      for (Question question : bank.questions()) {
        Set<String> seen = new HashSet<>();
        for (Answer answer : question.answers()) {
          Role role = answer.right() ? Role.APPLIES : Role.BREAKS;
          Role scored = question.scored() ? role : Role.NAMES;
          answer
              .principle()
              .filter(id -> seen.add(scored + id.value()))
              .ifPresent(id -> uses.all(id.value()).add(asked(question, scored, in, id)));
        }
        question
            .about()
            .filter(id -> seen.add(Role.NAMES + id.value()))
            .ifPresent(id -> uses.all(id.value()).add(asked(question, Role.NAMES, in, id)));
      }
    }
    for (Scenario scenario : course.scenariosInOrder()) {
      for (Scenario.Node node : scenario.nodes()) {
        for (Scenario.Reply reply : node.replies()) {
          String id = scenario.id().value();
          String title = scenario.title().value();
          reply
              .applies()
              .ifPresent(
                  p -> uses.add(p.value(), Kind.SCENARIO, Role.APPLIES, in, id, title, p.span()));
          reply
              .breaks()
              .ifPresent(
                  p -> uses.add(p.value(), Kind.SCENARIO, Role.BREAKS, in, id, title, p.span()));
        }
      }
    }
    for (Card card : course.cardsInOrder()) {
      Set<String> seen = new HashSet<>();
      for (Reference to : ContentWalk.in(card).references()) {
        if (to.kind().equals("principle") && seen.add(to.id())) {
          uses.add(
              to.id(),
              Kind.CARD,
              Role.NAMES,
              in,
              card.id().value(),
              card.title().value(),
              to.span());
        }
      }
    }
  }

  private static final class Collector {
    final Map<String, List<Use>> by = new LinkedHashMap<>();

    List<Use> all(String principle) {
      return by.computeIfAbsent(principle, key -> new ArrayList<>());
    }

    void add(
        String principle,
        Kind kind,
        Role role,
        String course,
        String id,
        String title,
        SourceSpan span) {
      List<Use> uses = all(principle);
      boolean known =
          uses.stream()
              .anyMatch(
                  u ->
                      u.kind() == kind
                          && u.role() == role
                          && u.course().equals(course)
                          && u.id().equals(id));
      if (!known) {
        uses.add(new Use(kind, role, course, id, title, Optional.empty(), span));
      }
    }
  }
}
