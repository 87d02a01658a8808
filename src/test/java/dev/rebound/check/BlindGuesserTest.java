package dev.rebound.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rebound.Courses;
import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.CourseFiles;
import dev.rebound.course.CoursePlan;
import dev.rebound.course.Delivery;
import dev.rebound.course.Extras;
import dev.rebound.course.Interaction;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.question.choice.Choice;
import dev.rebound.question.truefalse.TrueFalse;
import dev.rebound.source.Finding;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guesser reads cues, all of them, and nothing else. */
class BlindGuesserTest {
  private static final SourceSpan AT = new SourceSpan("battery.txt", 1, 1);

  /** One question: its stem, its options and the place of the right one. */
  private record Item(String stem, List<String> options, int key) {
    Item movedBy(int places) {
      List<String> moved = new ArrayList<>(options);
      Collections.rotate(moved, places);
      return new Item(stem, moved, (key + places) % options.size());
    }
  }

  @Test
  void questionsAboutNothingAreSolvedByTheirCues() throws IOException {
    GuesserScore score = apart(battery(true), "en");
    assertThat(score.guesses()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(score.points()).isGreaterThanOrEqualTo(.9 * score.guesses().size());
    assertThat(score.probability()).isLessThan(1e-12);
    assertThat(score.gained()).allSatisfy(guess -> assertThat(guess.reasons()).isNotEmpty());
  }

  @Test
  void eachCueAloneBeatsChance() throws IOException {
    Map<String, GuesserScore> scores = scoresApart(battery(true), "en");
    assertThat(scores).hasSize(10);
    scores.forEach((cue, score) -> assertThat(score.beatsChance()).as(cue).isTrue());
  }

  @Test
  void theSameQuestionsWithoutTheirCuesAreLeftToChance() throws IOException {
    GuesserScore score = apart(battery(false), "en");
    GuesserScore.Figure figure = score.figure();
    assertThat(score.chance()).isBetween(figure.low(), figure.high());
    assertThat(score.probability()).isGreaterThan(.05);
    scoresApart(battery(false), "en")
        .forEach((cue, bank) -> assertThat(bank.probability()).as(cue).isGreaterThan(.05));
  }

  /** Word lists are English: in another language lengths and places are all there is. */
  @Test
  void otherLanguagesHaveNoWordCues() throws IOException {
    Map<String, GuesserScore> scores = scoresApart(battery(true), "de");
    scores.forEach(
        (cue, score) -> {
          if (List.of("longest", "shortest", "position").contains(cue)) {
            assertThat(score.beatsChance()).as(cue).isTrue();
          } else {
            assertThat(score.beatsChance()).as(cue).isFalse();
          }
        });
  }

  /** An author who fears the rule about long keys makes the longest option one to drop. */
  @Test
  void itLearnsToDropTheLongest() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      items.add(new Item("Mim?", List.of("a lommel of grest", "ossel", "tunnr"), 1 + i % 2));
    }
    List<GuesserScore.Guess> guesses = score(Map.of("b", items), "en").guesses();
    assertThat(guesses.get(0).points()).isZero();
    assertThat(guesses.get(39).taken()).isLessThanOrEqualTo(2);
    assertThat(guesses.get(39).reasons()).contains("not the longest");
    assertThat(guesses.subList(8, 40)).extracting(GuesserScore.Guess::hit).containsOnly(true);
  }

  /**
   * Courses whose options have cues of every kind and whose keys fall by chance: the rule reports
   * no more than one bank of twenty.
   */
  @Test
  void chanceSeldomRaisesAnAlarm() {
    Random random = new Random(20);
    for (int size : new int[] {9, 40}) {
      int banks = 0;
      int alarms = 0;
      double gain = 0;
      for (int course = 0; course < 200; course++) {
        Map<String, List<Item>> content = new LinkedHashMap<>();
        for (int bank = 0; bank < 5; bank++) {
          content.put("b" + bank, IntStream.range(0, size).mapToObj(i -> any(random)).toList());
        }
        for (GuesserScore score : scores(content, "en").values()) {
          banks++;
          alarms += score.beatsChance() ? 1 : 0;
          gain += (score.points() - score.chance()) / size;
        }
      }
      assertThat(alarms / (double) banks).as("%d questions", size).isLessThanOrEqualTo(.05);
      assertThat(gain / banks).as("%d questions", size).isCloseTo(0, within(.01));
    }
  }

  private static final List<String> WORDS =
      List.of(
          "brill", "gorm", "lommer", "vennet", "ostrick", "pask", "quim", "tullock", "harn", "fisk",
          "sprew", "drossel", "always", "usually", "never", "of", "the", "with", "under", "marl");

  private static Item any(Random random) {
    if (random.nextInt(6) == 0) {
      return new Item(phrase(4 + random.nextInt(4), random), List.of(), random.nextInt(2));
    }
    int options = 3 + random.nextInt(3);
    String stem =
        phrase(6, random) + List.of("?", " an", " a", " is", " are", ".").get(random.nextInt(6));
    List<String> texts =
        IntStream.range(0, options).mapToObj(i -> phrase(2 + random.nextInt(4), random)).toList();
    return new Item(stem, texts, random.nextInt(options));
  }

  private static String phrase(int words, Random random) {
    return String.join(
        " ",
        IntStream.range(0, words).mapToObj(i -> WORDS.get(random.nextInt(WORDS.size()))).toList());
  }

  /** Held against every way to place the keys. */
  @Test
  void theProbabilityIsExact() {
    int[][] sizes = {{4, 1}, {4, 2}, {3, 1}, {5, 4}, {2, 1}, {4, 4}, {5, 3}};
    for (int hits = 0; hits < 1 << sizes.length; hits++) {
      GuesserScore score = new GuesserScore("b", guesses(sizes, hits));
      double chance = 0;
      for (int other = 0; other < 1 << sizes.length; other++) {
        double p = 1;
        for (int i = 0; i < sizes.length; i++) {
          double hit = (double) sizes[i][1] / sizes[i][0];
          p *= (other >> i & 1) == 1 ? hit : 1 - hit;
        }
        boolean asGood =
            new GuesserScore("b", guesses(sizes, other)).points() > score.points() - 1e-9;
        chance += asGood ? p : 0;
      }
      // Where it prefers nothing it cannot miss.
      if ((hits >> 5 & 1) == 1) {
        assertThat(score.probability()).isCloseTo(chance, within(1e-9));
      }
    }
  }

  private static List<GuesserScore.Guess> guesses(int[][] sizes, int hits) {
    List<GuesserScore.Guess> guesses = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      guesses.add(guess(sizes[i][0], sizes[i][1], (hits >> i & 1) == 1));
    }
    return guesses;
  }

  private static GuesserScore.Guess guess(int options, int taken, boolean hit) {
    Question any = question("q", new Item("Mim?", List.of("a", "b"), 0));
    return new GuesserScore.Guess(any, options, taken, hit, List.of());
  }

  /** By hand from Wilson's formula: of 10 in 40, 14.2 % to 40.2 %. */
  @Test
  void theIntervalIsWilsons() {
    List<GuesserScore.Guess> guesses = new ArrayList<>(Collections.nCopies(10, guess(4, 1, true)));
    guesses.addAll(Collections.nCopies(30, guess(4, 1, false)));
    GuesserScore.Figure figure = new GuesserScore("b", guesses).figure();
    assertThat(figure).isEqualTo(new GuesserScore.Figure("b", 40, 10, 10, 5.7, 16.1));
    assertThat(figure.text()).isEqualTo("10 of 40 (chance 10; 95 % interval 5.7 to 16.1)");
  }

  /** A quiz that cannot be read would change what was learned before the next. */
  @Test
  void itSaysNothingOfACourseThatIsReadInPart(@TempDir Path temp) throws IOException {
    Path guessable = Courses.ROOT.resolve("rules/BlindGuesserBeatsChance/the-shortest-is-right");
    Path workspace = Courses.lay(temp, guessable);
    assertThat(Courses.report(workspace).guesser()).hasSize(1);
    Path quiz = workspace.resolve("content/courses/harbour/quizzes/handover.yaml");
    Files.writeString(quiz, Files.readString(quiz) + "\n - broken");
    Report report = Courses.report(workspace);
    assertThat(report.guesser()).isEmpty();
    assertThat(report.findings())
        .extracting(Finding::rule)
        .doesNotContain("BlindGuesserBeatsChance");
  }

  private static List<GuesserScore> banks(Course course) {
    return BlindGuesser.banks(course, new CheckContext(Courses.load(Courses.BASE)));
  }

  private static GuesserScore score(Map<String, List<Item>> banks, String language) {
    Course course = course(banks, language);
    return BlindGuesser.whole(course, banks(course));
  }

  /** Each cue is another author's habit, so what it teaches ends with its bank. */
  private static Map<String, GuesserScore> scoresApart(
      Map<String, List<Item>> banks, String language) {
    Map<String, GuesserScore> scores = new LinkedHashMap<>();
    banks.forEach((id, items) -> scores.putAll(scores(Map.of(id, items), language)));
    return scores;
  }

  private static GuesserScore apart(Map<String, List<Item>> banks, String language) {
    return new GuesserScore(
        "battery",
        scoresApart(banks, language).values().stream().flatMap(s -> s.guesses().stream()).toList());
  }

  private static Map<String, GuesserScore> scores(Map<String, List<Item>> banks, String language) {
    Map<String, GuesserScore> scores = new LinkedHashMap<>();
    banks(course(banks, language)).forEach(score -> scores.put(score.name(), score));
    return scores;
  }

  private static Map<String, List<Item>> battery(boolean withCues) throws IOException {
    Map<String, List<Item>> banks = new LinkedHashMap<>();
    String bank = "";
    String stem = "";
    List<String> options = new ArrayList<>();
    int key = -1;
    List<String> lines =
        new ArrayList<>(Files.readAllLines(Courses.ROOT.resolve("guesser/battery.txt")));
    lines.add("## end");
    for (String line : lines) {
      String text = line.length() < 2 ? "" : variant(line.substring(2), withCues);
      if ((line.startsWith("? ") || line.startsWith("## ")) && !stem.isEmpty()) {
        List<Item> items = banks.computeIfAbsent(bank, b -> new ArrayList<>());
        Item item = new Item(stem, List.copyOf(options), key);
        boolean spread = bank.equals("position") && !withCues;
        items.add(spread ? item.movedBy(items.size()) : item);
        stem = "";
        options.clear();
      }
      if (line.startsWith("## ")) {
        bank = line.substring(3);
      } else if (line.startsWith("? ")) {
        stem = text.replaceAll(" = (true|false)$", "");
        key = line.endsWith("= true") ? 0 : line.endsWith("= false") ? 1 : -1;
      } else if (line.startsWith("+ ") || line.startsWith("- ")) {
        key = line.startsWith("+ ") ? options.size() : key;
        options.add(text);
      }
    }
    return banks;
  }

  private static String variant(String line, boolean withCues) {
    String[] variants = line.split(" \\| ", 2);
    return variants[withCues ? 0 : variants.length - 1];
  }

  private static Course course(Map<String, List<Item>> banks, String language) {
    List<QuestionBank> files = new ArrayList<>();
    banks.forEach(
        (id, items) -> {
          List<Question> questions = items.stream().map(item -> question(id, item)).toList();
          files.add(
              new QuestionBank(
                  new Located<>(id, AT),
                  new Located<>(id, AT),
                  false,
                  Optional.empty(),
                  questions,
                  List.of()));
        });
    return new Course(
        new CoursePlan(
            new Located<>("course", AT),
            "content/courses/course",
            new Located<>("Course", AT),
            language,
            Optional.empty(),
            80,
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            false,
            false),
        new CourseFiles(List.of(), files, List.of(), List.of(), List.of(), List.of(), Extras.NONE));
  }

  /** Without options it is to be judged true or false. */
  private static Question question(String bank, Item item) {
    boolean choice = !item.options().isEmpty();
    List<String> texts = choice ? item.options() : List.of("true", "false");
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      answers.add(
          new Answer(
              AT,
              "a" + i,
              "option",
              prose(texts.get(i)),
              i == item.key(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }
    return new Question(
        AT,
        bank,
        new Located<>(item.stem(), AT),
        (choice ? new Choice() : new TrueFalse()).traits(),
        Question.Level.APPLY,
        prose(item.stem()),
        answers,
        Optional.empty(),
        Interaction.choice(
            false,
            answers.stream().map(a -> new Interaction.Choice(a.id(), a.text())).toList(),
            List.of("a" + item.key())),
        List.of(),
        new Delivery(Optional.empty(), false, false, Optional.empty()));
  }

  private static Prose prose(String text) {
    return new Prose(AT, List.of(new Inline.Text(AT, text)));
  }
}
