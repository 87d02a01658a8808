package dev.rebound.course;

import dev.rebound.source.Located;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code content/courses/<id>/}: what one learner works through.
 *
 * @param folder {@code content/courses/<id>}, as findings name it
 * @param passMark percent, 0 to 100
 * @param cards the cards to print, in order
 * @param stocks the sheets to impose cards on, one PDF each
 */
public record Course(
    Located<String> id,
    String folder,
    String title,
    String language,
    Optional<String> audience,
    int passMark,
    List<Module> modules,
    List<Located<String>> cards,
    List<Located<String>> stocks,
    List<Lesson> lessonFiles,
    List<QuestionBank> bankFiles,
    List<Card> cardFiles,
    List<Scenario> scenarioFiles,
    List<Aid> aidFiles,
    List<FacilitatorNote> facilitatorFiles,
    List<Image> imageFiles) {

  /** A picture of the course; its bytes are read when it is published. */
  public record Image(String path, Path file, long size) {}

  /** The lesson with this id, when there is one. */
  public Optional<Lesson> lesson(String wanted) {
    return lessonFiles.stream().filter(l -> l.id().value().equals(wanted)).findFirst();
  }

  /** The question bank with this id, when there is one. */
  public Optional<QuestionBank> bank(String wanted) {
    return bankFiles.stream().filter(b -> b.id().value().equals(wanted)).findFirst();
  }

  /** The card with this id, when there is one. */
  public Optional<Card> card(String wanted) {
    return cardFiles.stream().filter(c -> c.id().value().equals(wanted)).findFirst();
  }

  /** The lessons in the order they are taught. */
  public List<Lesson> lessonsInOrder() {
    return modules.stream()
        .flatMap(module -> module.lessons().stream())
        .flatMap(id -> lesson(id.value()).stream())
        .toList();
  }

  /** The banks of the modules' quizzes, in order. */
  public List<QuestionBank> banksInOrder() {
    return modules.stream()
        .flatMap(module -> module.quiz().stream())
        .flatMap(id -> bank(id.value()).stream())
        .toList();
  }

  /** The cards to print, in order. */
  public List<Card> cardsInOrder() {
    return cards.stream().flatMap(id -> card(id.value()).stream()).toList();
  }

  /** Every question of the banks in use. */
  public Stream<Question> questions() {
    return banksInOrder().stream().flatMap(bank -> bank.questions().stream());
  }
}
