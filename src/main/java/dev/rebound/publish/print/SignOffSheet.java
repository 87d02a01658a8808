package dev.rebound.publish.print;

import dev.rebound.check.Reviewed;
import dev.rebound.check.Revision;
import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Source;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.page.Credit;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.HtmlRenderer;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Palette;
import dev.rebound.publish.page.Surroundings;
import dev.rebound.publish.page.Templates;
import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a subject-matter expert reads and signs: each question with its key, why each answer is
 * right or wrong, the principles and excerpts it rests on, and a box to sign. What was reviewed and
 * has not changed is left out. Each quiz begins on a page of its own, for whoever knows its
 * subject.
 */
public final class SignOffSheet {
  private static final Surroundings PAPER = new Surroundings() {};

  /** As print/signoff.css has it. */
  private static final double SIDE = 17;

  private final Templates templates;
  private final PageWords words;

  public SignOffSheet(Templates templates, PageWords words) {
    this.templates = templates;
    this.words = words;
  }

  /**
   * A PDF on the paper that {@code rebound.yaml} names.
   *
   * @throws PrintFailure when a question has a character that no font of ours has
   */
  public byte[] pdf(Content content) {
    Imprint imprint = Imprint.of(content.settings());
    Stock.Paper paper = Stock.Paper.named(content.settings().page().value());
    Map<String, Object> data = data(content);
    data.putAll(imprint.data());
    data.put(
        "page",
        Map.of(
            "width", Lengths.mm(paper.width),
            "height", Lengths.mm(paper.height),
            // What the boxes and their words leave of a line.
            "rule", Lengths.mm(paper.width - 2 * SIDE - 53)));
    data.put(
        "css",
        new Html(templates.text("print/document.css") + templates.text("print/signoff.css")));
    return new PdfEngine(KeptResults.NONE)
        .print(templates.render("print/signoff.ftlh", data), imprint);
  }

  /** One page of HTML, whatever the script: a browser has fonts that we have not. */
  public String html(Content content) {
    Map<String, Object> data = data(content);
    data.put(
        "css",
        new Html(
            Palette.of(content.settings().accent().value()).css()
                + templates.text("review/sheet.css")));
    return templates.render("review/sheet.ftlh", data);
  }

  private Map<String, Object> data(Content content) {
    String language = content.settings().language();
    List<Map<String, Object>> banks = new ArrayList<>();
    int left = 0;
    int questions = 0;
    for (Course course : content.courses()) {
      for (QuestionBank bank : course.banksInOrder()) {
        List<Map<String, Object>> open = new ArrayList<>();
        for (Question question : bank.questions()) {
          Reviewed reviewed = Reviewed.of(course, question, content);
          if (reviewed.state() == Reviewed.State.CURRENT) {
            left++;
          } else {
            open.add(question(question, reviewed, content));
          }
        }
        questions += open.size();
        if (!open.isEmpty()) {
          banks.add(
              Map.of(
                  "id",
                  course.id().value() + "--" + bank.id().value(),
                  "course",
                  course.title().value(),
                  "title",
                  bank.title().value(),
                  "questions",
                  open));
        }
      }
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("language", language);
    data.put("direction", PageWords.direction(language));
    data.put("words", words.of(language));
    data.put("publisher", content.settings().publisher().value());
    data.put("edition", content.settings().edition().value());
    data.put("version", content.settings().version().value());
    data.put("banks", banks);
    data.put("count", questions);
    data.put("left", left);
    return data;
  }

  private static Map<String, Object> question(
      Question question, Reviewed reviewed, Content content) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("key", question.key());
    model.put("level", question.level().word());
    model.put("stem", html(question.stem()));
    model.put("reviewed", reviewed.date());
    model.put("changed", Revision.words(reviewed.changed()));
    List<Map<String, Object>> answers = new ArrayList<>();
    for (Answer answer : question.answers()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("text", html(answer.text()));
      question.target(answer).ifPresent(target -> one.put("target", html(target)));
      one.put("right", answer.right());
      one.put("applies", answer.applies().isPresent());
      one.put("principle", answer.principle().map(Located::value).orElse(""));
      answer.feedback().ifPresent(why -> one.put("why", html(why)));
      answers.add(one);
    }
    model.put("answers", answers);
    model.put(
        "principles",
        Revision.principles(question).stream()
            .flatMap(id -> content.principle(id).stream())
            .map(principle -> principle(principle, content))
            .toList());
    return model;
  }

  private static Map<String, Object> principle(Principle principle, Content content) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", principle.id().value());
    model.put("says", html(principle.says()));
    model.put("stance", principle.stance().word());
    principle.evidence().ifPresent(evidence -> model.put("evidence", html(evidence)));
    List<Map<String, Object>> quotes = new ArrayList<>();
    for (Located<String> key : principle.excerpts()) {
      Optional<Excerpt> excerpt = content.excerpt(key.value());
      Optional<Source> source = excerpt.flatMap(e -> content.source(e.source()));
      if (excerpt.isPresent() && source.isPresent()) {
        quotes.add(
            Map.of(
                "text", excerpt.get().text().value(),
                "credit", Credit.of(source.get(), excerpt.get())));
      }
    }
    model.put("quotes", quotes);
    List<String> cites = new ArrayList<>();
    for (Principle.Citation cite : principle.cites()) {
      content
          .source(cite.source().value())
          .ifPresent(source -> cites.add(Credit.of(source) + ", ¶" + cite.paragraph()));
    }
    model.put("cites", cites);
    return model;
  }

  private static Html html(Prose prose) {
    return HtmlRenderer.run(prose.inlines(), PAPER);
  }
}
