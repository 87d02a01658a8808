package dev.rebound.serve;

import dev.rebound.check.Report;
import dev.rebound.course.Content;
import dev.rebound.load.ContentLoader;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Publisher;
import dev.rebound.source.Lazy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the folders held at one moment. Its pages are made when somebody looks at them.
 *
 * @param version counts what has been read
 * @param looks counts how often templates or settings have changed
 * @param reading the content without its drafts, and its parts
 * @param pages every file of the site by its path
 */
record Snapshot(
    long version, long looks, ContentLoader.Reading reading, Lazy<Map<String, Artefact>> pages) {
  static Snapshot of(long version, long looks, ContentLoader.Reading reading, Publisher site) {
    return new Snapshot(
        version,
        looks,
        reading,
        new Lazy<>(
            () -> {
              Map<String, Artefact> pages = new HashMap<>();
              site.artefacts(reading.content().withDrafts(), new Report(List.of(), List.of()))
                  .forEach(it -> pages.put(it.path(), it));
              // Whoever looks at a draft needs no copy of it that outlives the network.
              pages.remove("sw.js");
              return pages;
            }));
  }

  Optional<Artefact> page(String path) {
    return Optional.ofNullable(pages.get().get(path));
  }

  Content content() {
    return reading.content();
  }
}
