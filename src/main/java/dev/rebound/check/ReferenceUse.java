package dev.rebound.check;

import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Dialogue;
import dev.rebound.course.Lesson;
import dev.rebound.course.Module;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Scenario;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Prose;
import dev.rebound.source.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A name that points at something else, wherever an author wrote it, and the course it was written
 * in.
 *
 * @param course nothing in the library, which all courses share
 */
public record ReferenceUse(Reference to, Optional<Course> course) {
  /** Every name written in {@code content} that must resolve, by the kind of what it names. */
  static Map<String, List<ReferenceUse>> in(Content content) {
    Map<String, List<ReferenceUse>> all = new LinkedHashMap<>();
    Collector library = new Collector(all, Optional.empty());
    for (Principle principle : content.principles()) {
      library.ids("excerpt", principle.excerpts());
      principle.cites().forEach(cite -> library.id("source", cite.source()));
      library.prose(principle.says());
      principle.evidence().ifPresent(library::prose);
      principle.tryPhrases().forEach(library::prose);
      principle.avoid().forEach(library::prose);
    }
    content
        .terms()
        .forEach(
            term -> {
              library.ids("principle", term.principles());
              library.prose(term.meaning());
            });
    for (Dialogue dialogue : content.dialogues()) {
      for (List<Dialogue.Turn> part : List.of(dialogue.poor(), dialogue.good())) {
        for (Dialogue.Turn turn : part) {
          turn.turningPoints().forEach(library::reference);
          library.run(turn.words());
        }
      }
    }
    for (Course course : content.courses()) {
      course(course, new Collector(all, Optional.of(course)));
    }
    return Collections.unmodifiableMap(all);
  }

  private static void course(Course course, Collector in) {
    for (Module module : course.modules()) {
      in.ids("lesson", module.lessons());
      in.ids("scenario", module.scenarios());
      module.quiz().ifPresent(quiz -> in.ids("quiz", quiz.from()));
    }
    course.finalQuiz().ifPresent(quiz -> in.ids("quiz", quiz.from()));
    in.ids("card", course.cards());
    for (Lesson lesson : course.lessonFiles()) {
      in.ids("principle", lesson.teaches());
      Markup.references(lesson.body()).forEach(in::reference);
    }
    course.aidFiles().forEach(aid -> Markup.references(aid.body()).forEach(in::reference));
    course.facilitatorFiles().forEach(n -> Markup.references(n.body()).forEach(in::reference));
    course
        .cardFiles()
        .forEach(
            card -> {
              Markup.references(card.front()).forEach(in::reference);
              Markup.references(card.back()).forEach(in::reference);
            });
    for (QuestionBank bank : course.bankFiles()) {
      for (Question question : bank.questions()) {
        in.prose(question.stem());
        for (Answer answer : question.answers()) {
          answer(answer, in);
        }
        question.surroundings().forEach(in::prose);
        question.about().ifPresent(id -> in.id("principle", id));
      }
    }
    for (Scenario scenario : course.scenarioFiles()) {
      for (Scenario.Node node : scenario.nodes()) {
        in.prose(node.line());
        node.ending().ifPresent(ending -> in.prose(ending.debrief()));
        for (Scenario.Reply reply : node.replies()) {
          reply.applies().ifPresent(id -> in.id("principle", id));
          reply.breaks().ifPresent(id -> in.id("principle", id));
          in.prose(reply.text());
          reply.feedback().ifPresent(in::prose);
        }
      }
    }
  }

  private static void answer(Answer answer, Collector in) {
    answer.applies().ifPresent(id -> in.id("principle", id));
    answer.breaks().ifPresent(id -> in.id("principle", id));
    in.prose(answer.text());
    answer.feedback().ifPresent(in::prose);
  }

  private record Collector(Map<String, List<ReferenceUse>> all, Optional<Course> course) {
    void reference(Reference to) {
      all.computeIfAbsent(to.kind(), kind -> new ArrayList<>()).add(new ReferenceUse(to, course));
    }

    void id(String kind, Located<String> id) {
      reference(new Reference(kind, id.value(), id.span()));
    }

    void ids(String kind, List<Located<String>> ids) {
      ids.forEach(id -> id(kind, id));
    }

    void run(List<Inline> run) {
      if (!Markup.isPlain(run)) {
        Markup.referencesOf(run).forEach(this::reference);
      }
    }

    void prose(Prose prose) {
      run(prose.inlines());
    }
  }
}
