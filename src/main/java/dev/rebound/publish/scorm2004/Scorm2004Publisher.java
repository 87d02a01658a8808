package dev.rebound.publish.scorm2004;

import dev.rebound.publish.pack.PackagePublisher;
import dev.rebound.publish.page.SiteAssets;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import java.util.Set;

/** One SCORM 2004 4th Edition package a course: a SCO a unit, whose principles are objectives. */
public final class Scorm2004Publisher extends PackagePublisher {
  public Scorm2004Publisher(Templates templates, UiMessages words) {
    super(
        templates,
        words,
        new Standard(
            "scorm2004",
            "SCORM 2004",
            "imsmanifest.xml",
            Set.of("browser", "platform", "responses", "scorm", "scorm2004"),
            SiteAssets.PACKAGE_CSP,
            false));
  }
}
