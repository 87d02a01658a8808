package dev.rebound.publish.page;

import dev.rebound.course.QuestionTraits;
import dev.rebound.course.Settings;
import dev.rebound.publish.Artefact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that the pages of an output share: styles, scripts, one picture. */
public final class SiteAssets {
  /**
   * Nothing from another host, nothing inline, nothing sent: what a page of ours needs and no more.
   */
  public static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src"
          + " 'self' data:; base-uri 'none'; form-action 'none'";

  /**
   * The same for a package in a platform, which asks for a file of its own to learn whether its
   * host can be reached: some platforms say "stored" whatever happens.
   */
  public static final String PACKAGE_CSP = CSP + "; connect-src 'self'";

  /**
   * The same for a site, whose pages may keep themselves for when there is no network, and may ask
   * their own host: auditors of a page read {@code robots.txt} from inside it.
   */
  public static final String SITE_CSP = CSP + "; connect-src 'self'; worker-src 'self'";

  /** A text in quotes; a comment; a sign between blanks; a colon before blanks; blanks. */
  private static final Pattern CSS_TOKEN =
      Pattern.compile(
          "(\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+')"
              + "|\\s*/\\*.*?\\*/|\\s*([{};,>])\\s*|:\\s+|\\s+",
          Pattern.DOTALL);

  private SiteAssets() {}

  /**
   * What the one page of a package needs.
   *
   * @param keepers the record keepers the output needs
   * @param types the types of questions that are asked in it
   * @return {@code assets/rebound.css}, {@code assets/rebound.js} and {@code assets/icon.svg}
   */
  public static List<Artefact> packaged(
      Templates templates, Settings settings, Set<String> keepers, List<QuestionTraits> types) {
    return List.of(
        icon(templates, settings),
        Artefact.text(
            "assets/rebound.css",
            () ->
                read(templates, settings)
                    + style(templates, "questions")
                    + style(templates, "course")
                    + style(templates, "quiz")
                    + style(templates, "chart")),
        Artefact.text("assets/rebound.js", () -> PlayerScript.whole(keepers, types)));
  }

  /**
   * What the pages of a site need, cut so that a lesson loads nothing that only others use.
   *
   * @param types the types of questions that stand on a page
   */
  public static List<Artefact> site(
      Templates templates, Settings settings, List<QuestionTraits> types) {
    List<Artefact> files = new ArrayList<>();
    files.add(icon(templates, settings));
    files.add(Artefact.text("assets/rebound.css", () -> read(templates, settings)));
    files.add(Artefact.text("assets/course.css", () -> style(templates, "course")));
    files.add(Artefact.text("assets/questions.css", () -> style(templates, "questions")));
    files.add(Artefact.text("assets/quiz.css", () -> style(templates, "quiz")));
    files.add(Artefact.text("assets/chart.css", () -> style(templates, "chart")));
    files.add(ofScenarios(templates));
    files.add(Artefact.text("assets/scenario.js", () -> PlayerScript.scenario()));
    files.add(Artefact.text("assets/trace.css", () -> style(templates, "trace")));
    files.add(Artefact.text("assets/rebound.js", () -> PlayerScript.base()));
    files.add(Artefact.text("assets/player.js", () -> PlayerScript.page(Set.of("browser"))));
    files.add(Artefact.text("assets/questions.js", () -> PlayerScript.questions()));
    files.add(Artefact.text("assets/quiz.js", () -> PlayerScript.quiz()));
    if (PlayerScript.isMoving(types)) {
      files.add(Artefact.text("assets/moving.js", () -> PlayerScript.moving()));
    }
    types.forEach(
        type ->
            files.add(
                Artefact.text(
                    "assets/" + PlayerScript.fileOf(type), () -> PlayerScript.type(type))));
    for (String own : List.of("catalogue", "completion", "course", "practice", "search", "trace")) {
      files.add(Artefact.text("assets/page-" + own + ".js", () -> PlayerScript.file(own + ".js")));
    }
    return List.copyOf(files);
  }

  /** The style sheet of conversations, {@code assets/scenario.css}. */
  public static Artefact ofScenarios(Templates templates) {
    return Artefact.text("assets/scenario.css", () -> style(templates, "scenario"));
  }

  private static Artefact icon(Templates templates, Settings settings) {
    return Artefact.text(
        "assets/icon.svg",
        () ->
            settings
                .logo()
                .orElseGet(
                    () ->
                        templates
                            .text("site/icon.svg")
                            .replace("#0b6e4f", settings.accent().value())));
  }

  private static String palette(Settings settings) {
    return Palette.of(settings.accent().value()).css();
  }

  private static String style(Templates templates, String name) {
    return tidy(templates.text("site/" + name + ".css"));
  }

  /** What every page has, and a lesson alone: one file, because most pages are lessons. */
  private static String read(Templates templates, Settings settings) {
    return palette(settings) + style(templates, "site") + style(templates, "lesson");
  }

  /** Leaves out comments, and blanks where CSS needs none; a text in quotes stays as it is. */
  static String tidy(String css) {
    return CSS_TOKEN.matcher(css.strip()).replaceAll(SiteAssets::tidied).replace(";}", "}");
  }

  private static String tidied(MatchResult token) {
    String kept = token.group(1) != null ? token.group(1) : token.group(2);
    if (kept == null) {
      kept =
          token.group().stripLeading().startsWith("/*")
              ? ""
              : token.group().startsWith(":") ? ":" : " ";
    }
    return Matcher.quoteReplacement(kept);
  }
}
