package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.publish.KeptResults;
import dev.rebound.serve.PreviewServer;
import dev.rebound.serve.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of edits: nothing of a former state stays in memory. */
@Tag("long")
class ServeHeapTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void twoThousandEditsTakeNoMoreThanTwenty() throws IOException, InterruptedException {
    Path content = Courses.lay(folder, Courses.BASE).resolve("content").toRealPath();
    Path none = folder.resolve("none");
    try (PreviewServer server =
        PreviewServer.start(
            new Workspace(content, none, false, Workspace.VS_CODE),
            ServeCommand.tools(none, KeptResults.NONE),
            0)) {
      URI address = URI.create(server.address());
      HttpRequest events =
          HttpRequest.newBuilder(address.resolve("/_/events?page=harbour/fog.html"))
              .header(
                  "Cookie",
                  "rebound-" + address.getPort() + "=" + address.getQuery().replace("token=", ""))
              .build();
      Path lesson = content.resolve("courses/harbour/lessons/fog.md");
      String text = Files.readString(lesson);
      long early = 0;
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  HttpClient.newHttpClient()
                      .send(events, HttpResponse.BodyHandlers.ofInputStream())
                      .body(),
                  StandardCharsets.UTF_8))) {
        for (int edit = 1; edit <= 2000; edit++) {
          Files.writeString(lesson, text + "\nEdit number " + edit + " of all.\n");
          String wanted = "Edit number " + edit + " of all.";
          String line = lines.readLine();
          while (line != null && !line.contains(wanted)) {
            line = lines.readLine();
          }
          assertThat(line).isNotNull();
          early = edit == 20 ? used() : early;
        }
      }
      assertThat(used()).isLessThan(early * 12 / 10);
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
