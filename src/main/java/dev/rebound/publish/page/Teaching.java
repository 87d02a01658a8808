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

/** Which section of which lesson teaches a principle: what feedback sends a learner back to. */
final class Teaching {
  /**
   * @param anchor the id of the heading under which the principle is first cited, or of its entry
   *     at the lesson's end
   * @param section that heading's words, or the lesson's title
   */
  record Place(Lesson lesson, String anchor, String section) {}

  private final Map<String, Place> places = new HashMap<>();

  Teaching(Course course) {
    for (Lesson lesson : course.lessonsInOrder()) {
      Map<String, Place> cited = cited(lesson);
      for (Located<String> principle : lesson.teaches()) {
        String id = principle.value();
        places.putIfAbsent(
            id,
            cited.getOrDefault(
                id, new Place(lesson, PageIds.principle(id), lesson.title().value())));
      }
    }
  }

  Optional<Place> of(String principle) {
    return Optional.ofNullable(places.get(principle));
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
