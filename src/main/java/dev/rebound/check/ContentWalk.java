package dev.rebound.check;

import dev.rebound.check.AuthoredText.Role;
import dev.rebound.course.Aid;
import dev.rebound.course.Answer;
import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Dialogue;
import dev.rebound.course.FacilitatorNote;
import dev.rebound.course.GlossaryTerm;
import dev.rebound.course.Lesson;
import dev.rebound.course.Media;
import dev.rebound.course.Module;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Quiz;
import dev.rebound.course.Scenario;
import dev.rebound.course.Source;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Prose;
import dev.rebound.source.Reference;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one walk over what authors wrote: every text with its role, and every name that must resolve,
 * part by part. What is written in a part depends on that part alone.
 */
public final class ContentWalk {
  /** The kind of text that is a question's picture alone. */
  public static final String QUESTION_PICTURE = "question picture";

  private final List<AuthoredText> texts = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();

  private ContentWalk() {}

  /**
   * A thing with a file or an entry of its own.
   *
   * @param thing a {@link Lesson}, {@link QuestionBank}, {@link Principle} …; a {@link Course} for
   *     what stands in its {@code course.yaml}
   * @param course nothing in the library, which all courses share
   */
  public record Part(Object thing, Optional<Course> course) {}

  /**
   * What is written in a part, in reading order where it is one body of text.
   *
   * @param all with quoted excerpts
   * @param texts without: those are not the author's own words
   */
  public record Written(
      List<AuthoredText> all, List<AuthoredText> texts, List<Reference> references) {
    static Written of(List<AuthoredText> all, List<Reference> references) {
      boolean quotes = all.stream().anyMatch(text -> text.role() == Role.QUOTE);
      return new Written(
          all,
          quotes ? all.stream().filter(text -> text.role() != Role.QUOTE).toList() : all,
          references);
    }
  }

  /** The parts of all content. */
  public static List<Part> parts(Content content) {
    List<Part> parts = new ArrayList<>();
    add(parts, content.sources(), Optional.empty());
    add(parts, content.principles(), Optional.empty());
    add(parts, content.terms(), Optional.empty());
    add(parts, content.dialogues(), Optional.empty());
    for (Course course : content.courses()) {
      Optional<Course> in = Optional.of(course);
      add(parts, List.of(course), in);
      add(parts, course.lessonFiles(), in);
      add(parts, course.aidFiles(), in);
      add(parts, course.facilitatorFiles(), in);
      add(parts, course.cardFiles(), in);
      add(parts, course.bankFiles(), in);
      add(parts, course.scenarioFiles(), in);
      add(parts, course.imageFiles(), in);
      add(parts, course.mediaFiles(), in);
    }
    return parts;
  }

  private static void add(List<Part> parts, List<?> things, Optional<Course> course) {
    things.forEach(thing -> parts.add(new Part(thing, course)));
  }

  /** What is written in the thing of a {@link Part}, or in a question of a bank. */
  public static Written in(Object thing) {
    ContentWalk walk = new ContentWalk();
    if (thing instanceof Source source) {
      source.about().ifPresent(it -> walk.text(Role.SETTING, "source's `about:`", it));
    } else if (thing instanceof Course.Image image) {
      image.texts().forEach(it -> walk.text(Role.PICTURE, "picture", it));
    } else if (thing instanceof Media media) {
      walk.body("transcript", media.transcript());
    } else if (thing instanceof Principle principle) {
      walk.principle(principle);
    } else if (thing instanceof GlossaryTerm term) {
      walk.term(term);
    } else if (thing instanceof Dialogue dialogue) {
      walk.dialogue(dialogue);
    } else if (thing instanceof Course course) {
      walk.course(course);
    } else if (thing instanceof Lesson lesson) {
      walk.title(lesson.title());
      walk.names("principle", lesson.teaches());
      walk.body("lesson", lesson.body());
    } else if (thing instanceof Aid aid) {
      walk.title(aid.title());
      walk.body("job aid", aid.body());
    } else if (thing instanceof FacilitatorNote note) {
      walk.title(note.title());
      walk.body("note", note.body());
    } else if (thing instanceof Card card) {
      walk.title(card.title());
      card.subtitle().ifPresent(it -> walk.text(Role.TITLE, "subtitle", it));
      walk.body("card", card.front());
      walk.body("card", card.back());
    } else if (thing instanceof QuestionBank bank) {
      walk.title(bank.title());
      bank.questions().forEach(walk::question);
    } else if (thing instanceof Question question) {
      walk.question(question);
    } else if (thing instanceof Scenario scenario) {
      walk.scenario(scenario);
    } else {
      throw new IllegalArgumentException(thing + " is no part of a content");
    }
    return Written.of(List.copyOf(walk.texts), List.copyOf(walk.references));
  }

  private void principle(Principle principle) {
    names("excerpt", principle.excerpts());
    principle.cites().forEach(cite -> name("source", cite.source()));
    prose(Role.PRINCIPLE, "principle", principle.says());
    principle.evidence().ifPresent(note -> prose(Role.EVIDENCE, "evidence note", note));
    principle.tryPhrases().forEach(phrase -> prose(Role.PHRASE, "phrase", phrase));
    principle.avoid().forEach(phrase -> prose(Role.PHRASE, "phrase", phrase));
  }

  private void term(GlossaryTerm term) {
    text(Role.TERM, "term", term.term());
    term.also().forEach(word -> text(Role.TERM, "other word", word));
    names("principle", term.principles());
    prose(Role.MEANING, "glossary entry", term.meaning());
  }

  private void dialogue(Dialogue dialogue) {
    title(dialogue.title());
    dialogue.setting().ifPresent(it -> text(Role.SETTING, "setting", it));
    for (List<Dialogue.Turn> side : List.of(dialogue.poor(), dialogue.good())) {
      for (Dialogue.Turn turn : side) {
        references.addAll(turn.turningPoints());
        run(Role.LINE, "dialogue", turn.words());
        references.addAll(Markup.referencesOf(turn.words()));
      }
    }
  }

  private void course(Course course) {
    title(course.title());
    course.audience().ifPresent(it -> text(Role.SETTING, "audience", it));
    for (Module module : course.modules()) {
      title(module.title());
      module.outcomes().forEach(it -> text(Role.SETTING, "outcome", it));
      names("lesson", module.lessons());
      names("scenario", module.scenarios());
      module.quiz().map(Quiz::from).ifPresent(banks -> names("quiz", banks));
    }
    course.finalQuiz().map(Quiz::from).ifPresent(banks -> names("quiz", banks));
    names("card", course.cards());
  }

  private void question(Question question) {
    prose(Role.STEM, "question", question.stem());
    for (Answer answer : question.answers()) {
      answer.applies().ifPresent(id -> name("principle", id));
      answer.breaks().ifPresent(id -> name("principle", id));
      prose(Role.ANSWER, answer.noun(), answer.text());
      answer.feedback().ifPresent(it -> prose(Role.FEEDBACK, "feedback", it));
    }
    question.picture().ifPresent(it -> prose(Role.PICTURE, QUESTION_PICTURE, it));
    List<Prose> around = new ArrayList<>(question.surroundings());
    question.picture().ifPresent(around::remove);
    for (Prose text : around) {
      prose(question.hints().contains(text) ? Role.HINT : Role.ANSWER, "question", text);
    }
    question.about().ifPresent(id -> name("principle", id));
  }

  private void scenario(Scenario scenario) {
    title(scenario.title());
    scenario.setting().ifPresent(it -> text(Role.SETTING, "setting", it));
    text(Role.SPEAKER, "speaker", scenario.who());
    for (Scenario.Node node : scenario.nodes()) {
      if (!node.who().equals(scenario.who())) {
        text(Role.SPEAKER, "speaker", node.who());
      }
      prose(Role.LINE, "scenario", node.line());
      node.ending().ifPresent(ending -> prose(Role.DEBRIEF, "debrief", ending.debrief()));
      for (Scenario.Reply reply : node.replies()) {
        reply.applies().ifPresent(id -> name("principle", id));
        reply.breaks().ifPresent(id -> name("principle", id));
        prose(Role.REPLY, "scenario", reply.text());
        reply.feedback().ifPresent(it -> prose(Role.FEEDBACK, "feedback", it));
      }
    }
  }

  private void name(String kind, Located<String> id) {
    references.add(new Reference(kind, id.value(), id.span()));
  }

  private void names(String kind, List<Located<String>> ids) {
    ids.forEach(id -> name(kind, id));
  }

  private void title(Located<String> title) {
    text(Role.TITLE, "title", title);
  }

  private void text(Role role, String kind, Located<String> text) {
    texts.add(new AuthoredText(role, kind, List.of(new Inline.Text(text.span(), text.value()))));
  }

  private void prose(Role role, String kind, Prose prose) {
    run(role, kind, prose.inlines());
    references.addAll(Markup.referencesOf(prose.inlines()));
  }

  /** A run, and what its pictures say to those who cannot see them. */
  private void run(Role role, String kind, List<Inline> run) {
    texts.add(new AuthoredText(role, kind, run));
    if (!Markup.isPlain(run)) {
      Markup.eachInline(
          run,
          inline -> {
            if (inline instanceof Inline.Image image) {
              text(Role.PICTURE, "picture text", new Located<>(image.alt(), image.span()));
            }
          });
    }
  }

  private void body(String kind, List<Block> body) {
    Markup.eachBlock(
        body,
        block -> {
          if (block instanceof Block.Heading heading) {
            run(Role.HEADING, kind, heading.content());
          } else if (block instanceof Block.Paragraph paragraph) {
            run(Role.PARAGRAPH, kind, paragraph.content());
          } else if (block instanceof Block.Table table) {
            table.head().forEach(cell -> run(Role.CELL, kind, cell));
            table.rows().forEach(row -> row.forEach(cell -> run(Role.CELL, kind, cell)));
          } else if (block instanceof Block.ChartBlock it) {
            it.chart().runs().forEach(text -> run(Role.CHART, kind, text));
          } else if (block instanceof Block.ExcerptQuote quote) {
            texts.add(new AuthoredText(Role.QUOTE, kind, quote.words()));
          } else if (block instanceof Block.CodeBlock code) {
            texts.add(new AuthoredText(Role.CODE, kind, lines(code)));
          }
        });
    references.addAll(Markup.references(body));
  }

  private static List<Inline> lines(Block.CodeBlock code) {
    List<Inline> lines = new ArrayList<>();
    int line = code.span().line();
    for (String text : code.text().split("\n", -1)) {
      SourceSpan at = new SourceSpan(code.span().file(), line, 1, line, 1 + text.length());
      line++;
      lines.add(new Inline.Text(at, text));
      lines.add(new Inline.Break(at, true));
    }
    return List.copyOf(lines);
  }
}
