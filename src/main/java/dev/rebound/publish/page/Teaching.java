package dev.rebound.publish.page;

import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.source.Block;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Reference;
import dev.rebound.source.Slug;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which section of which lesson teaches a principle: what feedback sends a learner back to. */
final class Teaching {
  /**
   * @param anchor the id of the heading under which the principle is first cited, or of its entry
   *     at the lesson's end
   * @param section that heading's words, or the lesson's title
   */
  record Place(Lesson lesson, String anchor, String section) {}

  /** The first lesson that says it teaches a principle. */
  private final Map<String, Lesson> taught = new HashMap<>();

  /** What was asked for so far: a page speaks of a few principles, a course of many. */
  private final Map<String, Place> places = new ConcurrentHashMap<>();

  Teaching(Course course) {
    for (Lesson lesson : course.lessonsInOrder()) {
      for (Located<String> principle : lesson.teaches()) {
        taught.putIfAbsent(principle.value(), lesson);
      }
    }
  }

  Optional<Place> of(String principle) {
    return Optional.ofNullable(taught.get(principle))
        .map(lesson -> places.computeIfAbsent(principle, id -> place(id, lesson)));
  }

  private static Place place(String principle, Lesson lesson) {
    return cited(lesson)
        .getOrDefault(
            principle, new Place(lesson, PageIds.principle(principle), lesson.title().value()));
  }

  private static Map<String, Place> cited(Lesson lesson) {
    Map<String, Place> cited = new HashMap<>();
    Slug slugs = new Slug();
    // What is cited before any heading is taught at the top.
    Place[] here = {new Place(lesson, "", lesson.title().value())};
    Markup.eachBlock(
        lesson.body(),
        block -> {
          if (block instanceof Block.Heading heading) {
            String text = Markup.plain(heading.content());
            here[0] = new Place(lesson, slugs.of(text), text);
          }
          Place place = here[0];
          if (place != null
              && !(block instanceof Block.BlockQuote || block instanceof Block.ItemList)) {
            for (Reference to : Markup.references(List.of(block))) {
              if (to.kind().equals("principle")) {
                cited.putIfAbsent(to.id(), place);
              }
            }
          }
        });
    return cited;
  }
}
