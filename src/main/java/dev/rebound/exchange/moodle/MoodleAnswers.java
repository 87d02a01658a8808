package dev.rebound.exchange.moodle;

import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Scoring;
import dev.rebound.exchange.Texts;
import dev.rebound.exchange.Values;
import dev.rebound.exchange.XmlElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The answers of one question, by Moodle's name of its type. */
final class MoodleAnswers {
  private static final Set<String> YES = Set.of("1", "true", "yes");

  private final XmlElement xml;
  private final Texts texts;
  private final MoodleTexts words;

  MoodleAnswers(XmlElement xml, Texts texts, MoodleTexts words) {
    this.xml = xml;
    this.texts = texts;
    this.words = words;
  }

  /**
   * @param stem empty where it is the question's own text
   */
  record Read(String type, String stem, List<BankAnswer> answers, Map<String, String> settings) {
    Read(String type, List<BankAnswer> answers, Map<String, String> settings) {
      this(type, "", answers, settings);
    }
  }

  /** Nothing where there is none, or none that can be kept, which is reported. */
  Optional<Read> read(String type) {
    return switch (type) {
      case "multichoice" -> multichoice();
      case "truefalse" -> trueFalse();
      case "shortanswer" -> shortAnswer();
      case "numerical" -> numerical();
      case "matching", "match", "ddmatch" -> matching();
      case "ordering" -> ordering();
      case "essay" -> essay();
      case "gapselect", "ddwtos" -> new MoodleGaps(xml, texts, words).read(type);
      default -> {
        texts.lost(
            Loss.What.QUESTION,
            "there is no type for \"" + (type.isEmpty() ? "?" : type) + "\" here; it is left out.");
        yield Optional.empty();
      }
    };
  }

  private BigDecimal fraction(XmlElement answer) {
    String written = answer.attribute("fraction");
    Optional<String> number = Values.number(written);
    if (number.isEmpty() && !written.isEmpty()) {
      texts.lost(Loss.What.SCORE, "\"" + written + "\" is no fraction, and counts nothing.");
    }
    return number.map(BigDecimal::new).orElse(BigDecimal.ZERO);
  }

  private String text(XmlElement element, String child) {
    return words.of(element.child(child));
  }

  private Optional<Read> multichoice() {
    boolean several = !xml.value("single").isEmpty() && !YES.contains(xml.value("single"));
    List<Scoring.Counted> counted = new ArrayList<>();
    xml.children("answer")
        .forEach(
            it ->
                counted.add(
                    new Scoring.Counted(
                        fraction(it), words.of(Optional.of(it)), text(it, "feedback"))));
    Map<String, String> settings = new LinkedHashMap<>(Scoring.settings(several));
    if (YES.contains(xml.value("shuffleanswers"))) {
      settings.put(BankQuestion.SHUFFLE, BankQuestion.TRUE);
    }
    return Scoring.options(counted, several, texts).map(it -> new Read("choice", it, settings));
  }

  private Optional<Read> trueFalse() {
    List<BankAnswer> answers = new ArrayList<>();
    for (String verdict : List.of("true", "false")) {
      for (XmlElement answer : xml.children("answer").toList()) {
        if (answer.value("text").equalsIgnoreCase(verdict)) {
          answers.add(
              BankAnswer.of(Role.VERDICT, verdict, fraction(answer).signum() > 0)
                  .with(BankAnswer.FEEDBACK, text(answer, "feedback")));
        }
      }
    }
    long rights = answers.stream().filter(BankAnswer::right).count();
    if (answers.size() != 2 || rights != 1) {
      texts.lost(
          Loss.What.QUESTION, "it does not say which of true and false is right; it is left out.");
      return Optional.empty();
    }
    return Optional.of(new Read("true-false", answers, Map.of()));
  }

  private Optional<Read> shortAnswer() {
    if (YES.contains(xml.value("usecase"))) {
      texts.lost(Loss.What.DELIVERY, "capital letters count there, and not here.");
    }
    List<Scoring.Counted> counted = new ArrayList<>();
    xml.children("answer")
        .forEach(
            it ->
                counted.add(
                    new Scoring.Counted(fraction(it), it.value("text"), text(it, "feedback"))));
    return Scoring.typed(counted, texts).map(it -> new Read("fill-in", it, Map.of()));
  }

  private Optional<Read> numerical() {
    BigDecimal best = Scoring.best(xml.children("answer").map(this::fraction), texts);
    List<BankAnswer> ranges = new ArrayList<>();
    for (XmlElement answer : xml.children("answer").toList()) {
      String written = answer.value("text");
      BigDecimal fraction = fraction(answer);
      if (written.equals("*") || fraction.signum() <= 0) {
        if (!text(answer, "feedback").isEmpty()) {
          texts.lost(Loss.What.FEEDBACK, "feedback to a wrong number is left out.");
        }
        continue;
      }
      if (!Scoring.isRight(fraction, best, written, texts)) {
        continue;
      }
      Optional<BigDecimal> middle = Values.number(written).map(BigDecimal::new);
      if (middle.isEmpty()) {
        texts.lost(Loss.What.QUESTION, "\"" + written + "\" is no number, so it is left out.");
        return Optional.empty();
      }
      BigDecimal tolerance =
          Values.number(answer.value("tolerance"))
              .map(BigDecimal::new)
              .orElse(BigDecimal.ZERO)
              .abs();
      ranges.add(
          Scoring.range(middle.get().subtract(tolerance), middle.get().add(tolerance))
              .with(BankAnswer.FEEDBACK, text(answer, "feedback")));
    }
    if (ranges.isEmpty()) {
      texts.lost(Loss.What.QUESTION, "no number of it is right, so it is left out.");
      return Optional.empty();
    }
    return Optional.of(new Read("numeric", ranges, units()));
  }

  private Map<String, String> units() {
    List<XmlElement> units =
        xml.child("units").map(it -> it.children("unit").toList()).orElse(List.of());
    if (units.size() > 1) {
      texts.lost(Loss.What.DELIVERY, "further units are left out: the first is shown.");
    }
    String unit = units.isEmpty() ? "" : units.get(0).value("unit_name");
    return unit.isBlank() || unit.length() > 100 ? Map.of() : Map.of(BankQuestion.UNIT, unit);
  }

  private Optional<Read> matching() {
    List<BankAnswer> pairs = new ArrayList<>();
    List<BankAnswer> extras = new ArrayList<>();
    for (XmlElement sub : xml.children("subquestion").toList()) {
      String left = words.of(Optional.of(sub));
      String right = sub.child("answer").map(it -> texts.plain(it.value("text"))).orElse("");
      if (right.isEmpty()) {
        texts.lost(Loss.What.ANSWER, "a pair has no right side and is left out.");
      } else if (left.isEmpty()) {
        extras.add(new BankAnswer(Role.EXTRA, "", right, false, Map.of()));
      } else {
        pairs.add(BankAnswer.of(Role.PAIR, left, right));
      }
    }
    pairs.addAll(extras);
    return Optional.of(new Read("matching", pairs, Scoring.PART));
  }

  private Optional<Read> ordering() {
    List<BankAnswer> steps = new ArrayList<>();
    xml.children("answer")
        .forEach(
            it ->
                steps.add(
                    BankAnswer.of(Role.STEP, words.of(Optional.of(it)), true)
                        .with(BankAnswer.FEEDBACK, text(it, "feedback"))));
    boolean whole =
        xml.value("gradingtype").equalsIgnoreCase("ALL_OR_NOTHING")
            || xml.value("gradingtype").equals("-1");
    return Optional.of(new Read("sequencing", steps, whole ? Map.of() : Scoring.PART));
  }

  private Optional<Read> essay() {
    String model = words.of(xml.child("graderinfo"));
    if (model.isEmpty()) {
      texts.lost(
          Loss.What.ANSWER, "no model answer came along; \"" + Texts.NO_MODEL + "\" stands there.");
    }
    return Optional.of(
        new Read(
            "long-answer",
            List.of(BankAnswer.of(Role.MODEL, model.isEmpty() ? Texts.NO_MODEL : model, true)),
            Map.of()));
  }
}
