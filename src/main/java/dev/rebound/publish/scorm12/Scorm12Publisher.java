package dev.rebound.publish.scorm12;

import dev.rebound.publish.pack.PackagePublisher;
import dev.rebound.publish.page.SiteAssets;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import java.util.Set;

/** One SCORM 1.2 package a course: a SCO a unit. */
public final class Scorm12Publisher extends PackagePublisher {
  public Scorm12Publisher(Templates templates, UiMessages words) {
    super(
        templates,
        words,
        new Standard(
            "scorm12",
            "SCORM 1.2",
            "imsmanifest.xml",
            Set.of("browser", "platform", "scorm", "scorm12"),
            SiteAssets.PACKAGE_CSP,
            false));
  }
}
