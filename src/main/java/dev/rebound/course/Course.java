package dev.rebound.course;

import static java.util.stream.Collectors.toSet;

import dev.rebound.source.Block;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code content/courses/<id>/}: what one learner works through. A class rather than a record,
 * because its order and its lookups are made once: every page of a long course asks for them.
 */
public final class Course {
  private final Located<String> id;
  private final String folder;
  private final String title;
  private final String language;
  private final Optional<String> audience;
  private final int passMark;
  private final List<Module> modules;
  private final Optional<Quiz> finalQuiz;
  private final List<Located<String>> cards;
  private final List<Located<String>> stocks;
  private final boolean printed;
  private final boolean perModule;
  private final boolean confidence;
  private final List<Lesson> lessonFiles;
  private final List<QuestionBank> bankFiles;
  private final List<Card> cardFiles;
  private final List<Scenario> scenarioFiles;
  private final List<Aid> aidFiles;
  private final List<FacilitatorNote> facilitatorFiles;
  private final List<Image> imageFiles;

  /** The course that this is a unit of: a final covers modules that are not in its own unit. */
  private final Course whole;

  private final Map<String, Lesson> lessonById;
  private final Map<String, QuestionBank> bankById;
  private final Map<String, Card> cardById;
  private final Map<String, Scenario> scenarioById;
  private final Map<String, Question> questionByKey;
  private final List<Lesson> lessonsInOrder;
  private final List<Quiz> quizzes;
  private final List<QuestionBank> banksInOrder;
  private final List<Card> cardsInOrder;
  private final List<Scenario> scenariosInOrder;

  /** A picture of the course; its bytes are read when it is published. */
  public record Image(String path, Path file, long size) {}

  /**
   * @param folder {@code content/courses/<id>}, as findings name it
   * @param passMark percent, 0 to 100
   * @param finalQuiz what is taken after all modules, and decides score and passing
   * @param cards the cards to print, in order
   * @param stocks the sheets to impose cards on, one PDF each
   * @param printed whether the course is printed at all: it says {@code print:}
   * @param perModule whether a platform launches each module for itself: {@code packaging: module}
   * @param confidence whether modules' quizzes ask how sure one is: {@code confidence: true}
   */
  public Course(
      Located<String> id,
      String folder,
      String title,
      String language,
      Optional<String> audience,
      int passMark,
      List<Module> modules,
      Optional<Quiz> finalQuiz,
      List<Located<String>> cards,
      List<Located<String>> stocks,
      boolean printed,
      boolean perModule,
      boolean confidence,
      List<Lesson> lessonFiles,
      List<QuestionBank> bankFiles,
      List<Card> cardFiles,
      List<Scenario> scenarioFiles,
      List<Aid> aidFiles,
      List<FacilitatorNote> facilitatorFiles,
      List<Image> imageFiles) {
    this(
        id,
        folder,
        title,
        language,
        audience,
        passMark,
        modules,
        finalQuiz,
        cards,
        stocks,
        printed,
        perModule,
        confidence,
        lessonFiles,
        bankFiles,
        cardFiles,
        scenarioFiles,
        aidFiles,
        facilitatorFiles,
        imageFiles,
        null);
  }

  /**
   * @param of the course that this is a unit of: its banks are looked up there
   */
  private Course(
      Located<String> id,
      String folder,
      String title,
      String language,
      Optional<String> audience,
      int passMark,
      List<Module> modules,
      Optional<Quiz> finalQuiz,
      List<Located<String>> cards,
      List<Located<String>> stocks,
      boolean printed,
      boolean perModule,
      boolean confidence,
      List<Lesson> lessonFiles,
      List<QuestionBank> bankFiles,
      List<Card> cardFiles,
      List<Scenario> scenarioFiles,
      List<Aid> aidFiles,
      List<FacilitatorNote> facilitatorFiles,
      List<Image> imageFiles,
      @Nullable Course of) {
    this.id = id;
    this.folder = folder;
    this.title = title;
    this.language = language;
    this.audience = audience;
    this.passMark = passMark;
    this.modules = List.copyOf(modules);
    this.finalQuiz = finalQuiz;
    this.cards = List.copyOf(cards);
    this.stocks = List.copyOf(stocks);
    this.printed = printed;
    this.perModule = perModule;
    this.confidence = confidence;
    this.lessonFiles = List.copyOf(lessonFiles);
    this.bankFiles = List.copyOf(bankFiles);
    this.cardFiles = List.copyOf(cardFiles);
    this.scenarioFiles = List.copyOf(scenarioFiles);
    this.aidFiles = List.copyOf(aidFiles);
    this.facilitatorFiles = List.copyOf(facilitatorFiles);
    this.imageFiles = List.copyOf(imageFiles);
    lessonById = byId(this.lessonFiles, lesson -> lesson.id().value());
    whole = of == null ? this : of;
    bankById = of == null ? byId(this.bankFiles, bank -> bank.id().value()) : of.bankById;
    questionByKey = of == null ? byKey(this.bankFiles) : of.questionByKey;
    cardById = byId(this.cardFiles, card -> card.id().value());
    scenarioById = byId(this.scenarioFiles, scenario -> scenario.id().value());
    lessonsInOrder = inOrder(this.modules.stream().flatMap(m -> m.lessons().stream()), lessonById);
    quizzes =
        Stream.concat(this.modules.stream().flatMap(m -> m.quiz().stream()), finalQuiz.stream())
            .filter(quiz -> bankById.containsKey(quiz.id().value()))
            .toList();
    banksInOrder = inOrder(quizzes.stream().flatMap(quiz -> quiz.from().stream()), bankById);
    cardsInOrder = inOrder(this.cards.stream(), cardById);
    scenariosInOrder =
        inOrder(this.modules.stream().flatMap(m -> m.scenarios().stream()), scenarioById);
  }

  public Located<String> id() {
    return id;
  }

  public String folder() {
    return folder;
  }

  public String title() {
    return title;
  }

  public String language() {
    return language;
  }

  public Optional<String> audience() {
    return audience;
  }

  public int passMark() {
    return passMark;
  }

  public List<Module> modules() {
    return modules;
  }

  /** What is taken after all modules, when there is one. */
  public Optional<Quiz> finalQuiz() {
    return finalQuiz;
  }

  /** The modules' quizzes in order, then the final. */
  public List<Quiz> quizzes() {
    return quizzes;
  }

  /** The quiz with this id, when there is one. */
  public Optional<Quiz> quiz(String wanted) {
    return quizzes.stream().filter(quiz -> quiz.id().value().equals(wanted)).findFirst();
  }

  /** The quiz that asks from a bank, when there is one. */
  public Optional<Quiz> quizOf(String bank) {
    return quizzes.stream()
        .filter(quiz -> quiz.from().stream().anyMatch(id -> id.value().equals(bank)))
        .findFirst();
  }

  /** Every question that a quiz may ask. */
  public List<Question> questions(Quiz quiz) {
    return inOrder(quiz.from().stream(), bankById).stream()
        .flatMap(bank -> bank.questions().stream())
        .toList();
  }

  /**
   * What can be practised again later, by the quiz that asks it first: everything that has right
   * and wrong and is no secret.
   */
  public Map<Quiz, List<Question>> deck() {
    Map<Quiz, List<Question>> deck = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (Quiz quiz : quizzes) {
      List<Question> own =
          graded(quiz)
              ? List.of()
              : questions(quiz).stream()
                  .filter(question -> question.interaction().scored() && seen.add(question.key()))
                  .toList();
      if (!own.isEmpty()) {
        deck.put(quiz, own);
      }
    }
    return deck;
  }

  /** How many questions an attempt at a quiz asks. */
  public int asked(Quiz quiz) {
    int all = questions(quiz).size();
    return quiz.draw().map(draw -> Math.min(all, draw.value())).orElse(all);
  }

  /** Whether the key of one of its banks is kept from whoever has not answered yet. */
  public boolean graded(Quiz quiz) {
    return inOrder(quiz.from().stream(), bankById).stream().anyMatch(QuestionBank::graded);
  }

  public List<Located<String>> cards() {
    return cards;
  }

  public List<Located<String>> stocks() {
    return stocks;
  }

  public boolean printed() {
    return printed;
  }

  /** Whether a platform launches each module, and the final, for itself. */
  public boolean perModule() {
    return perModule;
  }

  /** Whether a quiz asks how sure a learner is of an answer. The final does not: it only counts. */
  public boolean asksConfidence(Quiz quiz) {
    return confidence && !finalQuiz.filter(quiz::equals).isPresent();
  }

  /** Whether the course says {@code confidence: true}. */
  public boolean confidence() {
    return confidence;
  }

  /** What a draw for this quiz has to cover, each with the questions that do. */
  public Map<String, List<Question>> coverage(Quiz quiz) {
    return Coverage.of(whole, quiz);
  }

  /** What a platform launches and reports on, in order: the course, or its modules and final. */
  public List<Unit> units() {
    return perModule
        ? Stream.concat(
                modules.stream()
                    .map(
                        module ->
                            new Unit(
                                "module/" + module.id().value(),
                                only(module.id(), module.title(), List.of(module), List.of()))),
                finalQuiz.stream()
                    .map(
                        quiz ->
                            new Unit(
                                "final", only(quiz.id(), title(quiz), List.of(), List.of(quiz)))))
            .toList()
        : List.of(new Unit("", this));
  }

  private String title(Quiz quiz) {
    return bank(quiz.id().value()).map(QuestionBank::title).orElse(quiz.id().value());
  }

  /** A part as a course. Its lessons may ask what any bank holds. */
  private Course only(
      Located<String> part, String called, List<Module> itsModules, List<Quiz> itsFinal) {
    Set<String> lessons = names(itsModules, Module::lessons);
    Set<String> scenarios = names(itsModules, Module::scenarios);
    return new Course(
        new Located<>(id.value() + "." + part.value(), part.span()),
        folder,
        called,
        language,
        audience,
        passMark,
        itsModules,
        itsFinal.stream().findFirst(),
        List.of(),
        List.of(),
        false,
        false,
        confidence,
        lessonFiles.stream().filter(lesson -> lessons.contains(lesson.id().value())).toList(),
        bankFiles,
        List.of(),
        scenarioFiles.stream().filter(it -> scenarios.contains(it.id().value())).toList(),
        List.of(),
        List.of(),
        imageFiles,
        whole);
  }

  private static Set<String> names(
      List<Module> modules, Function<Module, List<Located<String>>> parts) {
    return modules.stream()
        .flatMap(module -> parts.apply(module).stream())
        .map(Located::value)
        .collect(toSet());
  }

  public List<Lesson> lessonFiles() {
    return lessonFiles;
  }

  public List<QuestionBank> bankFiles() {
    return bankFiles;
  }

  public List<Card> cardFiles() {
    return cardFiles;
  }

  public List<Scenario> scenarioFiles() {
    return scenarioFiles;
  }

  public List<Aid> aidFiles() {
    return aidFiles;
  }

  public List<FacilitatorNote> facilitatorFiles() {
    return facilitatorFiles;
  }

  public List<Image> imageFiles() {
    return imageFiles;
  }

  /** The lesson with this id, when there is one. */
  public Optional<Lesson> lesson(String wanted) {
    return Optional.ofNullable(lessonById.get(wanted));
  }

  /** The question bank with this id, when there is one. */
  public Optional<QuestionBank> bank(String wanted) {
    return Optional.ofNullable(bankById.get(wanted));
  }

  /** The card with this id, when there is one. */
  public Optional<Card> card(String wanted) {
    return Optional.ofNullable(cardById.get(wanted));
  }

  /** The scenario with this id, when there is one. */
  public Optional<Scenario> scenario(String wanted) {
    return Optional.ofNullable(scenarioById.get(wanted));
  }

  /**
   * The question of any bank, when there is one.
   *
   * @param key {@code bank/question}
   */
  public Optional<Question> question(String key) {
    return Optional.ofNullable(questionByKey.get(key));
  }

  /** The lessons in the order they are taught. */
  public List<Lesson> lessonsInOrder() {
    return lessonsInOrder;
  }

  /** The banks of the modules' quizzes and of the final, in order. */
  public List<QuestionBank> banksInOrder() {
    return banksInOrder;
  }

  /** The cards to print, in order. */
  public List<Card> cardsInOrder() {
    return cardsInOrder;
  }

  /** The modules' scenarios, in order. */
  public List<Scenario> scenariosInOrder() {
    return scenariosInOrder;
  }

  /** Every question of the banks in use. */
  public Stream<Question> questions() {
    return banksInOrder.stream().flatMap(bank -> bank.questions().stream());
  }

  /** The questions embedded in a lesson, of whatever bank. */
  public Stream<Question> embedded(Lesson lesson) {
    return Markup.references(lesson.body()).stream()
        .filter(to -> to.kind().equals("question"))
        .flatMap(to -> question(to.id()).stream());
  }

  /** Every Markdown body of the course, whether course.yaml names its file or not. */
  public List<List<Block>> bodies() {
    List<List<Block>> bodies = new ArrayList<>();
    lessonFiles.forEach(lesson -> bodies.add(lesson.body()));
    aidFiles.forEach(aid -> bodies.add(aid.body()));
    facilitatorFiles.forEach(note -> bodies.add(note.body()));
    cardFiles.forEach(card -> bodies.addAll(List.of(card.front(), card.back())));
    return bodies;
  }

  private static Map<String, Question> byKey(List<QuestionBank> banks) {
    Map<String, Question> map = new HashMap<>();
    for (QuestionBank bank : banks) {
      bank.questions().forEach(question -> map.putIfAbsent(question.key(), question));
    }
    return map;
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    Map<String, T> map = new HashMap<>();
    all.forEach(one -> map.putIfAbsent(id.apply(one), one));
    return map;
  }

  private static <T> List<T> inOrder(Stream<Located<String>> ids, Map<String, T> byId) {
    return ids.flatMap(id -> Stream.ofNullable(byId.get(id.value()))).toList();
  }
}
