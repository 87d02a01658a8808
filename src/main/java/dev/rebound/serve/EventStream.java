package dev.rebound.serve;

import com.sun.net.httpserver.HttpExchange;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.source.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Tells one window what is new, as server-sent events: its page first, then what was found.
 *
 * <pre>
 * event: page
 * data: {"version":7,"looks":1,"html":"…"}
 * </pre>
 */
final class EventStream {
  /** So often a window is asked whether it is still there. */
  private static final long PULSE_MS = 15_000;

  private record Page(long version, long looks, Optional<String> html, Optional<String> trouble) {}

  /** What the workshop is about, once. */
  private record Hello(String name, boolean readOnly, boolean prints, List<CourseName> courses) {}

  /** A course that can be shown. */
  private record CourseName(String id, String title) {}

  private final Workspace workspace;
  private final Workshop workshop;

  EventStream(Workspace workspace, Workshop workshop) {
    this.workspace = workspace;
    this.workshop = workshop;
  }

  void run(HttpExchange exchange) throws IOException {
    String path = PreviewServer.parameter(exchange, "page");
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    Workshop.Seen seen = Workshop.Seen.NOTHING;
    Optional<Page> shown = Optional.empty();
    long shownVersion = -1;
    long marked = -1;
    boolean complete = false;
    try {
      send(out, "hello", Json.write(hello(workshop.now().content())));
      while (workshop.isOpen()) {
        if (!workshop.await(seen, PULSE_MS)) {
          out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
          out.flush();
          continue;
        }
        seen = workshop.seen();
        if (seen.version() != shownVersion) {
          Page page = page(workshop.now(), path);
          if (shown.isEmpty() || !isSame(shown.get(), page)) {
            send(out, "page", Json.write(page));
            shown = Optional.of(page);
          }
          shownVersion = page.version;
          workshop.shows(this, shownVersion);
        }
        Found found = workshop.found();
        if (found.version() > 0 && (found.version() != marked || found.complete() != complete)) {
          send(out, "findings", found.told().get());
          marked = found.version();
          complete = found.complete();
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (IOException gone) {
      // The window is closed, or shows another page and has asked anew.
    } finally {
      workshop.leaves(this);
    }
  }

  private static boolean isSame(Page a, Page b) {
    return a.looks == b.looks && a.html.equals(b.html) && a.trouble.equals(b.trouble);
  }

  private Page page(Snapshot now, String path) {
    try {
      return new Page(
          now.version(), now.looks(), now.page(path).map(Preview::of), workshop.trouble());
    } catch (RuntimeException failure) {
      // A template that is being written; the page stays as it was.
      return new Page(
          now.version(),
          now.looks(),
          Optional.empty(),
          Optional.of(String.valueOf(failure.getMessage())));
    }
  }

  private Hello hello(Content content) {
    return new Hello(
        workspace.name(),
        workspace.readOnly(),
        content.courses().stream().anyMatch(Course::printed),
        content.courses().stream()
            .map(it -> new CourseName(it.id().value(), it.title().value()))
            .toList());
  }

  private static void send(OutputStream out, String event, String json) throws IOException {
    // One write: what arrives in pieces is shown later.
    out.write(("event: " + event + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
