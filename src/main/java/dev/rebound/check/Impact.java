package dev.rebound.check;

import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Dialogue;
import dev.rebound.course.Lesson;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Scenario;
import dev.rebound.source.Block;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Reference;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a change of the content touches: whatever a learner meets that says something else than
 * before, in its own words or in those of a principle or excerpt it rests on.
 *
 * @param touched in the order of the content
 * @param courses those in which anything is touched, so their packages are to be made again
 */
public record Impact(List<Touched> touched, Set<String> courses) {

  /**
   * @param why its changed parts, {@code its stem, principle "agree-with-value"}; or that it is new
   *     or gone
   * @param span where it stands; where it stood when it is gone
   */
  public record Touched(String kind, String id, SourceSpan span, String why) {}

  /** One thing a learner meets. */
  private record Thing(String kind, String course, String id, SourceSpan span, Revision revision) {}

  public static Impact between(Content before, Content after) {
    Map<String, Thing> then = things(before);
    Map<String, Thing> now = things(after);
    List<Touched> touched = new ArrayList<>();
    Set<String> courses = new TreeSet<>();
    now.forEach(
        (key, thing) -> {
          Thing old = then.get(key);
          List<String> changed =
              old == null ? List.of() : thing.revision.changedSince(old.revision);
          if (old == null || !changed.isEmpty()) {
            touched.add(touched(thing, old == null ? "is new" : Revision.words(changed)));
            courses.addAll(coursesOf(thing, after));
          }
        });
    then.forEach(
        (key, thing) -> {
          if (!now.containsKey(key)) {
            touched.add(touched(thing, "is gone"));
            courses.addAll(coursesOf(thing, before));
          }
        });
    Set<String> existing = new TreeSet<>();
    after.courses().forEach(course -> existing.add(course.id().value()));
    courses.retainAll(existing);
    return new Impact(List.copyOf(touched), courses);
  }

  private static Touched touched(Thing thing, String why) {
    return new Touched(thing.kind, thing.id, thing.span, why);
  }

  /** A dialogue is in every course that shows it. */
  private static Set<String> coursesOf(Thing thing, Content content) {
    if (!thing.course.isEmpty()) {
      return Set.of(thing.course);
    }
    Set<String> showing = new TreeSet<>();
    for (Course course : content.courses()) {
      for (List<Block> body : course.bodies()) {
        if (Markup.references(body).stream()
            .anyMatch(to -> to.kind().equals("dialogue") && to.id().equals(thing.id))) {
          showing.add(course.id().value());
        }
      }
    }
    return showing;
  }

  private static Map<String, Thing> things(Content content) {
    Map<String, Thing> things = new LinkedHashMap<>();
    for (Dialogue dialogue : content.dialogues()) {
      Revision revision = Revision.of(says(dialogue), principles(dialogue), content);
      add(things, "dialogue", "", dialogue.id(), revision);
    }
    for (Course course : content.courses()) {
      course(course, content, things);
    }
    return things;
  }

  private static void course(Course course, Content content, Map<String, Thing> things) {
    String in = course.id().value();
    for (Lesson lesson : course.lessonsInOrder()) {
      Revision revision = Revision.of(says(lesson), principles(lesson), content);
      add(things, "lesson", in, lesson.id(), revision);
    }
    for (QuestionBank bank : course.banksInOrder()) {
      for (Question question : bank.questions()) {
        Located<String> key = new Located<>(question.key(), question.id().span());
        add(things, "question", in, key, Revision.of(question, content));
      }
    }
    for (Scenario scenario : course.scenariosInOrder()) {
      Revision revision = Revision.of(says(scenario), principles(scenario), content);
      add(things, "scenario", in, scenario.id(), revision);
    }
    for (Card card : course.cardsInOrder()) {
      add(things, "card", in, card.id(), Revision.of(says(card), principles(card), content));
    }
  }

  private static List<Revision.Part> says(Dialogue dialogue) {
    return List.of(
        new Revision.Part("title", dialogue.title().value()),
        new Revision.Part("setting", dialogue.setting().map(Located::value).orElse("")),
        new Revision.Part("poor", CanonicalText.each(dialogue.poor(), Impact::turn)),
        new Revision.Part("good", CanonicalText.each(dialogue.good(), Impact::turn)));
  }

  private static List<Object> turn(Dialogue.Turn turn) {
    return List.of(
        turn.speaker().value(),
        CanonicalText.inlines(turn.words()),
        CanonicalText.each(turn.turningPoints(), Reference::id));
  }

  private static List<Revision.Part> says(Lesson lesson) {
    return List.of(
        new Revision.Part("title", lesson.title().value()),
        new Revision.Part("teaches", CanonicalText.each(lesson.teaches(), Located::value)),
        new Revision.Part("minutes", lesson.minutes()),
        new Revision.Part("body", CanonicalText.blocks(lesson.body())));
  }

  private static List<Revision.Part> says(Scenario scenario) {
    return List.of(
        new Revision.Part("title", scenario.title().value()),
        new Revision.Part("setting", scenario.setting().map(Located::value).orElse("")),
        new Revision.Part("who", scenario.who().value()),
        new Revision.Part("start", scenario.start().value()),
        new Revision.Part("heat", scenario.heat()),
        new Revision.Part("loyalty", scenario.loyalty()),
        new Revision.Part(
            "nodes",
            CanonicalText.each(
                scenario.nodes(),
                node ->
                    List.of(
                        node.id().value(),
                        node.who().value(),
                        CanonicalText.of(node.line()),
                        CanonicalText.each(node.replies(), Impact::reply),
                        node.ending()
                            .map(it -> List.of(it.kind().word(), CanonicalText.of(it.debrief())))
                            .orElse(List.of())))));
  }

  private static List<Object> reply(Scenario.Reply reply) {
    return List.of(
        reply.id(),
        CanonicalText.of(reply.text()),
        Revision.value(reply.applies()),
        Revision.value(reply.breaks()),
        reply.heat(),
        reply.loyalty(),
        CanonicalText.each(
            reply.ways(), way -> List.of(Revision.value(way.condition()), way.to().value())),
        reply.feedback().map(CanonicalText::of).orElse(List.of()));
  }

  private static List<Revision.Part> says(Card card) {
    return List.of(
        new Revision.Part("title", card.title().value()),
        new Revision.Part("subtitle", card.subtitle().map(Located::value).orElse("")),
        new Revision.Part("front", CanonicalText.blocks(card.front())),
        new Revision.Part("back", CanonicalText.blocks(card.back())));
  }

  /** Every principle that is named in a thing. */
  private static Set<String> principles(Object thing) {
    Set<String> ids = new LinkedHashSet<>();
    for (Reference to : ContentWalk.in(thing).references()) {
      if (to.kind().equals("principle")) {
        ids.add(to.id());
      }
    }
    return ids;
  }

  private static void add(
      Map<String, Thing> things,
      String kind,
      String course,
      Located<String> id,
      Revision revision) {
    things.put(
        kind + " " + course + "/" + id.value(),
        new Thing(kind, course, id.value(), id.span(), revision));
  }
}
