package dev.rebound.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * One file of a build. It is made each time it is written, on any thread and side by side with
 * others; until then it is a path.
 */
public final class Artefact {
  /** What the file will hold. */
  public interface Body {
    /** Makes it. Leaves the stream open. */
    void writeTo(OutputStream out) throws IOException;
  }

  private final String path;
  private final Body body;
  private final List<Artefact> parts;
  private final Function<SortedMap<String, Long>, String> summary;

  private Artefact(
      String path,
      Body body,
      List<Artefact> parts,
      Function<SortedMap<String, Long>, String> summary) {
    this.path = path;
    this.body = body;
    this.parts = parts;
    this.summary = summary;
  }

  /**
   * @param path from the output folder, with {@code /}
   */
  public static Artefact of(String path, Body body) {
    return new Artefact(path, body, List.of(), checks -> "");
  }

  /** One whose bytes are there already, because they belong to the content or to the tool. */
  public static Artefact of(String path, byte[] bytes) {
    return of(path, out -> out.write(bytes));
  }

  /** A text in UTF-8. */
  public static Artefact text(String path, Supplier<String> text) {
    return of(path, out -> out.write(text.get().getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * A text that tells of other artefacts.
   *
   * @param parts the others
   * @param text made of the CRC-32C of each, by its path
   */
  public static Artefact summary(
      String path, List<Artefact> parts, Function<SortedMap<String, Long>, String> text) {
    return new Artefact(path, out -> {}, List.copyOf(parts), text);
  }

  /** The same in a folder. */
  public Artefact in(String folder) {
    return new Artefact(folder + "/" + path, body, parts, summary);
  }

  public String path() {
    return path;
  }

  /** What has to be written first, if they are not to be made for this one alone. */
  public List<Artefact> parts() {
    return parts;
  }

  /** Makes it. Leaves the stream open. */
  public void writeTo(OutputStream out) throws IOException {
    writeTo(out, Artefact::check);
  }

  /**
   * Makes it, with what is known of its parts.
   *
   * @param check the CRC-32C of a part
   */
  public void writeTo(OutputStream out, Function<Artefact, Long> check) throws IOException {
    if (parts.isEmpty()) {
      body.writeTo(out);
      return;
    }
    SortedMap<String, Long> checks = new TreeMap<>();
    parts.forEach(part -> checks.put(part.path, check.apply(part)));
    out.write(summary.apply(checks).getBytes(StandardCharsets.UTF_8));
  }

  /** All of it at once. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
    try {
      writeTo(bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  private long check() {
    CRC32C check = new CRC32C();
    try {
      writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), check));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return check.getValue();
  }
}
