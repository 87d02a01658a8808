package dev.rebound.publish.page;

import dev.rebound.course.Lesson;
import dev.rebound.publish.chart.ChartDrawing;
import dev.rebound.source.Chart;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Reference;
import dev.rebound.source.SourceSpan;
import java.util.Map;
import java.util.Optional;

/** A lesson's body: principles named in the margin, dialogues and questions in place. */
public class LessonRenderContext implements RenderContext {
  /** A principle that the text names or maps to. */
  @Fills({"<looks>/parts/mapping.ftlh", "<looks>/parts/note.ftlh"})
  record PrinciplePart(PrincipleView principle, String href, Map<String, String> words) {}

  /** A term where a lesson first names it. */
  @Fills("<looks>/parts/term.ftlh")
  record TermPart(TermView term, String href, Map<String, String> words) {}

  /** The credit line below a quotation. */
  @Fills("<looks>/parts/credit.ftlh")
  record CreditPart(QuoteView excerpt, String href, Map<String, String> words) {}

  /** A dialogue in a lesson. */
  @Fills("<looks>/parts/dialogue.ftlh")
  record DialoguePart(DialogueView dialogue, Map<String, String> words) {}

  /** A question in a lesson. */
  @Fills("<looks>/question/<type>.ftlh")
  record QuestionPart(QuestionView question, Map<String, String> words) {}

  /** A chart in a lesson or on a job aid. */
  @Fills("<looks>/parts/chart.ftlh")
  public record ChartPart(ChartView chart, Map<String, String> words) {}

  /** A film or a recording in a lesson. */
  @Fills("<looks>/parts/media.ftlh")
  record MediaPart(MediaView media, String language, Map<String, String> words) {}

  private final CourseContext in;
  private final Lesson lesson;

  public LessonRenderContext(CourseContext in, Lesson lesson) {
    this.in = in;
    this.lesson = lesson;
  }

  @Override
  public String field(Reference to, String words) {
    Located<String> value = in.content.settings().fields().get(to.id());
    return Html.escape(value == null ? words : value.value());
  }

  @Override
  public Optional<String> href(Reference to) {
    boolean taughtHere =
        to.kind().equals("principle")
            && lesson.teaches().stream().anyMatch(p -> p.value().equals(to.id()));
    return taughtHere
        ? Optional.of("#" + idPrefix() + PageIds.principle(to.id()))
        : in.links.href(to);
  }

  @Override
  public String mapping(Reference to) {
    return part("mapping", principle(to));
  }

  @Override
  public String note(Reference to) {
    return to.kind().equals("term")
        ? part(
            "term",
            in.content
                .term(to.id())
                .map(it -> TermView.of(it, termId(to.id()), in))
                .map(it -> new TermPart(it, address(to), in.words)))
        : part("note", principle(to));
  }

  @Override
  public String termId(String term) {
    return idPrefix() + PageIds.term(term);
  }

  @Override
  public String credit(Reference to) {
    return part(
        "credit", QuoteView.of(to.id(), in).map(it -> new CreditPart(it, address(to), in.words)));
  }

  @Override
  public String embed(Reference to) {
    return switch (to.kind()) {
      case "dialogue" ->
          part(
              "dialogue",
              in.content
                  .dialogue(to.id())
                  .map(
                      it ->
                          new DialoguePart(
                              DialogueView.of(in, it, idPrefix(), this::mentionId), in.words)));
      case "question" ->
          in.course
              .question(to.id())
              .map(q -> QuestionView.of(in, q, idPrefix() + PageIds.practice(q), Optional.empty()))
              .map(it -> in.templates.render(it.template(), new QuestionPart(it, in.words)))
              .orElse("");
      default -> "";
    };
  }

  @Override
  public String chart(Chart chart, int number) {
    ChartView view =
        ChartView.of(
            chart,
            idPrefix() + "chart--" + number,
            drawn(chart, ChartDrawing.NARROW),
            drawn(chart, ChartDrawing.WIDE));
    return part("chart", Optional.of(new ChartPart(view, in.words)));
  }

  /** On a screen the style sheet gives the colours; paper takes those of the drawing. */
  private Html drawn(Chart chart, ChartDrawing.Room room) {
    String svg = ChartDrawing.svg(chart, room);
    return new Html(
        in.routes.looks().equals("site")
            ? svg.replaceAll(" (?:fill|stroke)=\"#\\w{6}\"", "")
            : svg);
  }

  @Override
  public String media(Inline.Image shown) {
    return part(
        "media",
        in.course
            .media(shown.path())
            .map(
                media -> {
                  String id = idPrefix() + "media--" + media.file().name().replace('.', '-');
                  Html words = HtmlRenderer.body(media.transcript(), in.links.below(id)).html();
                  return new MediaPart(
                      MediaView.of(in, lesson, media, shown, id, words),
                      in.course.language(),
                      in.words);
                }));
  }

  @Override
  public String aside(Reference to) {
    return in.links.aside(to);
  }

  @Override
  public String image(String path) {
    return in.routes.image(path);
  }

  @Override
  public String place(SourceSpan span) {
    return in.routes.place(span);
  }

  @Override
  public String idPrefix() {
    return in.routes.prefix(lesson.id().value());
  }

  @Override
  public String word(String key) {
    return in.words.getOrDefault(key, "");
  }

  @Override
  public String tableLabel() {
    return in.words.getOrDefault("table", "Table");
  }

  private Optional<PrinciplePart> principle(Reference to) {
    return in.principle(to.id()).map(it -> new PrinciplePart(it, address(to), in.words));
  }

  /** Empty where this output has no such place. */
  private String address(Reference to) {
    return href(to).orElse("");
  }

  private String part(String template, Optional<? extends Record> data) {
    return data.map(
            it -> in.templates.render(in.routes.looks() + "/parts/" + template + ".ftlh", it))
        .orElse("");
  }
}
