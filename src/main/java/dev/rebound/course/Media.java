package dev.rebound.course;

import dev.rebound.source.Block;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A film or a recording, {@code media/counter.mp4}, and what stands beside it under the same name.
 *
 * @param captions {@code counter.vtt}, as WebVTT; empty where there is none that can be read
 * @param transcript {@code counter.md}
 * @param still {@code counter.jpg} or {@code counter.png}, shown until it plays, and on paper
 */
public record Media(
    Attachment file,
    Optional<String> captions,
    List<Block> transcript,
    Optional<Course.Image> still) {
  private static final Set<String> FILMS = Set.of("mp4", "webm");

  public Media {
    transcript = List.copyOf(transcript);
  }

  public String path() {
    return file.path();
  }

  /** {@code counter} */
  public String id() {
    return file.name().substring(0, file.name().lastIndexOf('.'));
  }

  /** Whether there is something to be seen in it. */
  public boolean isFilm() {
    return FILMS.contains(file.ending());
  }
}
