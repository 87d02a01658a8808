package dev.rebound.publish.page;

import com.microsoft.playwright.Browser;
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
 * tested.
 */
public final class Chromium implements AutoCloseable {
  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
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

  public Browser browser() {
    return browser;
  }

  private static Path executable() {
    return Stream.of(
            System.getenv("CHROME_PATH"),
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
    playwright.close();
  }
}
