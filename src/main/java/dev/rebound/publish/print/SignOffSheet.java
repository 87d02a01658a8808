package dev.rebound.publish.print;

import dev.rebound.check.ReviewLock;
import dev.rebound.check.ReviewSheet;
import dev.rebound.check.Reviewed;
import dev.rebound.check.Revision;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Settings;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.page.Credit;
import dev.rebound.publish.page.Fills;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.HtmlRenderer;
import dev.rebound.publish.page.Palette;
import dev.rebound.publish.page.RenderContext;
import dev.rebound.publish.page.SheetScript;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Fields.Inlined;
import dev.rebound.source.Json;
import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import java.util.ArrayList;
import java.util.Comparator;
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
  private static final RenderContext PAPER = new RenderContext() {};

  /** As print/signoff.css has it. */
  private static final double SIDE = 17;

  private final Templates templates;
  private final UiMessages words;

  /** The sign-off sheet as a PDF. */
  @Fills("print/signoff.ftlh")
  record OnPaper(@Inlined PaperFrame frame, @Inlined ToSign toSign, Page page) {}

  /**
   * Lengths on the sign-off sheet's pages, in millimetres.
   *
   * @param rule what the boxes and their words leave of a line
   */
  record Page(String width, String height, String rule) {}

  /**
   * The sign-off sheet as a page of HTML.
   *
   * @param head the first line of the file that it is sent back as, as JSON
   * @param css the page's style sheet
   */
  @Fills("review/sheet.ftlh")
  record OnScreen(
      @Inlined ToSign toSign,
      String language,
      String direction,
      Map<String, String> words,
      String publisher,
      String edition,
      String version,
      String head,
      SheetScript script,
      Html css) {}

  /**
   * What there is to sign.
   *
   * @param count how many questions that is
   * @param left how many are left out, because nothing has changed since they were reviewed
   * @param principles all that the questions map to, each once
   */
  record ToSign(List<Bank> banks, int count, int left, List<Basis> principles) {}

  /**
   * A question bank.
   *
   * @param course the title of its course
   */
  record Bank(String id, String course, String title, List<Asked> questions) {}

  /**
   * A question to sign.
   *
   * @param level {@code remember}, {@code understand}, {@code apply} or {@code analyse}
   * @param reviewed the date of the last review; empty where there was none
   * @param changed what has changed since then
   * @param principles those that its answers map to
   * @param cells what its line in the file begins with that the sheet is sent back as, as JSON
   */
  record Asked(
      String key,
      String cells,
      String level,
      Html stem,
      String reviewed,
      String changed,
      List<Answer> answers,
      List<Basis> principles) {}

  /**
   * An answer to sign.
   *
   * @param target what it belongs to in the right response
   * @param applies whether it applies its principle or breaks it
   * @param principle its principle's id; empty where it maps to none
   * @param why its feedback
   */
  record Answer(
      Html text,
      Optional<Html> target,
      boolean right,
      boolean applies,
      String principle,
      Optional<Html> why) {}

  /**
   * A principle and what it rests on.
   *
   * @param cites whom it cites and where, without their words
   */
  record Basis(
      String id,
      Html says,
      String stance,
      Optional<Html> evidence,
      List<Quote> quotes,
      List<String> cites) {}

  /** Words of a source. */
  record Quote(String text, String credit) {}

  public SignOffSheet(Templates templates, UiMessages words) {
    this.templates = templates;
    this.words = words;
  }

  /**
   * A PDF on the paper that {@code rebound.yaml} names.
   *
   * @throws PrintFailure when a question has a character that no font of ours has
   */
  public byte[] pdf(Content content) {
    Settings settings = content.settings();
    Stock.Paper paper = Stock.Paper.named(settings.page().value());
    OnPaper sheet =
        new OnPaper(
            PaperFrame.of(settings, settings.language(), words, templates, "document", "signoff"),
            toSign(content),
            new Page(
                Lengths.mm(paper.width),
                Lengths.mm(paper.height),
                Lengths.mm(paper.width - 2 * SIDE - 53)));
    return new PdfEngine(KeptResults.NONE)
        .print(templates.render("print/signoff.ftlh", sheet), Imprint.of(settings));
  }

  /** One page of HTML, whatever the script: a browser has fonts that we have not. */
  public String html(Content content) {
    Settings settings = content.settings();
    return templates.render(
        "review/sheet.ftlh",
        new OnScreen(
            toSign(content),
            settings.language(),
            UiMessages.direction(settings.language()),
            words.of(settings.language()),
            settings.publisher().value(),
            settings.edition().value(),
            settings.version().value(),
            Json.write(ReviewSheet.HEAD),
            SheetScript.read(),
            new Html(
                Palette.of(settings.accent().value()).css() + templates.text("review/sheet.css"))));
  }

  private static ToSign toSign(Content content) {
    List<Bank> banks = new ArrayList<>();
    int left = 0;
    int questions = 0;
    for (Course course : content.courses()) {
      for (QuestionBank bank : course.banksInOrder()) {
        List<Asked> open = new ArrayList<>();
        for (Question question : bank.questions()) {
          Reviewed reviewed = Reviewed.of(course, question, content);
          if (reviewed.state() == Reviewed.State.CURRENT) {
            left++;
          } else {
            open.add(asked(course, question, reviewed, content));
          }
        }
        questions += open.size();
        if (!open.isEmpty()) {
          banks.add(
              new Bank(
                  course.id() + "--" + bank.id(),
                  course.title().value(),
                  bank.title().value(),
                  open));
        }
      }
    }
    List<Basis> principles =
        banks.stream()
            .flatMap(bank -> bank.questions().stream())
            .flatMap(question -> question.principles().stream())
            .distinct()
            .sorted(Comparator.comparing(Basis::id))
            .toList();
    return new ToSign(banks, questions, left, principles);
  }

  private static Asked asked(Course course, Question question, Reviewed reviewed, Content content) {
    return new Asked(
        question.key(),
        Json.write(List.of(ReviewLock.key(course, question), ReviewSheet.seen(question, content))),
        question.level().word(),
        html(question.stem()),
        reviewed.date(),
        Revision.words(reviewed.changed()),
        question.answers().stream()
            .map(
                answer ->
                    new Answer(
                        html(answer.text()),
                        question.target(answer).map(SignOffSheet::html),
                        answer.right(),
                        answer.applies().isPresent(),
                        answer.principle().map(Located::value).orElse(""),
                        answer.feedback().map(SignOffSheet::html)))
            .toList(),
        Revision.principles(question).stream()
            .flatMap(id -> content.principle(id).stream())
            .map(principle -> basis(principle, content))
            .toList());
  }

  private static Basis basis(Principle principle, Content content) {
    return new Basis(
        principle.id().value(),
        html(principle.says()),
        principle.stance().word(),
        principle.evidence().map(SignOffSheet::html),
        principle.excerpts().stream()
            .flatMap(key -> content.excerpt(key.value()).stream())
            .flatMap(
                excerpt ->
                    content.source(excerpt.source()).stream()
                        .map(it -> new Quote(excerpt.text().value(), Credit.of(it, excerpt))))
            .toList(),
        principle.cites().stream()
            .flatMap(
                cite ->
                    content.source(cite.source().value()).stream()
                        .map(source -> Credit.of(source) + ", ¶" + cite.paragraph()))
            .toList());
  }

  private static Html html(Prose prose) {
    return HtmlRenderer.run(prose.inlines(), PAPER);
  }
}
