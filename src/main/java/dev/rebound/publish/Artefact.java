package dev.rebound.publish;

import dev.rebound.source.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

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
  private final Function<SortedMap<String, String>, String> summary;

  private Artefact(
      String path,
      Body body,
      List<Artefact> parts,
      Function<SortedMap<String, String>, String> summary) {
    this.path = path;
    this.body = body;
    this.parts = parts;
    this.summary = summary;
  }

  /**
   * @param path from the output folder, with {@code /}
   */
  public static Artefact of(String path, Body body) {
    return new Artefact(path, body, List.of(), digests -> "");
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
   * @param text made of their digests, SHA-256 in hexadecimal by path
   */
  public static Artefact summary(
      String path, List<Artefact> parts, Function<SortedMap<String, String>, String> text) {
    return new Artefact(path, out -> {}, List.copyOf(parts), text);
  }

  public String path() {
    return path;
  }

  /** What has to be written first, if digests are not to be made for this one alone. */
  public List<Artefact> parts() {
    return parts;
  }

  /** Makes it. Leaves the stream open. */
  public void writeTo(OutputStream out) throws IOException {
    writeTo(out, part -> part.digest());
  }

  /**
   * Makes it, with what is known of its parts.
   *
   * @param digest of a part, SHA-256 in hexadecimal
   */
  public void writeTo(OutputStream out, Function<Artefact, String> digest) throws IOException {
    if (parts.isEmpty()) {
      body.writeTo(out);
      return;
    }
    SortedMap<String, String> digests = new TreeMap<>();
    parts.forEach(part -> digests.put(part.path, digest.apply(part)));
    out.write(summary.apply(digests).getBytes(StandardCharsets.UTF_8));
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

  private String digest() {
    MessageDigest digest = Sha256.begin();
    try {
      writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
