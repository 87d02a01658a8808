package dev.rebound.publish.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A reader on a train: the site over HTTP, then without a network. */
@Tag("browser")
class OfflineTest {
  private static final Map<String, byte[]> SERVED = new ConcurrentHashMap<>();
  private static List<Artefact> artefacts = List.of();
  private static Chromium chromium;
  private static HttpServer server;

  @BeforeAll
  static void serve() throws IOException {
    artefacts =
        new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of())
            .artefacts(Sample.checked());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          byte[] body = SERVED.get(path.endsWith("/") ? path + "index.html" : path);
          exchange.getResponseHeaders().set("Content-Type", type(path));
          exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
          if (body != null) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
    chromium = new Chromium();
  }

  @BeforeEach
  void upload() {
    SERVED.clear();
    // In a sub-folder, as on many static hosts.
    artefacts.forEach(a -> SERVED.put("/training/" + a.path(), a.bytes()));
  }

  @AfterAll
  static void close() {
    chromium.close();
    server.stop(0);
  }

  private static String type(String path) {
    return path.endsWith(".js")
        ? "text/javascript"
        : path.endsWith(".css")
            ? "text/css"
            : path.endsWith(".svg") ? "image/svg+xml" : "text/html; charset=utf-8";
  }

  private static String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/training/" + path;
  }

  /** Waits until an asynchronous condition in the page holds. */
  private static void until(Page page, String condition, Object argument) {
    page.evaluate(
        "async (it) => { const holds = "
            + condition
            + "; while (!(await holds(it))) { await new Promise((go) => setTimeout(go, 20)); } }",
        argument);
  }

  private static void untilKept(Page page, String path) {
    until(page, "(url) => caches.match(url)", url(path));
  }

  /** What is kept follows when a reader stays. */
  private static void untilCourseKept(Page page) {
    page.keyboard().press("Shift");
    artefacts.stream()
        .map(Artefact::path)
        .filter(path -> path.startsWith("tea/") && path.endsWith(".html"))
        .forEach(path -> untilKept(page, path));
    untilKept(page, "tea/search-documents.js");
  }

  @Test
  void afterOneVisitTheWholeCourseReadsWithoutANetwork() {
    try (BrowserContext context = chromium.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(url("tea/pot.html"));
      untilCourseKept(page);
      context.setOffline(true);
      page.navigate(url("tea/milk.html"));
      assertThat(page.locator("h1")).hasText("Ask about milk");
      page.navigate(url("tea/"));
      assertThat(page.locator("h1")).hasText("Tea <for> two");
      page.navigate(url("tea/quiz-milk.html"));
      page.locator("[data-begin]").click();
      page.locator("input").locator("visible=true").nth(1).check();
      page.locator("[data-check]").locator("visible=true").click();
      assertThat(page.locator("[data-verdict]").locator("visible=true")).hasText("Right");
      page.navigate(url("tea/search.html#warm"));
      assertThat(page.locator("[data-search-results] li").first()).isVisible();
      page.navigate(url("trace.html"));
      assertThat(page.locator("h1")).hasText("No network");
    }
  }

  @Test
  void aNewPageIsReadAtOnceAndANewBuildReplacesWhatWasKept() {
    try (BrowserContext context = chromium.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(url("tea/pot.html"));
      untilCourseKept(page);
      Object first = page.evaluate("caches.keys()");
      SERVED.replaceAll(
          (path, body) ->
              path.endsWith("pot.html")
                  ? new String(body, StandardCharsets.UTF_8)
                      .replace("Warm the pot", "Heat the pot")
                      .getBytes(StandardCharsets.UTF_8)
                  : path.endsWith("sw.js")
                      ? new String(body, StandardCharsets.UTF_8)
                          .replaceFirst("BUILD='", "BUILD='next-")
                          .getBytes(StandardCharsets.UTF_8)
                      : body);
      page.reload();
      assertThat(page.locator("h1")).hasText("Heat the pot");
      until(
          page,
          "async () => { const names = await caches.keys();"
              + " return names.length === 1 && names[0].includes('next-'); }",
          "");
      Assertions.assertThat(first.toString()).doesNotContain("next-");
      untilCourseKept(page);
      context.setOffline(true);
      page.reload();
      assertThat(page.locator("h1")).hasText("Heat the pot");
      page.navigate(url("tea/clock.html"));
      assertThat(page.locator("h1")).hasText("Watch the clock");
    }
  }

  @Test
  void theWorkerIsNamedByWhatItKeeps() {
    String one = worker(artefacts);
    List<Artefact> other =
        artefacts.stream()
            .map(a -> a.path().equals("index.html") ? Artefact.text(a.path(), () -> "new") : a)
            .toList();
    List<Artefact> rest = artefacts.stream().filter(a -> !a.path().equals("sw.js")).toList();
    Assertions.assertThat(text(Offline.worker(rest, Set.of("tea")))).isEqualTo(one);
    Assertions.assertThat(
            text(
                Offline.worker(
                    other.stream().filter(a -> !a.path().equals("sw.js")).toList(), Set.of("tea"))))
        .isNotEqualTo(one);
    Assertions.assertThat(one).contains("\"tea/pot.html\"").doesNotContain("trace.html", ".pdf\"");
  }

  private static String worker(List<Artefact> all) {
    return all.stream()
        .filter(a -> a.path().equals("sw.js"))
        .map(OfflineTest::text)
        .findFirst()
        .orElseThrow();
  }

  private static String text(Artefact artefact) {
    return new String(artefact.bytes(), StandardCharsets.UTF_8);
  }
}
