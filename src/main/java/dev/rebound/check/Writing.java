package dev.rebound.check;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Dialogue;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.Scenario;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.Prose;
import dev.rebound.source.SourceSpan;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One run of text that an author wrote and a learner may read: a paragraph, a stem, a reply. Quoted
 * excerpts are not among them.
 *
 * @param kind what an author calls it: {@code lesson}, {@code feedback}
 */
public record Writing(String kind, List<Inline> run) {
  /** A word and where it stands. */
  public record LocatedWord(String text, SourceSpan span) {}

  /** Its words, each with its place (as exact as the run's spans are). */
  public List<LocatedWord> words() {
    List<LocatedWord> words = new ArrayList<>();
    Markup.eachInline(
        run,
        inline -> {
          if (inline instanceof Inline.Text text) {
            for (Words.Word word : Words.of(text.text())) {
              SourceSpan at = text.span();
              words.add(
                  new LocatedWord(
                      word.text(),
                      new SourceSpan(at.file(), at.line(), at.column() + word.start())));
            }
          }
        });
    return words;
  }

  /** Everything written in {@code content}, in no order that matters. */
  public static List<Writing> all(Content content) {
    List<Writing> all = new ArrayList<>();
    for (Principle principle : content.principles()) {
      add(all, "principle", principle.says());
      principle.evidence().ifPresent(note -> add(all, "evidence note", note));
      principle.tryPhrases().forEach(phrase -> add(all, "phrase", phrase));
      principle.avoid().forEach(phrase -> add(all, "phrase", phrase));
    }
    content.terms().forEach(term -> add(all, "glossary entry", term.meaning()));
    for (Dialogue dialogue : content.dialogues()) {
      dialogue.poor().forEach(turn -> all.add(new Writing("dialogue", turn.words())));
      dialogue.good().forEach(turn -> all.add(new Writing("dialogue", turn.words())));
    }
    content.courses().forEach(course -> addCourse(course, all));
    return all;
  }

  private static void addCourse(Course course, List<Writing> all) {
    course.lessonFiles().forEach(l -> Markup.eachRun(l.body(), as("lesson", all)));
    course.aidFiles().forEach(a -> Markup.eachRun(a.body(), as("job aid", all)));
    course.facilitatorFiles().forEach(f -> Markup.eachRun(f.body(), as("note", all)));
    course
        .cardFiles()
        .forEach(
            card -> {
              Markup.eachRun(card.front(), as("card", all));
              Markup.eachRun(card.back(), as("card", all));
            });
    course
        .bankFiles()
        .forEach(bank -> bank.questions().forEach(question -> addQuestion(question, all)));
    for (Scenario scenario : course.scenarioFiles()) {
      for (Scenario.Node node : scenario.nodes()) {
        add(all, "scenario", node.line());
        for (Scenario.Reply reply : node.replies()) {
          add(all, "scenario", reply.text());
          reply.feedback().ifPresent(feedback -> add(all, "feedback", feedback));
        }
      }
    }
  }

  private static void addQuestion(Question question, List<Writing> all) {
    add(all, "question", question.stem());
    question
        .answers()
        .forEach(
            answer -> {
              add(all, answer.noun(), answer.text());
              answer.feedback().ifPresent(feedback -> add(all, "feedback", feedback));
            });
    question.surroundings().forEach(text -> add(all, "question", text));
  }

  private static Consumer<List<Inline>> as(String kind, List<Writing> all) {
    return run -> all.add(new Writing(kind, run));
  }

  private static void add(List<Writing> all, String kind, Prose prose) {
    all.add(new Writing(kind, prose.inlines()));
  }
}
