package dev.rebound.publish.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.rebound.Courses;
import dev.rebound.check.CheckedContent;
import dev.rebound.check.Unchecked;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.page.Axe;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Pages;
import dev.rebound.publish.page.Sample;
import dev.rebound.publish.scorm12.Scorm12Publisher;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lesson with a film, a recording, a file to take along and footnotes, {@code courses/media}. */
@Tag("browser")
class MediaTest {
  private static final String FILM = "courses/harbour/media/fog.mp4";

  @TempDir Path folder;

  private CheckedContent content() {
    return Unchecked.content(
        Courses.load(Courses.lay(folder.resolve("workspace"), Courses.ROOT.resolve("media"))));
  }

  private List<Artefact> site() {
    return new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of())
        .artefacts(content());
  }

  @Test
  void playsWhereNoServerIsAndShowsCaptionsNotesAndTheTranscript() throws IOException {
    List<Artefact> site = site();
    assertThat(Pages.wrongIds(site)).isEmpty();
    Sample.write(site, folder.resolve("site"));
    try (Chromium chromium = new Chromium();
        BrowserContext context = chromium.browser().newContext()) {
      Page page = context.newPage();
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.navigate(folder.resolve("site/harbour/fog.html").toUri().toString());
      assertThat(page.locator("video"))
          .hasAttribute("aria-label", "Two people repeat an order in fog");
      // Captions stand in the page: from a folder a browser would load no file of them.
      page.waitForFunction(
          "() => (document.querySelector('video').textTracks[0].cues || []).length === 2");
      assertThat(page.evaluate("document.querySelector('video').textTracks[0].mode"))
          .isEqualTo("showing");
      assertThat(
              page.evaluate("[...document.querySelectorAll('video, audio')].map(m => m.autoplay)"))
          .isEqualTo(List.of(false, false));
      page.locator("#media--fog-mp4 summary").press("Enter");
      assertThat(page.locator("#media--fog-mp4 .transcript")).containsText("stand on a quay");
      assertThat(page.locator("a.to-file + small")).hasText("(PDF, 1\u00a0kB)");
      assertThat(page.locator(".footnotes li")).hasCount(2);
      page.locator("sup.note-mark a").first().press("Enter");
      assertThat(page.locator("#fn--1:target")).hasCount(1);
      page.locator("#fn--1 .back").press("Enter");
      assertThat(page.locator("#fnref--1:target")).hasCount(1);
      assertThat(Axe.violations(page.mainFrame())).isEmpty();
      assertThat(complaints).isEmpty();
    }
  }

  @Test
  void isCarriedByAPackageAndLeftOutOfWhatIsKeptOffline() throws IOException {
    List<String> names = new ArrayList<>();
    Artefact zip =
        new Scorm12Publisher(Sample.templates(), Sample.words())
            .artefacts(content()).stream()
                .filter(it -> it.path().endsWith(".zip"))
                .findFirst()
                .orElseThrow();
    String manifest = "";
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
        if (entry.getName().equals("imsmanifest.xml")) {
          manifest = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    List<String> carried =
        List.of("files/checklist.pdf", "media/fog.jpg", "media/fog.mp4", "media/horn.mp3");
    assertThat(names).containsAll(carried);
    assertThat(manifest).contains(carried);
    List<Artefact> site = site();
    assertThat(site.stream().map(Artefact::path)).contains("harbour/media/fog.mp4");
    String worker = text(site, "sw.js");
    assertThat(worker)
        .contains("harbour/fog.html")
        .doesNotContain("fog.mp4", "horn.mp3", "checklist");
    assertThat(text(site, "harbour/fog.html")).contains("Not in the copy that is kept");
  }

  @Test
  void readsOnlyTheBeginningOfAFilmAndCopiesAllOfIt() throws IOException {
    Path film = Courses.ROOT.resolve("media/content").resolve(FILM);
    List<Artefact> site = site();
    Artefact copy =
        site.stream().filter(it -> it.path().endsWith("fog.mp4")).findFirst().orElseThrow();
    assertThat(copy.bytes()).isEqualTo(Files.readAllBytes(film));
  }

  private static String text(List<Artefact> site, String path) {
    return new String(
        site.stream().filter(it -> it.path().equals(path)).findFirst().orElseThrow().bytes(),
        StandardCharsets.UTF_8);
  }
}
