package dev.rebound.publish.pack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An LMS that is not ours: scorm-again's API in a page that frames the unpacked package. What is
 * committed outlives the page in the {@code record} of the address, as in a database; {@code
 * ?milk.html} launches that page, which has a record of its own.
 */
public final class Lms implements AutoCloseable {
  private static final Path LIBRARY = Path.of("src/test/npm/node_modules/scorm-again/dist");

  private static final String PAGE =
      """
      <!doctype html><html lang="en"><title>LMS</title><link rel="icon" href="data:,"><body>
      <script src="/api.js"></script>
      <script>
        window.calls = [];
        const unit = /\\.html$/.test(location.search) ? location.search.slice(1) : '';
        const api = new SCORM({ autocommit: false, logLevel: 5 });
        const kept = localStorage.getItem('record' + unit);
        if (kept) { api.loadFromJSON(JSON.parse(kept)); }
        window.record = () => api.renderCMIToJSONObject().cmi;
        ['Initialize', 'SetValue', 'Commit', 'FINISH'].map((name) => 'PREFIX' + name).forEach((name) => {
          const own = api[name].bind(api);
          api[name] = (...values) => {
            window.calls.push([name, ...values].join(' '));
            const answer = window.deaf && name === 'PREFIXCommit' ? 'false' : own(...values);
            if (name === 'PREFIXCommit' || name === 'PREFIXFINISH') {
              localStorage.setItem('record' + unit, JSON.stringify(window.record()));
            }
            return answer;
          };
        });
        window.NAME = api;
        window.open_ = () => {
          const frame = document.createElement('iframe');
          frame.title = 'Course';
          frame.width = 900;
          frame.height = 700;
          frame.src = '/package/' + (unit || 'index.html');
          document.body.append(frame);
        };
        if (location.search !== '?window') { open_(); }
      </script>
      """;

  /** The package framed by a site of another origin that has no API. */
  private static final String FRAME =
      """
      <!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,"><body>
      <iframe title="Course" src="http://127.0.0.1:PORT/package/index.html"></iframe>
      """;

  private final HttpServer server;
  private final Map<String, byte[]> files = new HashMap<>();

  /**
   * @param standard {@code scorm12} or {@code scorm2004}
   */
  public Lms(String standard, byte[] zip) throws IOException {
    boolean is12 = standard.equals("scorm12");
    Path api = LIBRARY.resolve(standard + ".min.js");
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put("/package/" + entry.getName(), in.readAllBytes());
      }
    }
    if (!Files.exists(api)) {
      throw new IllegalStateException(api + " is missing; run: npm ci --prefix src/test/npm");
    }
    files.put("/api.js", Files.readAllBytes(api));
    files.put(
        "/lms.html",
        PAGE.replace("PREFIX", is12 ? "LMS" : "")
            .replace("FINISH", is12 ? "Finish" : "Terminate")
            .replace("SCORM(", is12 ? "Scorm12API(" : "Scorm2004API(")
            .replace("NAME", is12 ? "API" : "API_1484_11")
            .getBytes(StandardCharsets.UTF_8));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    files.put(
        "/elsewhere.html",
        FRAME
            .replace("PORT", String.valueOf(server.getAddress().getPort()))
            .getBytes(StandardCharsets.UTF_8));
    server.createContext("/", this::answer);
    server.start();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = files.get(path);
    exchange.getResponseHeaders().set("Content-Type", type(path));
    exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      if (body != null) {
        out.write(body);
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static String type(String path) {
    return path.endsWith(".html")
        ? "text/html; charset=utf-8"
        : path.endsWith(".css")
            ? "text/css"
            : path.endsWith(".svg") ? "image/svg+xml" : "text/javascript";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
