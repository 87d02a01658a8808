package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import dev.rebound.serve.PreviewServer;
import dev.rebound.serve.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A workshop on a copy of the course that has one of everything, open in a browser. */
abstract class ServeWindow {
  @TempDir Path folder = Path.of("");

  private final Chromium chromium = new Chromium();
  private final List<String> faults = new ArrayList<>();
  Path content = Path.of("");
  PreviewServer server;
  BrowserContext browser;
  Page page;

  /** What the workshop shows a copy of. */
  Path sample() {
    return Sample.FOLDER;
  }

  @BeforeEach
  void start() throws IOException {
    content = Files.createDirectory(folder.resolve("content")).toRealPath();
    try (Stream<Path> files = Files.walk(sample())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = content.resolve(sample().relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    server =
        PreviewServer.start(
            new Workspace(content, folder.resolve("looks"), false, Workspace.VS_CODE),
            ServeCommand.tools(folder.resolve("looks"), KeptResults.NONE),
            0);
    browser = chromium.browser().newContext();
    page = browser.newPage();
    page.onPageError(faults::add);
    page.navigate(server.address());
  }

  @AfterEach
  void stop() throws IOException {
    browser.close();
    server.close();
    assertThat(faults).isEmpty();
  }

  /** The page in the frame, once it has heard from the server. */
  Frame open(Page window, String path) {
    window.evaluate("path => { location.hash = path; }", path);
    window.waitForFunction(
        "path => document.getElementById('frame').contentWindow.location.pathname.endsWith(path)"
            + " && document.getElementById('frame').contentDocument.readyState === 'complete'"
            + " && document.getElementById('state').textContent === 'Up to date'",
        path);
    return window.frames().get(1);
  }

  Frame open(String path) {
    return open(page, path);
  }

  static void shows(Frame frame, String text) {
    frame.waitForFunction("text => document.body.textContent.includes(text)", text);
  }

  void edit(String file, String from, String to) throws IOException {
    Path path = content.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  /** Beside the file, then in its place, as many editors do. */
  void editByRenaming(String file, String from, String to) throws IOException {
    Path path = content.resolve(file);
    Path beside = path.resolveSibling("4913.tmp");
    Files.writeString(beside, Files.readString(path).replace(from, to));
    Files.move(path, path.resolveSibling(path.getFileName() + "~"));
    Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(path.resolveSibling(path.getFileName() + "~"));
  }

  static Locator.ClickOptions at(double x, double y) {
    return new Locator.ClickOptions().setPosition(x, y);
  }

  static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }

  static Page.WaitForSelectorOptions hidden() {
    return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN);
  }

  static Frame.WaitForSelectorOptions attached() {
    return new Frame.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
  }
}
