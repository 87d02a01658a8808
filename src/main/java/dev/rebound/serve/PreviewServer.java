package dev.rebound.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rebound.publish.Artefact;
import dev.rebound.source.Json;
import dev.rebound.source.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Serves the workshop to a browser on this machine: the pages as they are now, and what is wrong
 * with them. It writes nothing but what an author changes in the browser.
 */
public final class PreviewServer implements Closeable {
  private static final String SELF =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'"
          + " data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; worker-src 'none';"
          + " frame-ancestors 'self'";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("csv", "text/csv; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("webm", "video/webm"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("pdf", "application/pdf"));

  /** The most that a browser may send. */
  private static final int MOST = 4 << 20;

  private final Workspace workspace;
  private final Tools tools;
  private final Workshop workshop;
  private final HttpServer server;
  private final ExecutorService threads;
  private final Access access;
  private final Edits edits;
  private final Packages packages;
  private final Paper paper;

  private PreviewServer(Workspace workspace, Tools tools, int port) throws IOException {
    this.workspace = workspace;
    this.tools = tools;
    // An answer in two pieces would wait for the browser to have got the first. The JDK's server
    // reads this once, before it makes its first, and has no other switch for it.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    server = HttpServer.create(new InetSocketAddress(here, port), 0);
    access = new Access(server.getAddress().getPort());
    workshop = new Workshop(workspace, tools);
    edits = new Edits(workspace, workshop);
    packages = new Packages(tools, workshop);
    paper = new Paper(tools, workshop);
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "rebound-answers");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    threads.execute(paper::warmUp);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * @param port 0 for any that is free
   */
  public static PreviewServer start(Workspace workspace, Tools tools, int port) throws IOException {
    return new PreviewServer(workspace, tools, port);
  }

  /** What to open in a browser. */
  public String address() {
    return access.address();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      exchange.getResponseHeaders().set("Content-Security-Policy", SELF);
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
      exchange.getResponseHeaders().set("Cross-Origin-Resource-Policy", "same-origin");
      exchange.getResponseHeaders().set("Cross-Origin-Opener-Policy", "same-origin");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      answer(exchange);
    } catch (Refusal refusal) {
      send(exchange, refusal.status(), "text/plain; charset=utf-8", refusal.says());
    } catch (RuntimeException fault) {
      send(
          exchange,
          500,
          "text/plain; charset=utf-8",
          "This page cannot be made: " + fault.getMessage());
    } finally {
      exchange.close();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (!access.isOurs(exchange)) {
      throw new Refusal(403, "Only pages of this server may ask.");
    }
    String path = exchange.getRequestURI().getPath();
    boolean reads = exchange.getRequestMethod().equals("GET");
    if (reads && path.equals("/") && access.hasToken(exchange)) {
      exchange.getResponseHeaders().set("Set-Cookie", access.cookie());
      exchange.getResponseHeaders().set("Location", "/");
      exchange.sendResponseHeaders(303, -1);
      return;
    }
    if (!access.hasCookie(exchange)) {
      throw new Refusal(
          403, "Open the address that `rebound serve` has printed: it holds a token.");
    }
    if (!reads || path.matches("/_/(text|answer|things)")) {
      edit(exchange, path);
    } else if (path.equals("/")) {
      own(exchange, "shell.html");
    } else if (path.equals("/_/events")) {
      new EventStream(workspace, workshop).run(exchange);
    } else if (path.equals("/_/paper")) {
      List<Paper.Sheet> sheets =
          paper.sheets(parameter(exchange, "page"), parameter(exchange, "file"));
      send(exchange, 200, type("json"), Json.write(sheets));
    } else if (path.startsWith("/paper/")) {
      paper(exchange, path.substring("/paper/".length()));
    } else if (path.equals("/_/package")) {
      open(exchange);
    } else if (path.startsWith("/package/")) {
      byte[] file =
          packages
              .file(path.substring("/package/".length()))
              .orElseThrow(() -> new Refusal(404, "The package has no such file."));
      send(exchange, 200, type(path), file);
    } else if (path.equals("/_/explain")) {
      String rule = parameter(exchange, "rule");
      send(
          exchange,
          200,
          "text/plain; charset=utf-8",
          tools.explain(rule).orElseThrow(() -> new Refusal(404, "There is no such rule.")));
    } else if (path.startsWith("/_/")) {
      own(exchange, path.substring("/_/".length()));
    } else if (path.startsWith("/site/")) {
      page(exchange, path.substring("/site/".length()));
    } else {
      throw new Refusal(404, "There is no such page.");
    }
  }

  /** What changes a file, or is asked in order to. */
  private void edit(HttpExchange exchange, String path) throws IOException {
    if (workspace.readOnly()) {
      throw new Refusal(403, "This workshop only shows.");
    }
    String method = exchange.getRequestMethod();
    Map<String, String> said =
        Edits.form(
            method.equals("POST")
                ? new String(exchange.getRequestBody().readNBytes(MOST), StandardCharsets.UTF_8)
                : Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    Object answer =
        switch (method + " " + path) {
          case "GET /_/text" -> edits.text(need(said, "place"));
          case "GET /_/answer" -> edits.mapping(need(said, "at"));
          case "GET /_/things" -> Things.of(workshop.now().content());
          case "POST /_/add", "POST /_/create", "POST /_/source" -> {
            write(path, said);
            yield Map.of();
          }
          case "POST /_/try" -> edits.tried(need(said, "place"), need(said, "text"));
          case "POST /_/text" -> {
            edits.save(need(said, "place"), need(said, "was"), need(said, "text"));
            yield Map.of();
          }
          case "POST /_/answer" -> {
            edits.map(
                need(said, "at"),
                need(said, "was"),
                need(said, "right").equals("true"),
                need(said, "principle"));
            yield Map.of();
          }
          case "POST /_/undo" -> Map.of("file", edits.undo());
          default -> throw new Refusal(405, "There is nothing to send here.");
        };
    send(exchange, 200, type("json"), Json.write(answer));
  }

  /** What a form gives. */
  private void write(String path, Map<String, String> said) throws IOException {
    Workshop.Seen before = workshop.seen();
    String file = need(said, "file");
    if (path.endsWith("add")) {
      edits.add(file, need(said, "key"), need(said, "entry"), need(said, "otherwise"));
    } else if (path.endsWith("source")) {
      edits.source(file, need(said, "matter"), need(said, "body"), need(said, "pasted"));
    } else {
      edits.create(file, need(said, "matter"), need(said, "body"));
    }
    try {
      edits.settle(before);
    } catch (InterruptedException closes) {
      Thread.currentThread().interrupt();
    }
  }

  private static String need(Map<String, String> said, String name) {
    return Optional.ofNullable(said.get(name))
        .orElseThrow(() -> new Refusal(400, "`" + name + "` is missing."));
  }

  private void page(HttpExchange exchange, String path) throws IOException {
    Artefact page =
        workshop
            .now()
            .page(path)
            .orElseThrow(() -> new Refusal(404, "The course has no such page, or no longer."));
    if (path.endsWith(".html")) {
      send(exchange, 200, type(path), Preview.of(page));
    } else {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      page.writeTo(bytes);
      send(exchange, 200, type(path), bytes.toByteArray());
    }
  }

  private void paper(HttpExchange exchange, String path) throws IOException {
    byte[] pdf = paper.pdf(path);
    // The browser's own viewer is a page with scripts and styles.
    exchange.getResponseHeaders().remove("Content-Security-Policy");
    exchange.getResponseHeaders().set("ETag", '"' + Sha256.of(pdf).substring(0, 16) + '"');
    send(exchange, 200, type(path), pdf);
  }

  private void open(HttpExchange exchange) throws IOException {
    try {
      Packages.Playable opened =
          packages.open(parameter(exchange, "standard"), parameter(exchange, "course"));
      send(exchange, 200, type("json"), Json.write(opened));
    } catch (InterruptedException closes) {
      Thread.currentThread().interrupt();
      throw new Refusal(503, "The workshop closes.");
    }
  }

  /** A file of the workshop itself. */
  private static void own(HttpExchange exchange, String name) throws IOException {
    if (!name.matches("[a-z-]+[.](html|js|css|svg)")) {
      throw new Refusal(404, "There is no such file.");
    }
    try (@Nullable InputStream in = PreviewServer.class.getResourceAsStream("/serve/" + name)) {
      if (in == null) {
        throw new Refusal(404, "There is no such file.");
      }
      send(exchange, 200, type(name), in.readAllBytes());
    }
  }

  private static String type(String path) {
    return TYPES.getOrDefault(
        path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
  }

  static String parameter(HttpExchange exchange, String name) {
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    for (String one : query.split("&", 20)) {
      if (one.startsWith(name + "=")) {
        return java.net.URLDecoder.decode(one.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() throws IOException {
    workshop.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
