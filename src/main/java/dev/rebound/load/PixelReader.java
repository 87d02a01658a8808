package dev.rebound.load;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Holds a PNG, JPEG or WebP picture against its format, without drawing it: it is whole, keeps
 * still, and is not larger than a program that draws it can bear.
 */
final class PixelReader {
  /** Twice what most cameras make; four bytes each when drawn. */
  static final long MAX_PIXELS = 50_000_000;

  /** How often a progressive JPEG may go over the whole picture. */
  private static final int MAX_SCANS = 100;

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private PixelReader() {}

  /** What the bytes are, whatever the file is called; empty when they are none of these. */
  static String kind(byte[] bytes) {
    if (starts(bytes, 0, PNG)) {
      return "png";
    }
    if (bytes.length > 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8) {
      return "jpeg";
    }
    if (starts(bytes, 0, ascii("RIFF")) && starts(bytes, 8, ascii("WEBP"))) {
      return "webp";
    }
    if (starts(bytes, 0, ascii("GIF8"))) {
      return "gif";
    }
    return "";
  }

  /**
   * @param kind what it should be: {@code png}, {@code jpeg} or {@code webp}
   */
  static Optional<Flaw> flaw(byte[] bytes, String kind) {
    String found = kind(bytes);
    if (!found.equals(kind)) {
      return Optional.of(
          new Flaw(
              "is no " + name(kind) + (found.isEmpty() ? "." : ": it is a " + name(found) + "."),
              found.isEmpty() || found.equals("gif")
                  ? "Save the picture as " + name(kind) + ", or give it the ending of what it is."
                  : "Give it the ending of what it is, ."
                      + (found.equals("jpeg") ? "jpg" : found)
                      + ", there and where it is shown."));
    }
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      return switch (kind) {
        case "png" -> png(in);
        case "jpeg" -> jpeg(in);
        default -> webp(in.order(ByteOrder.LITTLE_ENDIAN));
      };
    } catch (BufferUnderflowException
        | IndexOutOfBoundsException
        | IllegalArgumentException
        | DataFormatException cut) {
      return Optional.of(damaged(name(kind)));
    }
  }

  private static Optional<Flaw> png(ByteBuffer in) throws DataFormatException {
    in.position(PNG.length);
    long left = -1;
    boolean palette = true;
    Inflater inflater = new Inflater();
    try {
      byte[] row = new byte[1 << 15];
      while (true) {
        int length = in.getInt();
        int start = in.position();
        ByteBuffer data = in.slice(start + 4, length);
        int type = in.getInt();
        in.position(start + 4 + length);
        CRC32 crc = new CRC32();
        crc.update(in.slice(start, 4 + length));
        if (in.getInt() != (int) crc.getValue() || (left < 0) != (type == code("IHDR"))) {
          return Optional.of(damaged("PNG"));
        }
        if (type == code("IHDR")) {
          int width = data.getInt();
          int height = data.getInt();
          Optional<Flaw> size = size(width, height);
          if (size.isPresent()) {
            return size;
          }
          int depth = data.get();
          int colour = data.get();
          palette = colour != 3;
          left = bytes(width, height, bits(depth, colour), data.get(8 + 4) == 1);
          if (left < 0 || data.getShort(10) != 0 || data.get(12) > 1) {
            return Optional.of(damaged("PNG"));
          }
        } else if (type == code("PLTE")) {
          palette = true;
        } else if (type == code("acTL")) {
          return Optional.of(moves());
        } else if (type == code("IDAT")) {
          inflater.setInput(data);
          while (!inflater.needsInput() && !inflater.finished()) {
            int made = inflater.inflate(row);
            left -= made;
            if (left < 0 || (made == 0 && inflater.needsDictionary())) {
              return Optional.of(damaged("PNG"));
            }
          }
        } else if (type == code("IEND")) {
          return left == 0 && palette ? Optional.empty() : Optional.of(damaged("PNG"));
        }
      }
    } finally {
      inflater.end();
    }
  }

  /** Bits a pixel; 0 when the format knows no such combination. */
  private static int bits(int depth, int colour) {
    boolean whole = depth == 8 || depth == 16;
    boolean part = depth == 1 || depth == 2 || depth == 4;
    return switch (colour) {
      case 0 -> whole || part ? depth : 0;
      case 2 -> whole ? 3 * depth : 0;
      case 3 -> depth == 8 || part ? depth : 0;
      case 4 -> whole ? 2 * depth : 0;
      case 6 -> whole ? 4 * depth : 0;
      default -> 0;
    };
  }

  /** How many bytes the rows have, each with its filter; -1 when there is no such PNG. */
  private static long bytes(int width, int height, int bits, boolean interlaced) {
    if (bits == 0) {
      return -1;
    }
    if (!interlaced) {
      return height * (1 + ((long) width * bits + 7) / 8);
    }
    // PNG 8.2, Adam7: where each of the seven passes begins, and its steps.
    int[][] passes = {
      {0, 0, 8, 8},
      {4, 0, 8, 8},
      {0, 4, 4, 8},
      {2, 0, 4, 4},
      {0, 2, 2, 4},
      {1, 0, 2, 2},
      {0, 1, 1, 2}
    };
    long sum = 0;
    for (int[] pass : passes) {
      int columns = (width - pass[0] + pass[2] - 1) / pass[2];
      int rows = (height - pass[1] + pass[3] - 1) / pass[3];
      sum += columns == 0 ? 0 : bytes(columns, rows, bits, false);
    }
    return sum;
  }

  private static Optional<Flaw> jpeg(ByteBuffer in) {
    in.position(2);
    boolean framed = false;
    int scans = 0;
    while (true) {
      if ((in.get() & 0xFF) != 0xFF) {
        return Optional.of(damaged("JPEG"));
      }
      int marker = in.get() & 0xFF;
      while (marker == 0xFF) {
        marker = in.get() & 0xFF;
      }
      if (marker == 0xD9) {
        return framed && scans > 0 ? Optional.empty() : Optional.of(damaged("JPEG"));
      }
      if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
        continue;
      }
      int start = in.position();
      int length = in.getShort() & 0xFFFF;
      // SOF0 to SOF2 are what browsers draw; DHT, JPG and DAC stand among the numbers of SOF.
      if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
        int precision = in.get();
        int height = in.getShort() & 0xFFFF;
        int width = in.getShort() & 0xFFFF;
        int colours = in.get();
        if (colours == 4) {
          return Optional.of(
              new Flaw(
                  "has the colours of a printing press (CMYK), which screens show wrongly.",
                  "Save it as JPEG in RGB."));
        }
        if (marker > 0xC2 || precision != 8 || (colours != 1 && colours != 3)) {
          return Optional.of(
              new Flaw(
                  "is of a kind of JPEG that browsers do not show.", "Save it as usual JPEG."));
        }
        Optional<Flaw> size = size(width, height);
        if (size.isPresent()) {
          return size;
        }
        framed = true;
      }
      in.position(start + length);
      if (marker == 0xDA) {
        if (!framed || ++scans > MAX_SCANS) {
          return Optional.of(damaged("JPEG"));
        }
        toMarker(in);
      }
    }
  }

  /** Over the pixels themselves, where FF is followed by 00 or the number of a restart. */
  private static void toMarker(ByteBuffer in) {
    while (true) {
      if (in.get() == (byte) 0xFF) {
        int next = in.get(in.position()) & 0xFF;
        if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
          in.position(in.position() - 1);
          return;
        }
      }
    }
  }

  private static Optional<Flaw> webp(ByteBuffer in) {
    if ((in.getInt(4) & 0xFFFFFFFFL) + 8 > in.limit()) {
      return Optional.of(damaged("WebP"));
    }
    byte[] name = new byte[4];
    in.get(12, name);
    String chunk = new String(name, StandardCharsets.ISO_8859_1);
    return switch (chunk) {
      case "VP8X" -> {
        long width = (in.getInt(24) & 0xFFFFFF) + 1L;
        long height = (in.getInt(26) >>> 8) + 1L;
        yield (in.get(20) & 2) != 0 ? Optional.of(moves()) : size(width, height);
      }
      case "VP8L" -> {
        int sizes = in.getInt(21);
        yield in.get(20) != 0x2F
            ? Optional.of(damaged("WebP"))
            : size((sizes & 0x3FFF) + 1L, (sizes >>> 14 & 0x3FFF) + 1L);
      }
      case "VP8 " ->
          in.get(23) != (byte) 0x9D
              ? Optional.of(damaged("WebP"))
              : size(in.getShort(26) & 0x3FFF, in.getShort(28) & 0x3FFF);
      default -> Optional.of(damaged("WebP"));
    };
  }

  private static Optional<Flaw> size(long width, long height) {
    if (width <= 0 || height <= 0) {
      return Optional.of(
          new Flaw("has no size: nothing of it can be seen.", "Export the picture again."));
    }
    return width * height <= MAX_PIXELS
        ? Optional.empty()
        : Optional.of(
            new Flaw(
                "has too many pixels: %d × %d.".formatted(width, height),
                "A picture has at most %d million; 2,000 across fill any screen."
                    .formatted(MAX_PIXELS / 1_000_000)));
  }

  private static Flaw moves() {
    return new Flaw(
        "moves: movement distracts readers, and paper cannot show it.",
        "Save a single frame of it.");
  }

  private static Flaw damaged(String name) {
    return new Flaw("is a damaged " + name + ", or cut off.", "Export the picture again.");
  }

  private static String name(String kind) {
    return switch (kind) {
      case "png" -> "PNG";
      case "jpeg" -> "JPEG";
      case "webp" -> "WebP";
      default -> "GIF";
    };
  }

  private static int code(String type) {
    return ByteBuffer.wrap(ascii(type)).getInt();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean starts(byte[] bytes, int at, byte[] with) {
    return bytes.length >= at + with.length
        && java.util.Arrays.equals(bytes, at, at + with.length, with, 0, with.length);
  }
}
