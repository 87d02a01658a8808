package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.publish.KeptResults;
import dev.rebound.serve.PreviewServer;
import dev.rebound.serve.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may ask a workshop, spoken word for word: a browser would not send what an attacker does. */
class ServeAccessTest {
  @TempDir private Path folder = Path.of("");

  private PreviewServer server;
  private URI address;
  private String cookie;

  @BeforeEach
  void start() throws IOException {
    Path content = Courses.lay(folder, Courses.BASE).resolve("content").toRealPath();
    Path course = content.resolve("courses/harbour/course.yaml");
    Files.writeString(course, Files.readString(course) + "print: { stocks: [a4] }\n");
    start(content, false);
  }

  private void start(Path content, boolean readOnly) throws IOException {
    server =
        PreviewServer.start(
            new Workspace(content, folder.resolve("none"), readOnly, Workspace.VS_CODE),
            ServeCommand.tools(folder.resolve("none"), KeptResults.NONE),
            0);
    address = URI.create(server.address());
    cookie = "rebound-" + address.getPort() + "=" + address.getQuery().replace("token=", "");
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private String ask(String line, String... headers) throws IOException {
    return ask(line, "127.0.0.1:" + address.getPort(), headers);
  }

  private String ask(String line, String host, String[] headers) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), address.getPort())) {
      String request =
          line
              + " HTTP/1.1\r\nHost: "
              + host
              + "\r\nConnection: close\r\n"
              + String.join("", List.of(headers).stream().map(it -> it + "\r\n").toList())
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String status(String answer) {
    return answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length());
  }

  @Test
  void theTokenOpensAndACookieKeepsItOpen() throws IOException {
    assertThat(status(ask("GET /"))).isEqualTo("403");
    assertThat(status(ask("GET /?token=00000000000000000000000000000000"))).isEqualTo("403");
    assertThat(status(ask("GET /site/index.html"))).isEqualTo("403");
    String opened = ask("GET /?" + address.getQuery());
    assertThat(status(opened)).isEqualTo("303");
    assertThat(opened).contains("Set-cookie: " + cookie + "; HttpOnly; SameSite=Strict; Path=/");
    assertThat(status(ask("GET /", "Cookie: " + cookie))).isEqualTo("200");
    assertThat(status(ask("GET /site/index.html", "Cookie: a=b; " + cookie))).isEqualTo("200");
  }

  @Test
  void anotherSiteOrNameIsRefusedWhateverItHas() throws IOException {
    String has = "Cookie: " + cookie;
    for (String other :
        List.of(
            "Origin: http://example.org",
            "Origin: null",
            "Origin: http://127.0.0.1:1",
            "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Site: same-site")) {
      assertThat(status(ask("GET /site/index.html", has, other))).as(other).isEqualTo("403");
    }
    for (String host :
        List.of("example.org", "localhost:" + address.getPort(), "127.0.0.1", "[::1]")) {
      assertThat(status(ask("GET /site/index.html", host, new String[] {has})))
          .as(host)
          .isEqualTo("403");
    }
    assertThat(status(ask("POST /site/index.html", has))).isEqualTo("403");
  }

  @Test
  void paperIsLaidOutWhenItIsAskedFor() throws IOException {
    String answer = ask("GET /paper/harbour/downloads/harbour-cards-a4.pdf", "Cookie: " + cookie);
    assertThat(answer).startsWith("HTTP/1.1 200").contains("%PDF-");
    assertThat(status(ask("GET /paper/harbour/none.pdf", "Cookie: " + cookie))).isEqualTo("404");
  }

  @Test
  void whoeverOnlyLooksChangesNothing() throws IOException {
    server.close();
    Path content = folder.resolve("content").toRealPath();
    start(content, true);
    String has = "Cookie: " + cookie;
    String origin = "Origin: http://127.0.0.1:" + address.getPort();
    for (String asked : List.of("GET /_/things", "GET /_/text?place=x", "POST /_/undo")) {
      assertThat(ask(asked, has, origin, "Content-Length: 0"))
          .as(asked)
          .startsWith("HTTP/1.1 403")
          .contains("This workshop only shows.");
    }
    assertThat(status(ask("GET /site/harbour/handover.html", has))).isEqualTo("200");
  }

  @Test
  void pagesCarryAStrictPolicyAndNoPathOfTheDisk() throws IOException {
    for (String page : List.of("/", "/site/index.html", "/site/harbour/handover.html")) {
      String answer = ask("GET " + page, "Cookie: " + cookie);
      assertThat(answer)
          .contains("default-src 'none'; script-src 'self'; style-src 'self'")
          .contains("worker-src 'none'")
          .contains("nosniff")
          .doesNotContain(folder.toRealPath().toString());
    }
    assertThat(status(ask("GET /site/sw.js", "Cookie: " + cookie))).isEqualTo("404");
    for (String outside : List.of("/_/../rules/x.md", "/_/%2e%2e/a.js", "/site/../../etc/passwd")) {
      assertThat(status(ask("GET " + outside, "Cookie: " + cookie))).as(outside).isEqualTo("404");
    }
  }
}
