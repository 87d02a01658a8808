package dev.rebound.course;

import static java.util.stream.Collectors.toSet;

import dev.rebound.source.Block;
import dev.rebound.source.Lazy;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Prose;
import java.util.ArrayList;
import java.util.Collections;
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
  private final CoursePlan plan;
  private final CourseFiles files;
  private final List<QuestionBank> drafts;

  /** The course that this is a unit of: a final covers modules that are not in its own unit. */
  private final Course whole;

  private final Map<String, Lesson> lessonById;
  private final Map<String, QuestionBank> bankById;
  private final Map<String, Card> cardById;
  private final Map<String, Scenario> scenarioById;
  private final List<Lesson> lessonsInOrder;
  private final List<Quiz> quizzes;
  private final List<QuestionBank> banksInOrder;
  private final List<Card> cardsInOrder;
  private final List<Scenario> scenariosInOrder;
  private final Lazy<Map<Quiz, List<Question>>> deck = new Lazy<>(this::findDeck);
  private final Lazy<Map<String, Quiz>> quizOf = new Lazy<>(this::findQuizOf);

  /**
   * A picture of the course.
   *
   * @param path {@code images/bounce.svg}
   * @param bytes what every output publishes, checked and cleaned; none when it cannot be published
   * @param texts what is written in a drawing
   */
  public record Image(String path, byte[] bytes, List<Located<String>> texts) {}

  public Course(CoursePlan plan, CourseFiles files) {
    this(plan, files.withBanks(bank -> !bank.isDraft()), drafts(files), null);
  }

  private static List<QuestionBank> drafts(CourseFiles files) {
    return files.banks().stream().filter(QuestionBank::isDraft).toList();
  }

  /**
   * @param of the course that this is a unit of: its banks are looked up there
   */
  private Course(
      CoursePlan plan, CourseFiles files, List<QuestionBank> drafts, @Nullable Course of) {
    this.plan = plan;
    this.files = files;
    this.drafts = drafts;
    lessonById = byId(files.lessons(), lesson -> lesson.id().value());
    whole = of == null ? this : of;
    bankById = of == null ? byId(files.banks(), bank -> bank.id().value()) : of.bankById;
    cardById = byId(files.cards(), card -> card.id().value());
    scenarioById = byId(files.scenarios(), scenario -> scenario.id().value());
    lessonsInOrder =
        inOrder(plan.modules().stream().flatMap(m -> m.lessons().stream()), lessonById);
    quizzes =
        Stream.concat(
                plan.modules().stream().flatMap(m -> m.quiz().stream()), plan.finalQuiz().stream())
            .filter(quiz -> bankById.containsKey(quiz.id().value()))
            .toList();
    banksInOrder = inOrder(quizzes.stream().flatMap(quiz -> quiz.from().stream()), bankById);
    cardsInOrder = inOrder(plan.cards().stream(), cardById);
    scenariosInOrder =
        inOrder(plan.modules().stream().flatMap(m -> m.scenarios().stream()), scenarioById);
  }

  /** What its {@code course.yaml} says. */
  public CoursePlan plan() {
    return plan;
  }

  public Located<String> id() {
    return plan.id();
  }

  public String folder() {
    return plan.folder();
  }

  public Located<String> title() {
    return plan.title();
  }

  public String language() {
    return plan.language();
  }

  public Optional<Located<String>> audience() {
    return plan.audience();
  }

  public int passMark() {
    return plan.passMark();
  }

  public List<Module> modules() {
    return plan.modules();
  }

  /** What is taken after all modules, when there is one. */
  public Optional<Quiz> finalQuiz() {
    return plan.finalQuiz();
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
    return Optional.ofNullable(quizOf.get().get(bank));
  }

  private Map<String, Quiz> findQuizOf() {
    Map<String, Quiz> found = new HashMap<>();
    quizzes.forEach(quiz -> quiz.from().forEach(bank -> found.putIfAbsent(bank.value(), quiz)));
    return found;
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
    return deck.get();
  }

  private Map<Quiz, List<Question>> findDeck() {
    Map<Quiz, List<Question>> deck = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (Quiz quiz : quizzes) {
      List<Question> own =
          graded(quiz)
              ? List.of()
              : inOrder(quiz.from().stream(), bankById).stream()
                  .filter(bank -> seen.add(bank.id().value()))
                  .flatMap(bank -> bank.questions().stream())
                  .filter(Question::scored)
                  .toList();
      if (!own.isEmpty()) {
        deck.put(quiz, own);
      }
    }
    return Collections.unmodifiableMap(deck);
  }

  /** How many questions an attempt at a quiz asks. */
  public int asked(Quiz quiz) {
    int all = questions(quiz).size();
    // Whatever stands there: what it may be is for the schema to say.
    return quiz.draw().map(draw -> Math.max(0, Math.min(all, draw.value()))).orElse(all);
  }

  /** Whether the key of one of its banks is kept from whoever has not answered yet. */
  public boolean graded(Quiz quiz) {
    return inOrder(quiz.from().stream(), bankById).stream().anyMatch(QuestionBank::graded);
  }

  public List<Located<String>> cards() {
    return plan.cards();
  }

  public List<Located<String>> stocks() {
    return plan.printing().map(Printing::stocks).orElse(List.of());
  }

  public boolean printed() {
    return plan.printing().isPresent();
  }

  /** How it is printed, or would be. */
  public Printing printing() {
    return plan.printing().orElseGet(() -> new Printing(List.of(), false, 1));
  }

  /** Whether a platform launches each module, and the final, for itself. */
  public boolean perModule() {
    return plan.perModule();
  }

  /** Whether a quiz asks how sure a learner is of an answer. The final does not: it only counts. */
  public boolean asksConfidence(Quiz quiz) {
    return plan.confidence() && !plan.finalQuiz().filter(quiz::equals).isPresent();
  }

  /** Whether the course says {@code confidence: true}. */
  public boolean confidence() {
    return plan.confidence();
  }

  /** What a draw for this quiz has to cover, each with the questions that do. */
  public Map<String, List<Question>> coverage(Quiz quiz) {
    return Coverage.of(whole, quiz);
  }

  /** What a platform launches and reports on, in order: the course, or its modules and final. */
  public List<Unit> units() {
    return plan.perModule()
        ? Stream.concat(
                plan.modules().stream()
                    .map(
                        module ->
                            new Unit(
                                "module/" + module.id().value(),
                                only(module.id(), module.title(), List.of(module), List.of()))),
                plan.finalQuiz().stream()
                    .map(
                        quiz ->
                            new Unit(
                                "final", only(quiz.id(), title(quiz), List.of(), List.of(quiz)))))
            .toList()
        : List.of(new Unit("", this));
  }

  private Located<String> title(Quiz quiz) {
    return bank(quiz.id().value()).map(QuestionBank::title).orElse(quiz.id());
  }

  /** A part as a course. Its lessons may ask what any bank holds. */
  private Course only(
      Located<String> part, Located<String> called, List<Module> itsModules, List<Quiz> itsFinal) {
    Set<String> lessons = names(itsModules, Module::lessons);
    Set<String> scenarios = names(itsModules, Module::scenarios);
    CoursePlan its =
        new CoursePlan(
            new Located<>(plan.id().value() + "." + part.value(), part.span()),
            plan.folder(),
            called,
            plan.language(),
            plan.audience(),
            plan.passMark(),
            itsModules,
            itsFinal.stream().findFirst(),
            List.of(),
            Optional.empty(),
            false,
            plan.confidence());
    CourseFiles itsFiles =
        new CourseFiles(
            files.lessons().stream().filter(it -> lessons.contains(it.id().value())).toList(),
            files.banks(),
            List.of(),
            files.scenarios().stream().filter(it -> scenarios.contains(it.id().value())).toList(),
            List.of(),
            List.of(),
            files.extras());
    return new Course(its, itsFiles, drafts, whole);
  }

  /**
   * The same with one of its parts alone, in its module, for whoever looks at that. Its lessons may
   * ask what any bank holds.
   *
   * @param kind {@code lesson}, {@code quiz} or {@code scenario}
   */
  public Course only(String kind, String id) {
    return new Course(plan.only(kind, id), files.only(kind, id));
  }

  private static Set<String> names(
      List<Module> modules, Function<Module, List<Located<String>>> parts) {
    return modules.stream()
        .flatMap(module -> parts.apply(module).stream())
        .map(Located::value)
        .collect(toSet());
  }

  public List<Lesson> lessonFiles() {
    return files.lessons();
  }

  public List<QuestionBank> bankFiles() {
    return files.banks();
  }

  /**
   * The banks that say {@code draft: true}. They are no part of the course: nothing that lists or
   * looks up banks and questions knows them, so that they are in no output.
   */
  public List<QuestionBank> draftFiles() {
    return drafts;
  }

  /** The same with its drafts among its banks, for whoever shows or checks them. */
  public Course withDrafts() {
    return drafts.isEmpty() ? this : new Course(plan, files.withMore(drafts), List.of(), null);
  }

  public List<Card> cardFiles() {
    return files.cards();
  }

  public List<Scenario> scenarioFiles() {
    return files.scenarios();
  }

  public List<Aid> aidFiles() {
    return files.aids();
  }

  public List<FacilitatorNote> facilitatorFiles() {
    return files.notes();
  }

  public List<Image> imageFiles() {
    return files.extras().images();
  }

  /** Its films and recordings. */
  public List<Media> mediaFiles() {
    return files.extras().media();
  }

  /** The film or recording at this path, when there is one. */
  public Optional<Media> media(String path) {
    return mediaFiles().stream().filter(it -> it.path().equals(path)).findFirst();
  }

  /** What learners may take along. */
  public List<Attachment> takeaways() {
    return files.extras().files();
  }

  /** The file of this name that learners may take along, when there is one. */
  public Optional<Attachment> takeaway(String name) {
    return takeaways().stream().filter(it -> it.name().equals(name)).findFirst();
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
    int slash = key.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : bank(key.substring(0, slash)).flatMap(bank -> bank.question(key.substring(slash + 1)));
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
    files.lessons().forEach(lesson -> bodies.add(lesson.body()));
    files.aids().forEach(aid -> bodies.add(aid.body()));
    files.notes().forEach(note -> bodies.add(note.body()));
    files.cards().forEach(card -> bodies.addAll(List.of(card.front(), card.back())));
    mediaFiles().forEach(media -> bodies.add(media.transcript()));
    return bodies;
  }

  /** The pictures that questions of the course ask about. */
  public List<Prose> questionPictures() {
    return bankFiles().stream()
        .flatMap(bank -> bank.questions().stream())
        .flatMap(question -> question.picture().stream())
        .toList();
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
