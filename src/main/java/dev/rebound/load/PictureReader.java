package dev.rebound.load;

import dev.rebound.source.Located;
import dev.rebound.source.Problems;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The one reader of pictures, of a course and of the logo: what it returns is what the site, the
 * packages and print all use.
 */
final class PictureReader {
  /** What a picture's name ends in. */
  static final List<String> ENDINGS = List.of(".svg", ".png", ".jpg", ".jpeg", ".webp");

  private PictureReader() {}

  /**
   * A picture.
   *
   * @param bytes as they are published
   * @param texts what is written in a drawing
   */
  record Picture(byte[] bytes, List<Located<String>> texts) {}

  /** The picture as it is published; nothing when something is wrong with it, which is reported. */
  static Optional<Picture> read(ContentFolder folder, Path path, byte[] bytes, Problems problems) {
    String name = path.getFileName().toString();
    if (name.endsWith(".svg")) {
      return drawing(folder, path, bytes, problems)
          .map(it -> new Picture(it.svg().getBytes(StandardCharsets.UTF_8), it.texts()));
    }
    String kind = name.endsWith(".png") ? "png" : name.endsWith(".webp") ? "webp" : "jpeg";
    Optional<Flaw> flaw = PixelReader.flaw(bytes, kind);
    flaw.ifPresent(
        it -> problems.syntax(SourceSpan.wholeFile(folder.nameOf(path)), it.message(), it.hint()));
    return flaw.isEmpty() ? Optional.of(new Picture(bytes, List.of())) : Optional.empty();
  }

  /** An SVG picture as it is published. */
  static Optional<DrawingReader.Drawing> drawing(
      ContentFolder folder, Path path, byte[] svg, Problems problems) {
    SourceSpan whole = SourceSpan.wholeFile(folder.nameOf(path));
    if (svg.length > 1 && svg[0] == 0x1F && svg[1] == (byte) 0x8B) {
      problems.syntax(
          whole, "is compressed (SVGZ).", "Save it as plain SVG; packages are compressed anyway.");
      return Optional.empty();
    }
    String kind = PixelReader.kind(svg);
    if (!kind.isEmpty()) {
      problems.syntax(
          whole,
          "is no SVG picture: it is made of pixels.",
          kind.equals("gif")
              ? "Save it as PNG."
              : "Give it the ending of what it is, ."
                  + (kind.equals("jpeg") ? "jpg" : kind)
                  + ", there and where it is shown.");
      return Optional.empty();
    }
    Optional<SourceFile> file = folder.decode(path, svg, problems);
    return file.flatMap(text -> DrawingReader.read(text, problems));
  }
}
