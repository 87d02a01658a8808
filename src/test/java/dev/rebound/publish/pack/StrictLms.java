package dev.rebound.publish.pack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Serves a SCORM package and {@code strict-lms.js}, and stores what that commits. */
public final class StrictLms implements AutoCloseable {
  private static final String PAGE =
      """
      <!doctype html><html lang="en"><title>LMS</title><link rel="icon" href="data:,"><body>
      <script src="/strict-lms.js"></script>
      <script>
        OURS
        window.lms = strictLms('STANDARD', HABITS, STORED);
        const offer = () => { window.NAME = lms.api; };
        if (LATE) { setTimeout(offer, 3500); } else { offer(); }
        const frame = (src) => {
          const it = document.createElement('iframe');
          it.title = 'Course'; it.width = 900; it.height = 700; it.src = src;
          document.body.append(it);
        };
        if ('WINDOW' === 'frame') { frame('/package/index.html'); }
        if ('WINDOW' === 'deep') { frame('/nest.html?3'); }
      </script>
      """;

  /** A page that frames the next, until the package stands four parents below the API. */
  private static final String NEST =
      """
      <!doctype html><html lang="en"><title>Nest</title><link rel="icon" href="data:,"><body>
      <script>
        const left = Number(location.search.slice(1));
        const it = document.createElement('iframe');
        it.title = 'Course'; it.width = 880; it.height = 680;
        it.src = left > 1 ? '/nest.html?' + (left - 1) : '/package/index.html';
        document.body.append(it);
      </script>
      """;

  private static final String LOGIN =
      """
      <!doctype html><html lang="en"><title>Sign in</title><h1>Sign in</h1>
      """;

  /** What a platform does on its good days, too. */
  private static final Set<String> LASTING = Set.of("changes", "counts", "reviews");

  /** What another platform at this address left on the device is nobody's. */
  private static final String FORGET_OTHERS =
      """
      if (localStorage.getItem('platform') !== 'ID') {
        localStorage.clear();
        localStorage.setItem('platform', 'ID');
      }
      """;

  private final String ours = forgetOthers();
  private final HttpServer server;
  private final Map<String, byte[]> files = new HashMap<>();
  private final String standard;
  private final Set<String> habits;
  private volatile String stored = "{}";
  private int commits;
  private boolean back;

  public StrictLms(String standard, byte[] zip, Set<String> habits) throws IOException {
    this.standard = standard;
    this.habits = habits;
    Manifests.files(zip).forEach((path, bytes) -> files.put("/package/" + path, bytes));
    files.put(
        "/strict-lms.js", Files.readAllBytes(Path.of("src/main/resources/serve/strict-lms.js")));
    files.put("/login.html", LOGIN.getBytes(StandardCharsets.UTF_8));
    files.put("/nest.html", NEST.getBytes(StandardCharsets.UTF_8));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** For a page of a platform that has just begun. */
  static String forgetOthers() {
    return FORGET_OTHERS.replace("ID", UUID.randomUUID().toString());
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** One that is away can be reached again. */
  synchronized void back() {
    back = true;
  }

  /**
   * Whether this request is lost: one of some, or everything for a while. Who can launch a course
   * reaches the platform then.
   */
  private synchronized boolean isLost(String path) {
    boolean commit = path.equals("/store");
    commits += commit ? 1 : 0;
    if (path.equals("/lms.html") && (habits.contains("AWAY") || habits.contains("login-page"))) {
      commits = 0;
    }
    boolean some = commit && (commits == 4 || commits == 5 || commits == 7);
    return !back
        && ((some && habits.contains("LOSES")) || (commits > 3 && habits.contains("AWAY")));
  }

  /** Whether the session has expired: who asks for anything but to launch is asked to sign in. */
  private synchronized boolean isSignedOut(String path) {
    return !back
        && commits > 3
        && habits.contains("login-page")
        && (path.equals("/store") || path.startsWith("/package/"));
  }

  /** What the platform has, by element. */
  JsonNode stored() {
    return new ObjectMapper().readTree(stored);
  }

  private String page(@Nullable String mode) {
    boolean well = mode != null && mode.contains("well");
    if (well) {
      back();
    }
    String window =
        well
            ? "frame"
            : habits.contains("popup") || habits.contains("framed-popup")
                ? "none"
                : habits.contains("deep") ? "deep" : "frame";
    Set<String> ways = new TreeSet<>(well ? Set.of() : habits);
    LASTING.stream().filter(habits::contains).forEach(ways::add);
    if (mode != null && mode.contains("browse")) {
      ways.add("browses");
    }
    if (mode != null && mode.contains("review")) {
      ways.add("reviews");
    }
    String shown = String.join(",", ways.stream().map(habit -> "'" + habit + "'").toList());
    return PAGE.replace("STANDARD", standard)
        .replace("HABITS", "[" + shown + "]")
        .replace("STORED", stored.replace("<", "\\u003c"))
        .replace("OURS", ours)
        .replace("LATE", String.valueOf(!well && habits.contains("late")))
        .replace("NAME", standard.equals("scorm12") ? "API" : "API_1484_11")
        .replace("WINDOW", window);
  }

  private synchronized void merge(String elements) {
    ObjectMapper json = new ObjectMapper();
    ObjectNode all = (ObjectNode) json.readTree(stored);
    all.setAll((ObjectNode) json.readTree(elements));
    stored = all.toString();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = files.get(path);
    int status = path.equals("/slow") ? 504 : 200;
    boolean lost = isLost(path);
    if (isSignedOut(path)) {
      exchange.getResponseHeaders().set("Location", "/login.html");
      status = 303;
      body = new byte[0];
    } else if (lost) {
      status = 503;
      body = new byte[] {'0'};
    } else if (path.equals("/store") && exchange.getRequestMethod().equals("POST")) {
      merge(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      body = new byte[] {'1'};
    } else if (path.equals("/store") || path.equals("/slow")) {
      stored = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      body = new byte[] {'1'};
    } else if (path.equals("/lms.html")) {
      body = page(exchange.getRequestURI().getQuery()).getBytes(StandardCharsets.UTF_8);
    }
    String type =
        path.endsWith(".html")
            ? "text/html; charset=utf-8"
            : path.endsWith(".css")
                ? "text/css"
                : path.endsWith(".svg") ? "image/svg+xml" : "text/javascript";
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(body == null ? 404 : status, body == null ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      if (body != null) {
        out.write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
