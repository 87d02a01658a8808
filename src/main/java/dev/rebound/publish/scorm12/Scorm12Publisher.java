package dev.rebound.publish.scorm12;

import dev.rebound.publish.pack.PackagePublisher;
import dev.rebound.publish.page.Looks;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Templates;
import java.util.Set;

/** One SCORM 1.2 package a course: a SCO a unit. */
public final class Scorm12Publisher extends PackagePublisher {
  public Scorm12Publisher(Templates templates, PageWords words) {
    super(
        templates,
        words,
        new Standard(
            "scorm12",
            "SCORM 1.2",
            "imsmanifest.xml",
            Set.of("browser", "platform", "scorm", "scorm12"),
            Looks.PACKAGE_CSP,
            false));
  }
}
