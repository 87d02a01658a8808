package dev.rebound.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.app.Main;
import dev.rebound.check.Report;
import dev.rebound.check.ReportText;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Input that is broken or hostile: {@code bad/<case>/} laid over {@code base}, or made here when it
 * is large or no file can hold it. Each gives exactly the findings of its {@code expected.txt}, and
 * a build of it ends with 1, says so in words, and leaves the last output as it was.
 */
class BadInputTest {
  private static final Path BAD = Courses.ROOT.resolve("bad");
  private static final String COURSE = "content/courses/harbour/";
  private static final String MATTER = "---\ntitle: Fog\nteaches: [say-back]\nminutes: 1\n---\n\n";

  @TempDir private Path temp;

  /** Makes a case's input in a workspace that already holds the clean course. */
  private interface Maker {
    void make(Path workspace) throws IOException;
  }

  private final Map<String, Maker> made = new LinkedHashMap<>();

  BadInputTest() {
    bytes("binary-lesson", COURSE + "lessons/fog.md", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
    bytes("nul-byte", COURSE + "quizzes/fog.yaml", "title: Fog\0\nquestions: []\n".getBytes(UTF));
    bytes(
        "latin-1",
        COURSE + "lessons/fog.md",
        (MATTER + "Im Caf\u00e9.\n").getBytes(StandardCharsets.ISO_8859_1));
    bytes(
        "cut-in-a-character",
        COURSE + "lessons/fog.md",
        java.util.Arrays.copyOf((MATTER + "\u00e9").getBytes(UTF), MATTER.length() + 1));
    bytes("utf-16", "content/glossary.yaml", "terms: []\n".getBytes(StandardCharsets.UTF_16));
    made.put(
        "fifty-megabytes",
        workspace -> {
          try (var out = Files.newOutputStream(workspace.resolve(COURSE + "lessons/fog.md"))) {
            byte[] line = "All work and no tea. ".repeat(50_000).getBytes(UTF);
            for (int i = 0; i < 50; i++) {
              out.write(line);
            }
          }
        });
    made.put(
        "eleven-megabyte-picture",
        workspace -> Files.write(workspace.resolve(COURSE + "images/big.png"), new byte[11 << 20]));
    text(
        "deep-drawing",
        COURSE + "images/lamp.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\">"
            + "<g>".repeat(20_000)
            + "</g>".repeat(20_000)
            + "</svg>");
    made.put("hostile-pixels", BadInputTest::hostilePixels);
    text("deep-quotes", COURSE + "lessons/fog.md", MATTER + "> ".repeat(2_000) + "fog\n");
    text("deep-lists", COURSE + "lessons/fog.md", MATTER + "- ".repeat(2_000) + "fog\n");
    text("deep-numbers", COURSE + "lessons/fog.md", MATTER + "1. ".repeat(2_000) + "fog\n");
    text("deep-indents", COURSE + "lessons/fog.md", MATTER + indented(600));
    text("deep-quotes-in-lists", COURSE + "lessons/fog.md", MATTER + "- > 1. ".repeat(500) + "a\n");
    text("deep-brackets", COURSE + "lessons/fog.md", MATTER + "[".repeat(9_000) + "\n");
    text(
        "deep-pictures",
        COURSE + "lessons/fog.md",
        MATTER + "![".repeat(900) + "a" + "](b)".repeat(900) + "\n");
    text(
        "deep-emphasis",
        COURSE + "lessons/fog.md",
        MATTER + "*a **b ".repeat(600) + "c" + "** d*".repeat(600) + "\n");
    text("many-stars", COURSE + "lessons/fog.md", MATTER + "*a_ ".repeat(2_400) + "\n");
    text("odd-back-quotes", COURSE + "lessons/fog.md", MATTER + backQuotes() + "\n");
    text(
        "wide-table",
        COURSE + "lessons/fog.md",
        MATTER + "|a".repeat(4_990) + "|\n" + "|-".repeat(4_990) + "|\n" + "|b".repeat(4_990));
    text("deep-yaml-flow", COURSE + "quizzes/fog.yaml", "title: " + "[".repeat(9_000) + "\n");
    text("deep-yaml-block", COURSE + "quizzes/fog.yaml", "title: " + "\n" + "- ".repeat(4_900));
    text("deep-yaml-braces", COURSE + "quizzes/fog.yaml", "{a: ".repeat(2_400) + "\n");
    text("long-yaml-key", COURSE + "quizzes/fog.yaml", "a".repeat(200_000) + ": 1\ntitle: Fog\n");
    text(
        "long-yaml-value",
        COURSE + "quizzes/fog.yaml",
        "title: Fog\nquestions:\n  - id: " + "a".repeat(5_000) + "!\n");
    text(
        "id-of-thousands-of-hyphens",
        COURSE + "quizzes/fog.yaml",
        "title: Fog\nquestions:\n  - id: " + "a-".repeat(4_900) + "!\n");
    text(
        "number-of-thousands-of-parts",
        COURSE + "quizzes/fog.yaml",
        "title: Fog\nquestions:\n  - id: fog\n    type: choice\n    level: apply\n    stem: Which?\n"
            + "    options:\n      - text: "
            + "1.".repeat(4_000)
            + "x\n        correct: true\n        applies: nowhere\n        feedback: Fog\n"
            + "      - { text: 2, breaks: nowhere, feedback: Fog }\n");
    text(
        "text-of-many-lines",
        COURSE + "quizzes/fog.yaml",
        "title: Fog\nquestions:\n  - id: fog\n    type: choice\n    level: apply\n    stem: >\n"
            + "      "
            + "fog fog fog fog fog fog fog fog fog\n      ".repeat(300)
            + "fog\n    options: []\n");
    text(
        "paragraph-of-many-pages",
        COURSE + "lessons/fog.md",
        MATTER + ("fog ".repeat(400) + "\n").repeat(70) + "\n<hr>\n");
    text(
        "long-words-in-a-chart",
        COURSE + "lessons/fog.md",
        MATTER
            + "```chart\ntype: bars\ntitle: Fog\nalt: Fog\nsource: us\nunit: m\nbars:\n"
            + "  - { name: "
            + "fog ".repeat(51)
            + ", value: 1 }\n```\n");
    text(
        "many-unknown-keys",
        COURSE + "quizzes/fog.yaml",
        "title: Fog\nquestions: []\n" + numbered("key%d: 1\n", 3));
    text(
        "many-dashes-then-html",
        COURSE + "lessons/fog.md",
        MATTER + "-".repeat(500_000) + "\n\n<hr>\n");
    text(
        "many-parentheses",
        COURSE + "lessons/fog.md",
        MATTER + "[a](".repeat(900) + "(".repeat(5_000) + "\n\n<hr>\n");
    text(
        "many-ampersands",
        COURSE + "lessons/fog.md",
        MATTER + "&amp;&#x\n".repeat(60_000) + "\n\n<hr>\n");
    text("many-lines", COURSE + "lessons/fog.md", MATTER + "fog\n".repeat(200_000) + "\n<hr>\n");
    text("long-line", COURSE + "lessons/fog.md", MATTER + "fog ".repeat(250_000) + "<b>here</b>\n");
    text(
        "many-definitions",
        COURSE + "lessons/fog.md",
        MATTER + numbered("[r%d]: javascript:x\n", 900) + "\nSee [r7].\n");
    text(
        "byte-order-mark-and-crlf",
        COURSE + "quizzes/fog.yaml",
        "\uFEFFtitle: Fog\r\nquestions:\r\n  - id: nod\r\n    tipe: essay\r\n");
    text(
        "carriage-returns-in-markdown",
        COURSE + "lessons/fog.md",
        ("\uFEFF" + MATTER + "\uD83C\uDF2B\uFE0F In <b>fog</b>.\n").replace("\n", "\r\n"));
    text("control-character", COURSE + "quizzes/fog.yaml", "title: Fog\nquestions: \u0007\n");
    text("terminal-codes", "content/glossary.yaml", "\"terms\\e[31m\": []\nterms: []\n");
    instead("folder-for-a-file", COURSE + "course.yaml", file -> Files.createDirectory(file));
    instead("pipe-for-a-file", COURSE + "course.yaml", BadInputTest::pipe);
    instead("folder-for-a-lesson", COURSE + "lessons/fog.md", file -> Files.createDirectory(file));
    instead("pipe-for-a-picture", COURSE + "images/lamp.svg", BadInputTest::pipe);
    link("link-that-leaves", COURSE + "lessons/fog.md", "outside/fog.md");
    link("folder-link-that-leaves", "content/dialogues", "outside");
    link("course-file-link-that-leaves", COURSE + "course.yaml", "outside/course.yaml");
    link("settings-link-that-leaves", "content/rebound.yaml", "outside/rebound.yaml");
    link("lock-link-that-leaves", "content/sources/night-watch.lock", "outside/night-watch.lock");
    link("picture-link-that-leaves", COURSE + "images/lamp.svg", "outside/lamp.svg");
    link("link-to-itself", COURSE + "lessons/fog.md", COURSE + "lessons/fog.md");
    link("link-to-nothing", COURSE + "lessons/fog.md", COURSE + "lessons/nothing.md");
    link("folder-in-a-circle", "content/courses/again", "content/courses");
  }

  private static final java.nio.charset.Charset UTF = StandardCharsets.UTF_8;

  private void bytes(String name, String file, byte[] content) {
    made.put(name, workspace -> Files.write(workspace.resolve(file), content));
  }

  /** Something else where a file should be. */
  private void instead(String name, String file, Maker maker) {
    made.put(
        name,
        workspace -> {
          Files.delete(workspace.resolve(file));
          maker.make(workspace.resolve(file));
        });
  }

  private static void pipe(Path file) throws IOException {
    try {
      assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  private void text(String name, String file, String content) {
    bytes(name, file, content.getBytes(UTF));
  }

  /** Pictures of pixels: cut off, damaged, of another kind, too large when drawn, moving. */
  private static void hostilePixels(Path workspace) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    byte[] png = pixels("png");
    byte[] jpeg = pixels("jpeg");
    files.put("bomb.png", header(png, 16, 30_000, 30_000));
    files.put("cut.jpg", java.util.Arrays.copyOf(jpeg, jpeg.length - 2));
    files.put("cut.png", java.util.Arrays.copyOf(png, png.length - 20));
    byte[] damaged = png.clone();
    damaged[png.length - 20] ^= 1;
    files.put("damaged.png", damaged);
    files.put("empty.png", new byte[0]);
    files.put("gif.png", "GIF89a".getBytes(UTF));
    files.put("jpeg.png", jpeg);
    files.put("moving.png", with(png, "acTL", new byte[8]));
    files.put("no-size.png", header(png, 16, 0, 0));
    files.put("png.jpg", png);
    files.put("png.svg", png);
    byte[] press = jpeg.clone();
    press[frame(jpeg) + 9] = 4;
    files.put("press.jpeg", press);
    files.put("words.jpg", "fog".getBytes(UTF));
    files.put("words.webp", "fog".getBytes(UTF));
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write("<svg/>".getBytes(UTF));
    }
    files.put("zipped.svg", zipped.toByteArray());
    files.put("zipped.svgz", zipped.toByteArray());
    StringBuilder shown = new StringBuilder(MATTER);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(workspace.resolve(COURSE + "images/" + file.getKey()), file.getValue());
      shown.append("![Fog](images/").append(file.getKey()).append(")\n");
    }
    Files.writeString(workspace.resolve(COURSE + "lessons/fog.md"), shown);
  }

  private static byte[] pixels(String kind) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), kind, out);
    return out.toByteArray();
  }

  /** Another size in a PNG's first chunk, with its checksum. */
  private static byte[] header(byte[] png, int at, int width, int height) {
    ByteBuffer changed = ByteBuffer.wrap(png.clone());
    changed.putInt(at, width).putInt(at + 4, height);
    CRC32 crc = new CRC32();
    crc.update(changed.array(), 12, 17);
    return changed.putInt(29, (int) crc.getValue()).array();
  }

  /** One more chunk after a PNG's first. */
  private static byte[] with(byte[] png, String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(png.length + 12 + data.length);
    chunk.put(png, 0, 33).putInt(data.length).put(type.getBytes(UTF)).put(data);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 37, 4 + data.length);
    return chunk.putInt((int) crc.getValue()).put(png, 33, png.length - 33).array();
  }

  /** Where a JPEG says how large it is and how many colours it has. */
  private static int frame(byte[] jpeg) {
    int at = 2;
    while ((jpeg[at + 1] & 0xFF) != 0xC0) {
      at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF));
    }
    return at;
  }

  /** Puts a symbolic link in a file's or folder's place; what it hides is moved out of content/. */
  private void link(String name, String from, String to) {
    made.put(
        name,
        workspace -> {
          Path outside = Files.createDirectories(workspace.resolve("outside"));
          Path link = workspace.resolve(from);
          if (Files.isDirectory(link)) {
            for (Path file : Courses.files(link)) {
              Files.move(file, outside.resolve(file.getFileName()));
            }
            Files.delete(link);
          } else if (Files.exists(link)) {
            Files.move(link, outside.resolve(link.getFileName()));
          }
          Files.createSymbolicLink(link, workspace.resolve(to).toAbsolutePath());
        });
  }

  private static String indented(int deep) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < deep; i++) {
      text.append("  ".repeat(i)).append("- fog\n");
    }
    return text.toString();
  }

  /** Runs of back quotes of many lengths, none of which closes another. */
  private static String backQuotes() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; text.length() < 20_000; i++) {
      text.append("a ").append("`".repeat(i)).append('\n');
    }
    return text.toString();
  }

  private static String numbered(String line, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(line.formatted(i));
    }
    return text.toString();
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path one : Courses.folders(BAD)) {
      String name = one.getFileName().toString();
      if (!made.containsKey(name)) {
        tests.add(
            DynamicTest.dynamicTest(
                name,
                () -> {
                  assertThat(Files.exists(one.resolve("content"))).as("%s has input", one).isTrue();
                  check(one, Courses.lay(temp.resolve(name), one));
                }));
      }
    }
    made.forEach(
        (name, maker) ->
            tests.add(
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      Path one = Files.createDirectories(BAD.resolve(name));
                      Path workspace = Courses.lay(temp.resolve(name), one);
                      maker.make(workspace);
                      check(one, workspace);
                    })));
    return tests.stream();
  }

  private static void check(Path one, Path workspace) throws IOException {
    Report report = Courses.report(workspace);
    assertThat(report.hasErrors()).isTrue();
    Courses.expect(one.resolve("expected.txt"), ReportText.of(report));
    assertThat(ReportText.of(report).lines()).allMatch(line -> line.length() < 400);
    leavesTheOutputAlone(workspace);
  }

  private static void leavesTheOutputAlone(Path workspace) throws IOException {
    Path out = workspace.resolve("site");
    Files.createDirectories(out.resolve("harbour"));
    Files.writeString(out.resolve(".rebound"), "made by an earlier build\n");
    Files.writeString(out.resolve("harbour/index.html"), "<!doctype html><title>Earlier</title>");
    Map<String, String> before = snapshot(workspace);
    StringWriter stdout = new StringWriter();
    StringWriter stderr = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(stdout),
            new PrintWriter(stderr),
            "build",
            "--content",
            workspace.resolve("content").toString(),
            "--out",
            out.toString());
    assertThat(code).as("%s", stderr).isEqualTo(1);
    assertThat(stdout.toString()).isEmpty();
    assertThat(stderr.toString())
        .contains("Nothing was published")
        .doesNotContain("\tat ", "Exception", "fault of Rebound");
    assertThat(snapshot(workspace)).isEqualTo(before);
  }

  /** Every file beside and below the output, byte by byte; the content itself is not read again. */
  private static Map<String, String> snapshot(Path workspace) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> beside = Files.list(workspace)) {
      beside.forEach(path -> files.put(path.getFileName().toString(), ""));
    }
    for (Path file : Courses.files(workspace.resolve("site"))) {
      assertThat(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
      files.put(
          workspace.relativize(file).toString(),
          new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }
    return files;
  }
}
