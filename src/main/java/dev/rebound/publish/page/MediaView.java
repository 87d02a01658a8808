package dev.rebound.publish.page;

import dev.rebound.course.Lesson;
import dev.rebound.course.Media;
import dev.rebound.source.Inline;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * A film or a recording in a lesson.
 *
 * @param id of its figure
 * @param film whether there is something to be seen in it
 * @param title what it shows
 * @param src its address
 * @param type {@code video/mp4}
 * @param format {@code MP4}
 * @param size {@code 3.2 MB}
 * @param captions the address of its captions, whole: a page opened from a folder may load no
 *     other; empty where there are none
 * @param still the address of the picture that stands for it; empty where there is none
 * @param transcript what is said and what happens
 * @param page the lesson's address on the site, for paper; empty where it is not known
 * @param offline whether the pages around it can be kept on a device, without it
 */
public record MediaView(
    String id,
    boolean film,
    String title,
    String src,
    String type,
    String format,
    String size,
    String captions,
    String still,
    Html transcript,
    String page,
    boolean offline) {
  private static final Map<String, String> TYPES =
      Map.of("mp4", "video/mp4", "webm", "video/webm", "mp3", "audio/mpeg", "m4a", "audio/mp4");

  /**
   * @param shown where it stands
   * @param id of its figure
   * @param transcript as this output shows it
   */
  static MediaView of(
      CourseContext in,
      Lesson lesson,
      Media media,
      Inline.Image shown,
      String id,
      Html transcript) {
    return new MediaView(
        id,
        media.isFilm(),
        shown.alt(),
        in.routes.image(media.path()),
        TYPES.getOrDefault(media.file().ending(), ""),
        media.file().ending().toUpperCase(Locale.ROOT),
        ByteSize.of(media.file().size(), in.course.language()),
        media.captions().map(MediaView::track).orElse(""),
        media.still().map(it -> in.routes.image(it.path())).orElse(""),
        transcript,
        in.content
            .settings()
            .address(in.course.id().value() + "/" + lesson.id().value() + ".html")
            .orElse(""),
        in.routes.areKept());
  }

  private static String track(String captions) {
    return "data:text/vtt;base64,"
        + Base64.getEncoder().encodeToString(captions.getBytes(StandardCharsets.UTF_8));
  }
}
