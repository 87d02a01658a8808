package dev.rebound.publish.cmi5;

import dev.rebound.publish.pack.PackagePublisher;
import dev.rebound.publish.page.SiteAssets;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import java.util.Set;

/** One cmi5 package a course: an assignable unit (AU) a unit. */
public final class Cmi5Publisher extends PackagePublisher {
  /** The record store may be on any host, and only the launch tells which. */
  private static final String CSP = SiteAssets.CSP + "; connect-src http: https:";

  public Cmi5Publisher(Templates templates, UiMessages words) {
    super(
        templates,
        words,
        new Standard(
            "cmi5",
            "cmi5",
            "cmi5.xml",
            Set.of("browser", "platform", "responses", "cmi5"),
            CSP,
            true));
  }
}
