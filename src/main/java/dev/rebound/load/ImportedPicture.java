package dev.rebound.load;

import dev.rebound.source.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Holds a picture that comes from elsewhere to what pictures of a course must be. */
public final class ImportedPicture {
  private ImportedPicture() {}

  /**
   * @param folder the workspace's {@code content/}
   * @param name its file name, whose ending says what it is
   * @return the picture as it may be kept, a drawing written anew; nothing when something is wrong
   *     with it, which is reported
   */
  public static Optional<byte[]> clean(Path folder, String name, byte[] bytes, Problems problems) {
    try {
      ContentFolder content = new ContentFolder(folder, "");
      if (bytes.length == 0 || bytes.length > ContentFolder.MAX_PICTURE) {
        problems.syntax(
            dev.rebound.source.SourceSpan.wholeFile(name), "is empty, or larger than 10 MiB.", "");
        return Optional.empty();
      }
      return PictureReader.read(content, content.resolve(name), bytes, problems)
          .map(PictureReader.Picture::bytes);
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
