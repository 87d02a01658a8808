package dev.rebound.exchange;

import dev.rebound.source.Problems;
import java.util.Optional;

/** Holds a picture to what pictures of a course must be. */
@FunctionalInterface
public interface PictureCheck {
  /**
   * @return the picture as it may be kept; nothing when something is wrong, which is reported
   */
  Optional<byte[]> clean(String name, byte[] bytes, Problems problems);
}
