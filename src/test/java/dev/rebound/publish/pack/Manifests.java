package dev.rebound.publish.pack;

import dev.rebound.check.CheckedContent;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.cmi5.Cmi5Publisher;
import dev.rebound.publish.page.Sample;
import dev.rebound.publish.scorm12.Scorm12Publisher;
import dev.rebound.publish.scorm2004.Scorm2004Publisher;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The sample course as a package of each standard. */
public final class Manifests {
  private Manifests() {}

  public static List<Publisher> publishers() {
    return List.of(
        new Scorm12Publisher(Sample.templates(), Sample.words()),
        new Scorm2004Publisher(Sample.templates(), Sample.words()),
        new Cmi5Publisher(Sample.templates(), Sample.words()));
  }

  public static byte[] zip(String standard) {
    return zip(standard, Sample.checked());
  }

  public static byte[] zip(String standard, CheckedContent content) {
    return publisher(standard).artefacts(content).get(0).bytes();
  }

  /** The first two columns of the key beside the package: interactions and objectives. */
  public static Set<String> reported(String standard, CheckedContent content) {
    byte[] key = publisher(standard).artefacts(content).get(1).bytes();
    return new String(key, StandardCharsets.UTF_8)
        .lines()
        .flatMap(line -> Stream.of(line.split(",", 3)).limit(2))
        .map(cell -> cell.replace("\"", ""))
        .collect(Collectors.toSet());
  }

  static Publisher publisher(String standard) {
    return publishers().stream().filter(p -> p.name().equals(standard)).findFirst().orElseThrow();
  }

  public static Map<String, byte[]> files(byte[] zip) {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return files;
  }
}
