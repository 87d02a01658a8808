package dev.rebound.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What another program wrote is a picture, and no part of it is; what else is refused stands in
 * {@code bad/hostile-pixels}.
 */
class PixelReaderTest {
  @ParameterizedTest
  @CsvSource({
    "png, 1, false", "png, 2, true", "png, 5, true", "png, 10, false", "png, 11, true",
    "png, 12, false", "png, 13, true", "jpeg, 1, false", "jpeg, 10, true", "jpeg, 5, true"
  })
  void wholePicturesAreRead(String kind, int type, boolean progressive) throws IOException {
    byte[] picture = written(kind, type, progressive);
    assertThat(PixelReader.flaw(picture, kind)).isEmpty();
    for (int length = 0; length < picture.length; length++) {
      assertThat(PixelReader.flaw(Arrays.copyOf(picture, length), kind))
          .as("%s bytes of %s", length, picture.length)
          .isPresent();
    }
  }

  private static byte[] written(String kind, int type, boolean progressive) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(kind).next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    if (progressive) {
      how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var sink = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(sink);
      writer.write(null, new IIOImage(new BufferedImage(19, 7, type), null, null), how);
    }
    writer.dispose();
    return out.toByteArray();
  }
}
