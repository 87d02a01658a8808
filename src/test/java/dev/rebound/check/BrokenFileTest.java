package dev.rebound.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.app.Catalog;
import dev.rebound.source.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot be read is one flaw: what only follows from it is not reported elsewhere. */
class BrokenFileTest {
  private static final Pattern FIRST_VALUE = Pattern.compile("(?m)^( *-? *[\\w-]+): \\S.*$");

  @TempDir private Path temp;

  @Test
  void onlyTheBrokenFileIsBlamed() throws IOException {
    Path workspace = temp.toRealPath();
    for (Path file : Courses.files(Courses.BASE)) {
      Path copy = workspace.resolve(Courses.BASE.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    List<String> wrong = new ArrayList<>();
    for (Path file : Courses.files(workspace.resolve("content"))) {
      byte[] whole = Files.readAllBytes(file);
      for (Map.Entry<String, byte[]> broken : broken(file, whole).entrySet()) {
        Files.write(file, broken.getValue());
        Report report = new Checker(Catalog.rules()).check(Courses.load(workspace), false).report();
        String way = broken.getKey() + " " + file.getFileName() + ": ";
        boolean blamed = false;
        for (Finding finding : report.findings()) {
          if (finding.span().file().endsWith(workspace.relativize(file).toString())) {
            blamed = true;
          } else {
            wrong.add(way + finding.span().file() + " " + finding.message());
          }
        }
        if (!blamed) {
          wrong.add(way + "not blamed");
        }
      }
      Files.write(file, whole);
    }
    assertThat(wrong).isEmpty();
  }

  private static Map<String, byte[]> broken(Path file, byte[] whole) {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("empty", new byte[0]);
    String name = file.toString();
    if (name.endsWith(".md") || name.endsWith(".yaml")) {
      String text = new String(whole, StandardCharsets.UTF_8);
      String open = FIRST_VALUE.matcher(text).replaceFirst("$1: \"open");
      all.put("unclosed quote", open.getBytes(StandardCharsets.UTF_8));
      all.put("not UTF-8", (text + "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
    }
    return all;
  }
}
