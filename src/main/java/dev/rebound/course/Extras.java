package dev.rebound.course;

import java.util.List;

/**
 * What a course has beside its texts.
 *
 * @param images {@code images/}
 * @param media {@code media/}
 * @param files {@code files/}: what learners may take along
 */
public record Extras(List<Course.Image> images, List<Media> media, List<Attachment> files) {
  /** None. */
  public static final Extras NONE = new Extras(List.of(), List.of(), List.of());

  public Extras {
    images = List.copyOf(images);
    media = List.copyOf(media);
    files = List.copyOf(files);
  }
}
