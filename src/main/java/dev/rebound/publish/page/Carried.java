package dev.rebound.publish.page;

import dev.rebound.course.Attachment;
import dev.rebound.course.Course;
import dev.rebound.course.Media;
import dev.rebound.publish.Artefact;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a site and a package carry as it is: films, recordings, and files to take along. */
public final class Carried {
  private Carried() {}

  /** With their paths in the course's folder. */
  public static List<Artefact> of(Course course) {
    List<Artefact> files = new ArrayList<>();
    Set<String> stills = new HashSet<>();
    for (Media media : course.mediaFiles()) {
      files.add(copy(media.file()));
      media
          .still()
          .filter(it -> stills.add(it.path()))
          .ifPresent(it -> files.add(Artefact.of(it.path(), it.bytes())));
    }
    course.takeaways().forEach(it -> files.add(copy(it)));
    return files;
  }

  private static Artefact copy(Attachment file) {
    return Artefact.of(file.path(), out -> Files.copy(file.file(), out));
  }
}
