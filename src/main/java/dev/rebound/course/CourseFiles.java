package dev.rebound.course;

import java.util.List;

/** The files beside {@code course.yaml}, whether it names them or not. */
public record CourseFiles(
    List<Lesson> lessons,
    List<QuestionBank> banks,
    List<Card> cards,
    List<Scenario> scenarios,
    List<Aid> aids,
    List<FacilitatorNote> notes,
    List<Course.Image> images) {
  public CourseFiles {
    lessons = List.copyOf(lessons);
    banks = List.copyOf(banks);
    cards = List.copyOf(cards);
    scenarios = List.copyOf(scenarios);
    aids = List.copyOf(aids);
    notes = List.copyOf(notes);
    images = List.copyOf(images);
  }
}
