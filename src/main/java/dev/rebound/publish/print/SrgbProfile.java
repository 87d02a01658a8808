package dev.rebound.publish.print;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The ICC profile that says what our RGB means, which PDF/A asks for (ISO 19005-3, 6.2.3). Computed
 * from IEC 61966-2-1, so that it is the same bytes with every JDK and nobody else's file.
 */
final class SrgbProfile {
  private static final int STEPS = 1024;

  private SrgbProfile() {}

  /** A version 2.1 matrix profile (ICC.1:1998-09). */
  static byte[] bytes() {
    byte[][] tags = {
      description("sRGB IEC61966-2.1"),
      text("No copyright, use freely"),
      // The white point and the primaries, adapted to D50 as every profile's are.
      xyz(.9642, 1, .8249),
      xyz(.4360747, .2225045, .0139322),
      xyz(.3850649, .7168786, .0971045),
      xyz(.1430804, .0606169, .7141733),
      curve()
    };
    String[] names = {"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
    int at = 128 + 4 + 12 * names.length;
    int size = at + Arrays.stream(tags).mapToInt(tag -> tag.length).sum();
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putInt(size).putInt(0).putInt(0x02100000).put(ascii("mntrRGB XYZ "));
    out.putShort((short) 2000).putShort((short) 1).putShort((short) 1).position(36);
    out.put(ascii("acsp")).position(68);
    out.putInt(0xF6D6).putInt(0x10000).putInt(0xD32D).position(128);
    out.putInt(names.length);
    for (int i = 0; i < names.length; i++) {
      // The three channels share one curve.
      byte[] tag = tags[Math.min(i, tags.length - 1)];
      out.put(ascii(names[i])).putInt(at).putInt(tag.length);
      at += i < tags.length - 1 ? tag.length : 0;
    }
    for (byte[] tag : tags) {
      out.put(tag);
    }
    return out.array();
  }

  private static byte[] curve() {
    ByteBuffer out = ByteBuffer.allocate(12 + 2 * STEPS);
    out.put(ascii("curv")).putInt(0).putInt(STEPS);
    for (int i = 0; i < STEPS; i++) {
      double v = i / (STEPS - 1.0);
      double linear = v <= .04045 ? v / 12.92 : StrictMath.pow((v + .055) / 1.055, 2.4);
      out.putShort((short) Math.round(linear * 65535));
    }
    return out.array();
  }

  private static byte[] xyz(double x, double y, double z) {
    ByteBuffer out = ByteBuffer.allocate(20);
    out.put(ascii("XYZ ")).putInt(0).putInt(fixed(x)).putInt(fixed(y)).putInt(fixed(z));
    return out.array();
  }

  private static int fixed(double value) {
    return (int) Math.round(value * 65536);
  }

  private static byte[] text(String text) {
    return padded(out -> out.writeBytes(ascii("text\0\0\0\0" + text + "\0")));
  }

  private static byte[] description(String text) {
    return padded(
        out -> {
          out.writeBytes(ascii("desc\0\0\0\0"));
          out.writeBytes(ByteBuffer.allocate(4).putInt(text.length() + 1).array());
          out.writeBytes(ascii(text + "\0"));
          // No Unicode and no Macintosh description.
          out.writeBytes(new byte[4 + 4 + 2 + 1 + 67]);
        });
  }

  private static byte[] padded(java.util.function.Consumer<ByteArrayOutputStream> content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    content.accept(out);
    // Tags begin on multiples of four.
    return Arrays.copyOf(out.toByteArray(), (out.size() + 3) / 4 * 4);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
