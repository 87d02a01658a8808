package dev.rebound.publish.site;

import java.util.List;

/**
 * A claim of the accessibility statement. It stands only as long as tests hold it: a test looks for
 * each of them by its name.
 *
 * @param name its words are {@code accessibility-<name>}
 * @param criteria those of WCAG 2.2 that it is about
 * @param tests each as {@code package.Class#method}, below {@code dev.rebound}; none where nobody
 *     has checked
 */
record AccessibilityClaim(String name, List<String> criteria, List<String> tests) {
  private static final String PAGES =
      "publish.site.SitePagesTest#opensFromDiskWithoutAnyoneElseAndIsAccessible";

  static final List<AccessibilityClaim> ALL =
      List.of(
          new AccessibilityClaim(
              "keyboard",
              List.of("2.1.1", "2.1.2", "2.4.3"),
              List.of(
                  "publish.site.QuestionTypesTest#theOthersByKeyboardAlone",
                  "publish.site.QuestionTypesTest#matchingByKeyboard",
                  "publish.site.QuestionTypesTest#orderByKeyboard",
                  "publish.site.QuestionTypesTest#phrasesAreMarkedByKeyboard",
                  "publish.site.QuestionTypesTest#aPlaceIsFoundOnThePictureAndInTheListBelowIt",
                  "publish.site.ScenarioOnSiteTest#withTheKeyboardAloneAWrongReplyIsSeenAndTakenBack",
                  "publish.site.SearchTest#aSectionIsFoundByAWordOfItAndReachedByKeyboard")),
          new AccessibilityClaim(
              "rules",
              List.of("1.1.1", "1.3.1", "2.4.1", "2.4.2", "3.1.1", "3.3.2", "4.1.2"),
              List.of(PAGES, "publish.site.SitePagesTest#isValidHtml")),
          new AccessibilityClaim(
              "contrast",
              List.of("1.4.3"),
              List.of(PAGES, "publish.page.PaletteTest#aPaleAccentIsDarkenedAndADarkOneLightened")),
          new AccessibilityClaim("reflow", List.of("1.4.4", "1.4.10"), List.of(PAGES)),
          new AccessibilityClaim(
              "touch",
              List.of("2.5.1", "2.5.7"),
              List.of(
                  "publish.site.QuestionTypesTest#byFingerAt360Pixels",
                  "publish.site.QuestionTypesTest#theOthersByFingerAt360Pixels")),
          new AccessibilityClaim(
              "language",
              List.of("1.3.2", "3.1.2"),
              List.of("publish.site.RightToLeftTest#theCourseIsMirroredAndItsEnglishIsMarked")),
          new AccessibilityClaim(
              "pdf", List.of(), List.of("publish.print.SamplePdfsTest#conformsToPdfUaAndPdfA")),
          new AccessibilityClaim("readers", List.of("1.3.1", "4.1.2", "4.1.3"), List.of()),
          new AccessibilityClaim("voice", List.of("2.5.3"), List.of()),
          new AccessibilityClaim("spacing", List.of("1.4.12"), List.of()),
          new AccessibilityClaim("targets", List.of("2.4.11", "2.5.8"), List.of()),
          new AccessibilityClaim("words", List.of("1.1.1", "2.4.6", "3.1.5"), List.of()));

  /** Whether a test holds it. */
  boolean held() {
    return !tests.isEmpty();
  }
}
