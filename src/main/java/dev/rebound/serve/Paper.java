package dev.rebound.serve;

import dev.rebound.check.Report;
import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Download;
import dev.rebound.publish.print.PrintPublisher;
import dev.rebound.source.Block;
import dev.rebound.source.Markup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a course is printed, laid out when somebody looks at it. Of a long document that is the
 * part that they are at: all of it would take longer than anybody waits for a page.
 */
final class Paper {
  private static final Pattern PART =
      Pattern.compile("([a-z0-9-]+)/part/(lesson|quiz|scenario)/([a-z0-9-]+)[.]pdf");

  private static final Pattern STEP = Pattern.compile("(?:(quiz|scenario)-)?([a-z0-9-]+)[.]html");

  private static final Map<String, String> NAMES =
      Map.of(
          "workbook", "The workbook",
          "roleplay", "The role-play kit",
          "trace", "The trace matrix",
          "how", "How to print");

  /**
   * Something to look at.
   *
   * @param here whether what the author is at is on it
   * @param page where that is
   */
  record Sheet(String href, String name, boolean here, int page) {}

  /** What was laid out last: a window asks for it twice, to see whether it is another. */
  private record Made(long version, String path, byte[] bytes) {}

  private final Tools tools;
  private final Workshop workshop;
  private @Nullable Made last;

  Paper(Tools tools, Workshop workshop) {
    this.tools = tools;
    this.workshop = workshop;
  }

  /**
   * The sheets of a course, what the author is at first.
   *
   * @param page of the site
   * @param file of the content, where the author is at a text that has no page
   */
  List<Sheet> sheets(String page, String file) {
    Content content = workshop.now().content();
    Optional<Course> course =
        content.courses().stream()
            .filter(it -> file.startsWith(it.folder() + "/"))
            .findFirst()
            .or(() -> content.course(page.replaceFirst("/.*", "")))
            .or(() -> content.courses().stream().filter(Course::printed).findFirst());
    return course
        .filter(Course::printed)
        .map(it -> sheets(content, it, page, file))
        .orElse(List.of());
  }

  private List<Sheet> sheets(Content content, Course course, String page, String file) {
    PrintPublisher print = tools.print();
    String id = file.replaceFirst("^.*/", "").replaceFirst("[.][a-z]+$", "");
    boolean ofCard = file.startsWith(course.folder() + "/cards/");
    boolean ofAid = file.startsWith(course.folder() + "/aids/");
    String step = page.substring(page.indexOf('/') + 1);
    List<Sheet> here = new ArrayList<>();
    List<Sheet> parts = ofCard || ofAid ? List.of() : parts(course, step);
    Set<String> about =
        course.lesson(step.replaceFirst("[.]html$", "")).map(Paper::principles).orElse(Set.of());
    Optional<Card> card =
        course.cardsInOrder().stream()
            .filter(
                it ->
                    ofCard
                        ? it.id().value().equals(id)
                        : speaksOf(about, it.front()) || speaksOf(about, it.back()))
            .findFirst();
    List<Sheet> others = new ArrayList<>();
    for (Download download : print.downloads(content)) {
      if (!download.course().equals(course.id().value())) {
        continue;
      }
      String href = "/paper/" + download.path();
      String name = download.path().replaceFirst("^.*/", "");
      if (download.kind().equals("cards") && card.isPresent()) {
        String of = card.get().id().value();
        here.add(
            new Sheet(
                href,
                "Card “" + card.get().title() + "”, " + download.variant(),
                true,
                print.page(content, course, download.variant(), of)));
      } else if (download.kind().equals("aids")) {
        boolean its = isOn(course, download, ofAid ? id : "", about);
        (its ? here : others).add(new Sheet(href, "Job aid “" + download.variant() + "”", its, 1));
      } else {
        others.add(
            new Sheet(
                href,
                download.kind().equals("cards")
                    ? "Cards, " + download.variant()
                    : NAMES.getOrDefault(download.kind(), name),
                false,
                1));
      }
    }
    return Stream.of(parts, here, others).flatMap(List::stream).toList();
  }

  private static boolean isOn(Course course, Download aid, String id, Set<String> about) {
    return course.aidFiles().stream()
        .filter(it -> aid.path().endsWith("/" + course.id() + "-" + it.id() + ".pdf"))
        .anyMatch(it -> it.id().value().equals(id) || (id.isEmpty() && speaksOf(about, it.body())));
  }

  /** The pages of the workbook, or of the role-play kit, that a page of the site has. */
  private static List<Sheet> parts(Course course, String page) {
    Matcher step = STEP.matcher(page);
    if (!step.matches()) {
      return List.of();
    }
    String kind = Optional.ofNullable(step.group(1)).orElse("lesson");
    String id = step.group(2);
    boolean isThere =
        switch (kind) {
          case "quiz" -> course.quiz(id).filter(it -> !course.graded(it)).isPresent();
          case "scenario" ->
              course.scenario(id).filter(course.scenariosInOrder()::contains).isPresent();
          default -> course.lesson(id).filter(course.lessonsInOrder()::contains).isPresent();
        };
    String name =
        kind.equals("scenario")
            ? "This conversation in the role-play kit"
            : "This " + kind + " in the workbook";
    return isThere
        ? List.of(
            new Sheet("/paper/" + course.id() + "/part/" + kind + "/" + id + ".pdf", name, true, 1))
        : List.of();
  }

  private static Set<String> principles(Lesson lesson) {
    Set<String> all = new HashSet<>();
    lesson.teaches().forEach(it -> all.add(it.value()));
    return all;
  }

  private static boolean speaksOf(Set<String> principles, List<Block> body) {
    return Markup.references(body).stream()
        .anyMatch(to -> to.kind().equals("principle") && principles.contains(to.id()));
  }

  /**
   * A document of the content as it is now, without its drafts.
   *
   * @param path {@code tea/part/lesson/pot.pdf}, or that of a PDF of the site
   */
  synchronized byte[] pdf(String path) {
    Snapshot now = workshop.now();
    Made before = last;
    if (before != null && before.version == now.version() && before.path.equals(path)) {
      return before.bytes;
    }
    byte[] bytes = made(now.content(), path);
    last = new Made(now.version(), path, bytes);
    return bytes;
  }

  private byte[] made(Content content, String path) {
    Matcher part = PART.matcher(path);
    if (part.matches()) {
      Course course =
          content
              .course(part.group(1))
              .filter(Course::printed)
              .filter(it -> !parts(it, page(part)).isEmpty())
              .orElseThrow(() -> new Refusal(404, "The course has no such page, or no longer."));
      return tools.print().part(content, course, part.group(2), part.group(3));
    }
    return tools.print().artefacts(content, new Report(List.of(), List.of())).stream()
        .filter(it -> it.path().equals(path))
        .findFirst()
        .map(Artefact::bytes)
        .orElseThrow(() -> new Refusal(404, "The course has no such PDF, or no longer."));
  }

  /** The engine takes seconds for its first document: they pass while nobody waits. */
  void warmUp() {
    try {
      Workshop.Seen seen = workshop.seen();
      while (workshop.isOpen() && !seen.complete()) {
        workshop.await(seen, 1000);
        seen = workshop.seen();
      }
      Content content = workshop.now().content();
      for (Course course : content.courses()) {
        if (course.printed() && !course.lessonsInOrder().isEmpty()) {
          String first = course.lessonsInOrder().get(0).id().value();
          tools.printAnew().part(content, course, "lesson", first);
          return;
        }
      }
    } catch (InterruptedException closes) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException refused) {
      // Whoever asks for it is told why.
    }
  }

  private static String page(Matcher part) {
    String before = part.group(2).equals("lesson") ? "" : part.group(2) + "-";
    return before + part.group(3) + ".html";
  }
}
