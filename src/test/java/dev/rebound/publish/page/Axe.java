package dev.rebound.publish.page;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What axe has against a page. Its script is run as it comes; the builder beside it opens a page of
 * its own for each answer and fetches what passed, too: three seconds a page.
 */
public final class Axe {
  /** Those whose answer depends on colours. */
  public static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

  private static final String SCRIPT = script();

  private Axe() {}

  private static String script() {
    try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** All rules, on a page or on what stands in a frame; a line a violation. */
  public static List<String> violations(Frame frame) {
    return violations(frame, List.of());
  }

  /**
   * @param rules none are all of them
   */
  @SuppressWarnings("unchecked")
  public static List<String> violations(Frame frame, List<String> rules) {
    if (!Boolean.TRUE.equals(frame.evaluate("() => 'axe' in window"))) {
      frame.evaluate("() => {" + SCRIPT + "}");
    }
    return (List<String>)
        frame.evaluate(
            "async ({rules}) => (await axe.run(document, {resultTypes: ['violations'], preload: false,"
                + " iframes: false, ...(rules.length ? {runOnly: {type: 'rule', values: rules}} : {})})).violations"
                + ".map(it => it.id + ': ' + it.nodes.map(node => node.html).join(' '))",
            Map.of("rules", rules));
  }
}
