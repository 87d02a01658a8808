package dev.rebound.course;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files beside {@code course.yaml}, whether it names them or not. */
public record CourseFiles(
    List<Lesson> lessons,
    List<QuestionBank> banks,
    List<Card> cards,
    List<Scenario> scenarios,
    List<Aid> aids,
    List<FacilitatorNote> notes,
    Extras extras) {
  public CourseFiles {
    lessons = List.copyOf(lessons);
    banks = List.copyOf(banks);
    cards = List.copyOf(cards);
    scenarios = List.copyOf(scenarios);
    aids = List.copyOf(aids);
    notes = List.copyOf(notes);
  }

  /** Those that one part is made of: a lesson or a conversation, and whatever may be asked. */
  CourseFiles only(String kind, String id) {
    return new CourseFiles(
        kind.equals("lesson")
            ? lessons.stream().filter(it -> it.id().value().equals(id)).toList()
            : List.of(),
        banks,
        List.of(),
        kind.equals("scenario")
            ? scenarios.stream().filter(it -> it.id().value().equals(id)).toList()
            : List.of(),
        List.of(),
        List.of(),
        extras);
  }

  CourseFiles withBanks(Predicate<QuestionBank> wanted) {
    return with(banks.stream().filter(wanted).toList());
  }

  CourseFiles withMore(List<QuestionBank> others) {
    return with(Stream.concat(banks.stream(), others.stream()).toList());
  }

  private CourseFiles with(List<QuestionBank> these) {
    return new CourseFiles(lessons, these, cards, scenarios, aids, notes, extras);
  }
}
