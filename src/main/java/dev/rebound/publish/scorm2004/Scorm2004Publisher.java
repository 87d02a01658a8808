package dev.rebound.publish.scorm2004;

import dev.rebound.publish.pack.PackagePublisher;
import dev.rebound.publish.page.Looks;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Templates;
import java.util.Set;

/** One SCORM 2004 4th Edition package a course: a SCO a unit, whose principles are objectives. */
public final class Scorm2004Publisher extends PackagePublisher {
  public Scorm2004Publisher(Templates templates, PageWords words) {
    super(
        templates,
        words,
        new Standard(
            "scorm2004",
            "SCORM 2004",
            "imsmanifest.xml",
            Set.of("browser", "platform", "responses", "scorm", "scorm2004"),
            Looks.PACKAGE_CSP,
            false));
  }
}
