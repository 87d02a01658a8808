package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.check.CheckedContent;
import dev.rebound.check.Unchecked;
import dev.rebound.course.Course;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.cmi5.Cmi5Publisher;
import dev.rebound.publish.page.Sample;
import dev.rebound.publish.scorm12.Scorm12Publisher;
import dev.rebound.publish.scorm2004.Scorm2004Publisher;
import dev.rebound.publish.site.SitePublisher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner's network and a platform's store have to carry. */
@Tag("slow")
class WeightTest {
  private static final int LESSON = 21 * 1024;
  private static final int QUIZ = 40 * 1024;
  private static final int PACKAGE = 150 * 1000;

  private static final Pattern RESOURCE =
      Pattern.compile("<(?:link|script|img)\\b[^>]*?\\b(?:href|src)=\"([^\"]+)\"");

  @Test
  void everyLessonAndQuizOfTheSampleIsLightOnFirstOpen() {
    CheckedContent sample = Unchecked.content(Sample.content(Path.of("content")));
    Map<Path, byte[]> site = new HashMap<>();
    new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of())
        .artefacts(sample)
        .forEach(file -> site.put(Path.of(file.path()), file.bytes()));
    SoftAssertions softly = new SoftAssertions();
    int weighed = 0;
    for (Course course : sample.content().courses()) {
      List<String> lessons =
          course.lessonsInOrder().stream().map(lesson -> lesson.id().value()).toList();
      List<String> quizzes =
          course.banksInOrder().stream().map(bank -> "quiz-" + bank.id().value()).toList();
      for (String page : Stream.concat(lessons.stream(), quizzes.stream()).toList()) {
        Path path = Path.of(course.id().value(), page + ".html");
        softly
            .assertThat(firstOpen(site, path))
            .as(path.toString())
            .isBetween(5_000, quizzes.contains(page) ? QUIZ : LESSON);
        weighed++;
      }
    }
    softly.assertAll();
    assertThat(weighed).isGreaterThan(20);
  }

  @Test
  void aPackageOfTwentyLessonsAnd160QuestionsIsSmall(@TempDir Path folder)
      throws IOException, InterruptedException {
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "bench/Course.java",
                "20",
                folder.toString(),
                "5")
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    CheckedContent course = Unchecked.content(Sample.content(folder.resolve("content")));
    assertThat(course.content().courses().get(0).lessonsInOrder()).hasSize(20);
    assertThat(course.content().courses().get(0).questions()).hasSize(160);
    for (Publisher publisher :
        List.of(
            new Scorm12Publisher(Sample.templates(), Sample.words()),
            new Scorm2004Publisher(Sample.templates(), Sample.words()),
            new Cmi5Publisher(Sample.templates(), Sample.words()))) {
      Artefact zip = publisher.artefacts(course).get(0);
      assertThat(zip.path()).endsWith(".zip");
      assertThat(zip.bytes().length).as(zip.path()).isBetween(50_000, PACKAGE);
    }
  }

  /** The page with every style, script, icon and picture that it names, each sent as gzip. */
  private static int firstOpen(Map<Path, byte[]> site, Path page) {
    byte[] html = site.getOrDefault(page, new byte[0]);
    // With scripts a browser leaves alone what is there for those without.
    String text =
        new String(html, StandardCharsets.UTF_8).replaceAll("(?s)<noscript>.*?</noscript>", "");
    Set<Path> named = new LinkedHashSet<>();
    Matcher resource = RESOURCE.matcher(text);
    while (resource.find()) {
      named.add(page.resolveSibling(resource.group(1)).normalize());
    }
    List<byte[]> all = new ArrayList<>(List.of(html));
    named.stream().flatMap(path -> Stream.ofNullable(site.get(path))).forEach(all::add);
    return all.stream().mapToInt(WeightTest::gzipped).sum();
  }

  private static int gzipped(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip =
        new GZIPOutputStream(out) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.size();
  }
}
