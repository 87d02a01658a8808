package dev.rebound.inspect;

import dev.rebound.source.Finding;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A package in, what it is and which rules it breaks out. */
public final class Inspector {
  /** A list as long as the package itself helps nobody. */
  static final int MOST = 10;

  private Inspector() {}

  /**
   * @param name as findings name the file; what is inside follows after {@code !/}
   * @param zip read to its end and closed; every flaw of what it holds is a finding
   * @throws IOException when the stream itself fails
   */
  public static List<Finding> inspect(String name, InputStream zip) throws IOException {
    List<Finding> found = new ArrayList<>();
    Archive archive = Archive.read(name, zip, found);
    if (!archive.whole()) {
      return List.copyOf(found);
    }
    boolean scorm = archive.sizes().containsKey("imsmanifest.xml");
    boolean cmi5 = archive.sizes().containsKey("cmi5.xml");
    if (!scorm && !cmi5) {
      found.add(missing(SourceSpan.wholeFile(name), archive));
    }
    if (scorm) {
      manifest(name, "imsmanifest.xml", archive, found)
          .ifPresent(root -> new ScormManifest(archive, root, found).check());
    }
    if (cmi5) {
      manifest(name, "cmi5.xml", archive, found)
          .ifPresent(root -> new CourseStructure(archive, root, found).check());
    }
    OutsideRequests.find(name, archive, found);
    MissingLoads.find(name, archive, found);
    return List.copyOf(found);
  }

  private static Optional<Element> manifest(
      String name, String file, Archive archive, List<Finding> found) {
    String place = name + "!/" + file;
    byte[] bytes = archive.texts().get(file);
    if (bytes == null) {
      found.add(
          PackageRule.BROKEN_XML.at(
              SourceSpan.wholeFile(place),
              "is larger than " + (Archive.TEXT >> 20) + " MiB and was not read.",
              ""));
      return Optional.empty();
    }
    return Xml.read(place, bytes, found);
  }

  private static Finding missing(SourceSpan zip, Archive archive) {
    for (String path : new TreeMap<>(archive.sizes()).keySet()) {
      for (String wanted : List.of("imsmanifest.xml", "cmi5.xml")) {
        if (path.endsWith("/" + wanted)) {
          String folder = path.substring(0, path.length() - wanted.length());
          return PackageRule.MANIFEST_MISSING.at(
              zip,
              "has its " + wanted + " in the folder \"" + folder + "\", not at the root.",
              "Zip what is in the folder, not the folder.");
        }
        if (path.equalsIgnoreCase(wanted)) {
          return PackageRule.MANIFEST_MISSING.at(
              zip, "has \"" + path + "\" where " + wanted + " is looked for.", "Rename it.");
        }
      }
    }
    return archive.sizes().containsKey("tincan.xml")
        ? PackageRule.MANIFEST_MISSING.at(
            zip,
            "is an xAPI (Tin Can) package: it has tincan.xml, but no cmi5.xml.",
            "Publish it again as cmi5 or SCORM.")
        : PackageRule.MANIFEST_MISSING.at(
            zip,
            "has neither imsmanifest.xml (SCORM) nor cmi5.xml at its root.",
            "Name a SCORM or cmi5 package.");
  }

  /**
   * Says what a package is.
   *
   * @param units how many it has, in words
   */
  static Finding contents(
      SourceSpan span, String standard, String title, String units, Archive archive) {
    return PackageRule.PACKAGE_CONTENTS.at(
        span,
        standard
            + " package \""
            + Values.cut(title)
            + "\": "
            + units
            + ", "
            + count(archive.sizes().size(), "file")
            + ", "
            + size(archive)
            + " unpacked.",
        "");
  }

  /** {@code 1 file}, {@code 12 files}. */
  static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** {@code 212 KiB} */
  private static String size(Archive archive) {
    long bytes = archive.sizes().values().stream().mapToLong(Long::longValue).sum();
    return bytes < 10L << 20 ? (bytes + 1023) / 1024 + " KiB" : (bytes >> 20) + " MiB";
  }
}
