package dev.rebound.publish.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A real browser for tests. Where there is none the tests fail: pages nobody looked at are not
 * tested. All tests of a JVM share one, for its start takes longer than most of them; whoever
 * closes this closes what they have opened in it.
 */
public final class Chromium implements AutoCloseable {
  /** Ends with the JVM, which its driver listens to. */
  private static final class Once {
    static final Browser BROWSER = launch();
  }

  private static Browser launch() {
    return Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(executable())
                .setArgs(
                    List.of(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        // The browser's own address bar is a page, too, and is made for each
                        // window that nobody sees. The rest is Playwright's list, which this
                        // one stands in for.
                        "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,"
                            + "WebUIOmniboxFullPopup,HttpsUpgrades,MediaRouter,"
                            + "OptimizationHints,PaintHolding,ThirdPartyStoragePartitioning,"
                            + "Translate")));
  }

  public Browser browser() {
    return Once.BROWSER;
  }

  private static Path executable() {
    return Stream.of(
            System.getenv("CHROME_PATH"),
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe")
        .filter(Objects::nonNull)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no Chromium or Chrome; name one in CHROME_PATH"));
  }

  @Override
  public void close() {
    browser().contexts().forEach(BrowserContext::close);
  }
}
