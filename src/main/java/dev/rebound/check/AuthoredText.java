package dev.rebound.check;

import dev.rebound.course.Aid;
import dev.rebound.course.Answer;
import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Dialogue;
import dev.rebound.course.FacilitatorNote;
import dev.rebound.course.GlossaryTerm;
import dev.rebound.course.Lesson;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Scenario;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Prose;
import dev.rebound.source.SourceSpan;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One run of text that an author wrote and a learner may read: a paragraph, a stem, a reply. Quoted
 * excerpts are not among them.
 *
 * @param kind what an author calls it: {@code lesson}, {@code feedback}
 */
public record AuthoredText(String kind, List<Inline> run) {
  /**
   * A word and where it stands.
   *
   * @param in where its text starts
   * @param start its first character in that text
   */
  public record LocatedWord(String text, SourceSpan in, int start) {
    /** As exact as the span of its text is. */
    public SourceSpan span() {
      return new SourceSpan(in.file(), in.line(), in.column() + start);
    }
  }

  /** Its words, part by part: where stress begins inside a word, two begin. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    eachPart((text, at) -> words.addAll(Words.texts(text)));
    return words;
  }

  /** Its words, each with its place. */
  public List<LocatedWord> located() {
    List<LocatedWord> words = new ArrayList<>();
    eachPart(
        (text, at) ->
            Words.of(text).forEach(w -> words.add(new LocatedWord(w.text(), at, w.start()))));
    return words;
  }

  private void eachPart(BiConsumer<String, SourceSpan> take) {
    Markup.eachInline(
        run,
        inline -> {
          if (inline instanceof Inline.Text text) {
            take.accept(text.text(), text.span());
          } else if (inline instanceof Inline.Code code) {
            SourceSpan at = code.span();
            take.accept(code.text(), new SourceSpan(at.file(), at.line(), at.column() + 1));
          }
        });
  }

  /** Everything written in {@code content}, in no order that matters. */
  public static List<AuthoredText> in(Content content) {
    List<AuthoredText> all = new ArrayList<>();
    for (Principle principle : content.principles()) {
      add(all, "principle", principle.says());
      principle.evidence().ifPresent(note -> add(all, "evidence note", note));
      principle.tryPhrases().forEach(phrase -> add(all, "phrase", phrase));
      principle.avoid().forEach(phrase -> add(all, "phrase", phrase));
    }
    for (GlossaryTerm term : content.terms()) {
      add(all, "term", term.term(), term.id().span());
      add(all, "glossary entry", term.meaning());
    }
    for (Dialogue dialogue : content.dialogues()) {
      add(all, "title", dialogue.title(), dialogue.id().span());
      dialogue.setting().ifPresent(text -> add(all, "setting", text, dialogue.id().span()));
      dialogue.poor().forEach(turn -> addRun(all, "dialogue", turn.words()));
      dialogue.good().forEach(turn -> addRun(all, "dialogue", turn.words()));
    }
    content.courses().forEach(course -> addCourse(course, all));
    return Collections.unmodifiableList(all);
  }

  private static void addCourse(Course course, List<AuthoredText> all) {
    add(all, "title", course.title(), course.id().span());
    course.audience().ifPresent(text -> add(all, "audience", text, course.id().span()));
    course.modules().forEach(module -> add(all, "title", module.title(), module.id().span()));
    for (Lesson lesson : course.lessonFiles()) {
      add(all, "title", lesson.title());
      add(all, "lesson", lesson.body());
    }
    for (Aid aid : course.aidFiles()) {
      add(all, "title", aid.title());
      add(all, "job aid", aid.body());
    }
    for (FacilitatorNote note : course.facilitatorFiles()) {
      add(all, "title", note.title());
      add(all, "note", note.body());
    }
    for (Card card : course.cardFiles()) {
      add(all, "title", card.title());
      card.subtitle().ifPresent(text -> add(all, "subtitle", text, card.id().span()));
      add(all, "card", card.front());
      add(all, "card", card.back());
    }
    for (QuestionBank bank : course.bankFiles()) {
      add(all, "title", bank.title(), bank.id().span());
      for (Question question : bank.questions()) {
        addQuestion(question, all);
      }
    }
    for (Scenario scenario : course.scenarioFiles()) {
      add(all, "title", scenario.title(), scenario.id().span());
      scenario.setting().ifPresent(text -> add(all, "setting", text, scenario.id().span()));
      for (Scenario.Node node : scenario.nodes()) {
        add(all, "speaker", node.who(), node.id().span());
        add(all, "scenario", node.line());
        node.ending().ifPresent(ending -> add(all, "debrief", ending.debrief()));
        for (Scenario.Reply reply : node.replies()) {
          add(all, "scenario", reply.text());
          reply.feedback().ifPresent(feedback -> add(all, "feedback", feedback));
        }
      }
    }
  }

  private static void addQuestion(Question question, List<AuthoredText> all) {
    add(all, "question", question.stem());
    for (Answer answer : question.answers()) {
      add(all, answer.noun(), answer.text());
      answer.feedback().ifPresent(feedback -> add(all, "feedback", feedback));
    }
    for (Prose text : question.surroundings()) {
      add(all, "question", text);
    }
  }

  private static void add(List<AuthoredText> all, String kind, Prose prose) {
    addRun(all, kind, prose.inlines());
  }

  private static void add(List<AuthoredText> all, String kind, Located<String> text) {
    add(all, kind, text.value(), text.span());
  }

  /**
   * @param at the text's place, or that of what it is the text of
   */
  private static void add(List<AuthoredText> all, String kind, String text, SourceSpan at) {
    all.add(new AuthoredText(kind, List.of(new Inline.Text(at, text))));
  }

  private static void add(List<AuthoredText> all, String kind, List<Block> body) {
    Markup.eachRun(body, run -> addRun(all, kind, run));
    Markup.eachBlock(
        body,
        block -> {
          if (block instanceof Block.CodeBlock code) {
            List<Inline> lines = new ArrayList<>();
            int line = code.span().line();
            for (String text : code.text().split("\n", -1)) {
              lines.add(new Inline.Text(new SourceSpan(code.span().file(), line++, 1), text));
            }
            all.add(new AuthoredText(kind, List.copyOf(lines)));
          }
        });
  }

  /** A run, and what its pictures say to those who cannot see them. */
  private static void addRun(List<AuthoredText> all, String kind, List<Inline> run) {
    all.add(new AuthoredText(kind, run));
    if (Markup.isPlain(run)) {
      return;
    }
    Markup.eachInline(
        run,
        inline -> {
          if (inline instanceof Inline.Image image) {
            add(all, "picture text", image.alt(), image.span());
          }
        });
  }
}
