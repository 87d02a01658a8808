package dev.rebound.exchange;

import dev.rebound.exchange.BankAnswer.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leaves out what a bank has no form for, so that whatever is written can be read again. */
public final class Fitting {
  private static final int LONGEST_TITLE = 200;
  private static final int MOST_DIGITS = 20;

  private static final Set<String> PARTS =
      Set.of(BankQuestion.PARTIAL, BankQuestion.ATTEMPTS, BankQuestion.WEIGHT);

  private Fitting() {}

  private static final Set<String> ALWAYS = Set.of(BankQuestion.LEVEL);

  /** The settings that questions of a type have besides {@code level} and {@code allow}. */
  private static final Map<String, Set<String>> SETTINGS =
      Map.ofEntries(
          Map.entry(
              "choice",
              Set.of(
                  BankQuestion.SELECT,
                  BankQuestion.MARK,
                  BankQuestion.SHUFFLE,
                  BankQuestion.PARTIAL,
                  BankQuestion.ATTEMPTS,
                  BankQuestion.WEIGHT)),
          Map.entry("true-false", Set.of(BankQuestion.WEIGHT)),
          Map.entry("matching", PARTS),
          Map.entry("sequencing", PARTS),
          Map.entry("sort", PARTS),
          Map.entry("fill-in", Set.of(BankQuestion.ATTEMPTS, BankQuestion.WEIGHT)),
          Map.entry(
              "numeric", Set.of(BankQuestion.UNIT, BankQuestion.ATTEMPTS, BankQuestion.WEIGHT)),
          Map.entry(
              "hot-text",
              Set.of(
                  BankQuestion.MARK,
                  BankQuestion.PARTIAL,
                  BankQuestion.ATTEMPTS,
                  BankQuestion.WEIGHT)),
          Map.entry("likert", Set.of(BankQuestion.ABOUT)),
          Map.entry("long-answer", Set.of(BankQuestion.ABOUT)));

  /** Answers that are told apart by what they are, and have no id of their own. */
  private static final Set<Role> NO_ID =
      Set.of(Role.VERDICT, Role.RANGE, Role.MODEL, Role.EXTRA, Role.PLAIN, Role.POINT);

  /**
   * @param title where the file gives none
   */
  public static Bank of(Bank bank, String title, InlineParser parser, Losses losses) {
    List<BankQuestion> questions = new ArrayList<>();
    for (BankQuestion question : bank.questions()) {
      BankQuestion fitted = fitted(question, losses);
      Optional<String> flaw = flaw(fitted).or(() -> unreadable(fitted, parser));
      flaw.ifPresent(it -> losses.add(question, Loss.What.QUESTION, it + "; it is left out."));
      if (flaw.isEmpty()) {
        questions.add(fitted);
      }
    }
    String own = bank.title().replaceAll("[\\p{Cc}\\s]+", " ").strip();
    String words = own.isEmpty() ? title : own;
    return new Bank(
        words.length() > LONGEST_TITLE ? words.substring(0, LONGEST_TITLE) : words,
        bank.graded(),
        questions);
  }

  /** Without what its type has no place for. */
  private static BankQuestion fitted(BankQuestion it, Losses losses) {
    List<BankAnswer> answers = new ArrayList<>();
    for (BankAnswer answer : it.answers()) {
      answers.add(fitted(answer, it, losses));
    }
    BankQuestion fitted = it.withAnswers(answers);
    Set<String> takes = SETTINGS.getOrDefault(it.type(), Set.of());
    for (String key : it.settings().keySet()) {
      if (!takes.contains(key) && !ALWAYS.contains(key) && !key.startsWith(BankQuestion.ALLOW)) {
        losses.add(
            it,
            Loss.What.DELIVERY,
            "`" + key + "` has no meaning in a " + it.type() + " question.");
        fitted = fitted.with(key, "");
      }
    }
    if (it.type().equals("choice") && it.is(BankQuestion.PARTIAL) && !it.several()) {
      fitted = fitted.with(BankQuestion.PARTIAL, "");
    }
    if (it.type().equals("likert") && !it.hints().isEmpty()) {
      losses.add(it, Loss.What.HINTS, "a scale takes no hints.");
      fitted = fitted.withHints(List.of());
    }
    return it.type().equals("hot-text") && it.setting(BankQuestion.MARK).isEmpty()
        ? fitted.with(BankQuestion.MARK, BankAnswer.BREAKS)
        : fitted;
  }

  private static BankAnswer fitted(BankAnswer answer, BankQuestion it, Losses losses) {
    BankAnswer fitted = answer;
    int typos = answer.get(BankAnswer.TYPOS).map(Integer::parseInt).orElse(0);
    if (typos > 0 && (answer.role() != Role.ACCEPTED || typos * 3 > answer.text().length())) {
      losses.add(it, Loss.What.DELIVERY, "so many typos would accept another word.");
      fitted = fitted.with(BankAnswer.TYPOS, "");
    }
    if (NO_ID.contains(answer.role()) && answer.get(BankAnswer.ID).isPresent()) {
      losses.add(it, Loss.What.ID, "such an answer takes no id.");
      fitted = fitted.with(BankAnswer.ID, "");
    }
    return fitted;
  }

  /** Whether one of its texts is more than is read. */
  private static Optional<String> unreadable(BankQuestion it, InlineParser parser) {
    List<String> why = new ArrayList<>();
    for (String text : it.texts()) {
      if (!InlineMarkdown.isPlain(text)) {
        parser.read(text, problem -> why.add(problem.message()));
      }
    }
    return why.isEmpty()
        ? Optional.empty()
        : Optional.of("a text of it cannot be kept: " + why.get(0));
  }

  /** Why it cannot be a question of its type. */
  private static Optional<String> flaw(BankQuestion it) {
    if (it.stem().isBlank()) {
      return Optional.of("it has no text");
    }
    if (it.texts().stream().anyMatch(text -> text.length() > Texts.LONGEST)) {
      return Optional.of("a text of it has more than " + Texts.LONGEST + " characters");
    }
    boolean empty =
        it.answers().stream()
            .anyMatch(
                a ->
                    (a.role() != Role.EXTRA && a.text().isBlank())
                        || ((a.role() == Role.PAIR || a.role() == Role.EXTRA)
                            && a.with().isBlank()));
    if (empty) {
      return Optional.of("an answer of it has no text");
    }
    return switch (it.type()) {
      case "choice" -> least(it, Role.OPTION, 1, "option");
      case "true-false" -> trueFalse(it);
      case "matching" -> least(it, Role.PAIR, 2, "pair");
      case "sequencing" -> least(it, Role.STEP, 3, "step");
      case "sort" -> sort(it);
      case "fill-in" -> least(it, Role.ACCEPTED, 1, "accepted answer");
      case "numeric" -> numeric(it);
      case "hot-text" -> hotText(it);
      case "likert" ->
          it.setting(BankQuestion.ABOUT).isEmpty()
              ? Optional.of("a scale says which principle it is about")
              : least(it, Role.POINT, 2, "point");
      case "long-answer" -> least(it, Role.MODEL, 1, "model answer");
      default -> Optional.of("there is no type \"" + HtmlReader.cut(it.type()) + "\"");
    };
  }

  private static Optional<String> least(BankQuestion it, Role role, int least, String noun) {
    int count = it.answers(role).size();
    return count >= least
        ? Optional.empty()
        : Optional.of(
            "a "
                + it.type()
                + " question has "
                + least
                + " "
                + noun
                + (least == 1 ? "" : "s")
                + " or more, and this has "
                + count);
  }

  private static Optional<String> trueFalse(BankQuestion it) {
    List<String> verdicts =
        it.answers(Role.VERDICT).stream().map(BankAnswer::text).sorted().toList();
    long rights = it.answers(Role.VERDICT).stream().filter(BankAnswer::right).count();
    return verdicts.equals(List.of("false", "true")) && rights == 1
        ? Optional.empty()
        : Optional.of("it does not say which of true and false is right");
  }

  private static Optional<String> sort(BankQuestion it) {
    List<String> ids =
        it.answers(Role.CATEGORY).stream().map(c -> c.get(BankAnswer.ID).orElse("")).toList();
    if (ids.contains("")
        || it.answers(Role.ENTRY).stream().anyMatch(entry -> !ids.contains(entry.with()))) {
      return Optional.of("an entry of it has no category");
    }
    return ids.size() < 2
        ? least(it, Role.CATEGORY, 2, "category")
        : least(it, Role.ENTRY, 2, "entry");
  }

  private static Optional<String> numeric(BankQuestion it) {
    for (BankAnswer range : it.answers(Role.RANGE)) {
      boolean fits =
          Values.number(range.text()).filter(n -> n.length() <= MOST_DIGITS).isPresent()
              && Values.number(range.with()).filter(n -> n.length() <= MOST_DIGITS).isPresent();
      if (!fits) {
        return Optional.of("its numbers have " + MOST_DIGITS + " digits at most");
      }
    }
    return least(it, Role.RANGE, 1, "range");
  }

  private static Optional<String> hotText(BankQuestion it) {
    boolean mapped =
        it.answers(Role.PHRASE).stream()
            .allMatch(
                p -> p.get(BankAnswer.APPLIES).isPresent() != p.get(BankAnswer.BREAKS).isPresent());
    if (!mapped || it.answers(Role.PHRASE).isEmpty()) {
      return Optional.of("each phrase to mark applies a principle or breaks one");
    }
    return it.answers().size() < 2
        ? Optional.of("a hot-text question has 2 segments or more")
        : Optional.empty();
  }
}
