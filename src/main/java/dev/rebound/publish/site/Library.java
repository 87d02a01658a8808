package dev.rebound.publish.site;

import dev.rebound.publish.Artefact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** lunr, the search index that runs in the reader's browser, and its licence. */
final class Library {
  private static final String HOME = "/META-INF/resources/webjars/lunr/2.3.9/";

  private Library() {}

  static List<Artefact> files() {
    return List.of(
        Artefact.of("assets/lunr.js", out -> out.write(read("lunr.min.js"))),
        Artefact.of("assets/lunr-licence.txt", out -> out.write(read("LICENSE"))));
  }

  private static byte[] read(String name) {
    try (InputStream in = Library.class.getResourceAsStream(HOME + name)) {
      if (in == null) {
        throw new IllegalStateException("the search library lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
