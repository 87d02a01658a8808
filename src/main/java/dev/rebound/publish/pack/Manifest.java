package dev.rebound.publish.pack;

import dev.rebound.publish.page.Fills;
import java.util.List;

/**
 * What a package's manifest says of it.
 *
 * @param id the same in every build: {@code rebound_recovery}
 * @param iri names the course to a record store
 * @param description whom it is for, else its title
 * @param passMark in percent
 * @param schemas the control documents that are in the package
 * @param passMeasure the same as a share: {@code 0.8}
 */
@Fills({"scorm12/imsmanifest.ftlx", "scorm2004/imsmanifest.ftlx", "cmi5/cmi5.ftlx"})
public record Manifest(
    String id,
    String iri,
    String title,
    String description,
    String language,
    String rights,
    String publisher,
    String version,
    String edition,
    int passMark,
    String passMeasure,
    List<Objective> objectives,
    List<Part> units,
    List<Control> schemas) {
  /**
   * A schema that the manifest keeps to.
   *
   * @param namespace of its elements
   * @param file in the package
   */
  public record Control(String namespace, String file) {}

  /**
   * A principle that is tested.
   *
   * @param id in SCORM
   * @param iri in records of experience
   */
  public record Objective(String id, String iri, String says) {}

  /**
   * What a platform launches.
   *
   * @param suffix of its identifiers; empty of a whole course
   * @param activity {@code course} or {@code module}
   * @param tested whether it has a result
   * @param page the file to launch
   * @param files the files it needs
   */
  public record Part(
      String suffix,
      String iri,
      String activity,
      String title,
      boolean tested,
      List<Objective> objectives,
      String page,
      List<String> files) {}
}
