package dev.rebound.publish.print;

import dev.rebound.publish.print.PdfEngine.Rendering;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A laid-out document as it is kept: what does not fit, what no font has, and its bytes. */
final class KeptRendering {
  private KeptRendering() {}

  static byte[] bytes(Rendering rendering) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(rendering.bytes().length + 64);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(rendering.overflows().size());
      for (Overflow overflow : rendering.overflows()) {
        write(out, overflow.face().side());
        write(out, overflow.face().card());
        write(out, overflow.line());
      }
      out.writeInt(rendering.missing().size());
      for (UnprintableCharacter missing : rendering.missing()) {
        out.writeInt(missing.codePoint());
        write(out, missing.words());
      }
      out.write(rendering.bytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Nothing where these are not the bytes of one. */
  static Optional<Rendering> read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      List<Overflow> overflows = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        Overflow.Face face = new Overflow.Face(text(in), text(in));
        overflows.add(new Overflow(face, text(in)));
      }
      List<UnprintableCharacter> missing = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        missing.add(new UnprintableCharacter(in.readInt(), text(in)));
      }
      return Optional.of(
          new Rendering(in.readAllBytes(), List.copyOf(overflows), List.copyOf(missing)));
    } catch (IOException notOne) {
      return Optional.empty();
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
