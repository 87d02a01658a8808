package dev.rebound.app;

import dev.rebound.check.Rule;
import dev.rebound.inspect.PackageRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages of {@code docs/rules}, which are packed into the tool. */
final class RulePages {
  private RulePages() {}

  static String of(String rule) throws IOException {
    try (InputStream page = Main.class.getResourceAsStream("/rules/" + rule + ".md")) {
      if (page == null) {
        throw new IOException("the page of " + rule + " is missing from this build.");
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Every rule's page, in the order of the catalog. */
  static Map<String, String> all() throws IOException {
    Map<String, String> pages = new LinkedHashMap<>();
    for (Rule rule : Catalog.rules()) {
      pages.put(rule.id(), of(rule.id()));
    }
    return pages;
  }

  /** The pages of the rules for packages, which {@code inspect} reports. */
  static Map<String, String> packages() throws IOException {
    Map<String, String> pages = new LinkedHashMap<>();
    for (PackageRule rule : PackageRule.values()) {
      pages.put(rule.id(), of("packages/" + rule.id()));
    }
    return pages;
  }
}
