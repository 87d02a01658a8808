package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.check.Unchecked;
import dev.rebound.course.Content;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.page.Pages;
import dev.rebound.publish.page.Templates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headings may be called like anything of ours, and like each other. */
class PageIdsTest {
  @TempDir private Path temp;

  @Test
  void noTwoThingsOnAPageAreCalledTheSame() throws IOException {
    Content content = Courses.load(Courses.lay(temp, Courses.ROOT.resolve("ids")));
    assertThat(content.problems()).isEmpty();
    Templates templates = new Templates(Optional.empty());
    List<Artefact> artefacts = new ArrayList<>();
    for (Publisher publisher :
        Catalog.publishers(
            Set.of("site", "scorm12"),
            templates,
            Interface.words(templates),
            Map.of(),
            KeptResults.NONE)) {
      artefacts.addAll(publisher.artefacts(Unchecked.content(content)));
    }
    assertThat(Pages.wrongIds(artefacts)).isEmpty();
  }
}
