package dev.rebound.publish.pilot;

import dev.rebound.check.pilot.PilotItem;
import dev.rebound.check.pilot.PilotSheet;
import dev.rebound.course.Content;
import dev.rebound.course.Settings;
import dev.rebound.publish.page.Fills;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.HtmlRenderer;
import dev.rebound.publish.page.Palette;
import dev.rebound.publish.page.RenderContext;
import dev.rebound.publish.page.SheetScript;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Json;
import dev.rebound.source.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The questions of a pilot as one file of HTML: to tick on a screen and send back as a file, or to
 * print. It holds no key.
 */
public final class PilotPage {
  private static final RenderContext PAPER = new RenderContext() {};

  private final Templates templates;
  private final UiMessages words;

  /**
   * The sheet of a pilot.
   *
   * @param title the title of the quiz or course
   * @param file the name of the file that answers are saved in, without its ending
   * @param head the first line of that file, as JSON
   * @param css the page's style sheet
   */
  @Fills("pilot/sheet.ftlh")
  record Sheet(
      String title,
      List<Asked> questions,
      String file,
      String head,
      String language,
      String direction,
      Map<String, String> words,
      String publisher,
      Html css,
      SheetScript script) {}

  /**
   * A question of a pilot.
   *
   * @param number its place, from 1
   * @param stem what is asked; empty where only options are shown
   * @param several whether several options may be ticked
   * @param cells what its line in the file of answers begins with, as JSON
   */
  record Asked(int number, Html stem, boolean several, List<Option> options, String cells) {}

  /**
   * An option of a question of a pilot.
   *
   * @param letter {@code A}, {@code B} …
   */
  record Option(String letter, Html text) {}

  public PilotPage(Templates templates, UiMessages words) {
    this.templates = templates;
    this.words = words;
  }

  /**
   * @param file the name of the file that answers are saved in, without its ending
   * @param optionsOnly whether what is asked is left out
   */
  public String html(Content content, PilotSheet sheet, String file, boolean optionsOnly) {
    Settings settings = content.settings();
    String language =
        sheet.items().isEmpty() ? settings.language() : sheet.items().get(0).course().language();
    List<Asked> questions = new ArrayList<>();
    for (PilotItem item : sheet.items()) {
      questions.add(asked(item, questions.size() + 1, optionsOnly));
    }
    return templates.render(
        "pilot/sheet.ftlh",
        new Sheet(
            sheet.title(),
            questions,
            file,
            Json.write(List.of("person", "item", "check", "answer")),
            language,
            UiMessages.direction(language),
            words.of(language),
            settings.publisher().value(),
            new Html(
                Palette.of(settings.accent().value()).css() + templates.text("pilot/sheet.css")),
            SheetScript.read()));
  }

  private static Asked asked(PilotItem item, int number, boolean optionsOnly) {
    List<Option> options = new ArrayList<>();
    item.options()
        .forEach(
            answer ->
                options.add(new Option(PilotItem.letter(options.size()), html(answer.text()))));
    return new Asked(
        number,
        optionsOnly ? new Html("") : stem(item),
        item.several(),
        options,
        Json.write(List.of(item.code(), item.check())));
  }

  /** A sheet is one file: what a picture shows is told in words. */
  private static Html stem(PilotItem item) {
    return new Html(
        html(item.question().stem())
            + item.question()
                .picture()
                .map(picture -> " " + Html.escape("[" + picture.plain() + "]"))
                .orElse(""));
  }

  private static Html html(Prose prose) {
    return HtmlRenderer.run(prose.inlines(), PAPER);
  }
}
