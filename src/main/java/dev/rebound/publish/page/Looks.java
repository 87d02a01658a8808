package dev.rebound.publish.page;

import dev.rebound.course.Course;
import dev.rebound.course.Settings;
import dev.rebound.publish.Artefact;
import java.util.List;
import java.util.Set;

/** The files that every page of an output shares: one style sheet, one script, one picture. */
public final class Looks {
  /**
   * Nothing from another host, nothing inline, nothing sent: what a page of ours needs and no more.
   */
  public static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri"
          + " 'none'; form-action 'none'";

  private Looks() {}

  /**
   * @param keepers the record keepers the output needs
   * @return {@code assets/rebound.css}, {@code assets/rebound.js} and {@code assets/icon.svg}
   */
  public static List<Artefact> files(Templates templates, Settings settings, Set<String> keepers) {
    Palette palette = Palette.of(settings.accent().value());
    return List.of(
        Artefact.text(
            "assets/icon.svg",
            templates.text("site/icon.svg").replace("#0b6e4f", settings.accent().value())),
        Artefact.text("assets/rebound.css", palette.css() + tidy(templates.text("site/site.css"))),
        Artefact.text("assets/rebound.js", PlayerScript.with(keepers)));
  }

  /** The style sheet {@code assets/scenario.css}, where a course has scenarios. */
  public static List<Artefact> ofScenarios(Templates templates, Course course) {
    return course.scenariosInOrder().isEmpty()
        ? List.of()
        : List.of(Artefact.text("assets/scenario.css", tidy(templates.text("site/scenario.css"))));
  }

  /** Leaves out comments and indentation. */
  private static String tidy(String css) {
    return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s+|\\s+$", "");
  }
}
