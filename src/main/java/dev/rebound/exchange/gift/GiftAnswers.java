package dev.rebound.exchange.gift;

import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Scoring;
import dev.rebound.exchange.Texts;
import dev.rebound.exchange.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between the braces of a question in GIFT, and which type that makes it. */
final class GiftAnswers {
  private static final Pattern WEIGHT = Pattern.compile("\\s*%(-?\\d{1,3}(?:[.,]\\d{1,9})?)%");
  private static final Pattern TRUTH =
      Pattern.compile("(?i)\\s*(TRUE|T|FALSE|F)\\s*(#.*)?", Pattern.DOTALL);

  /** {@code {1:MC:=right~wrong}}, as in Moodle's embedded answers. */
  private static final Pattern CLOZE = Pattern.compile("^\\d{0,2}:[A-Z_]{2,20}:");

  private final Texts texts;
  private final String format;

  GiftAnswers(Texts texts, String format) {
    this.texts = texts;
    this.format = format;
  }

  /** The type of a question, its answers, and what follows from how they count. */
  record Read(String type, List<BankAnswer> answers, Map<String, String> settings) {
    Read(String type, List<BankAnswer> answers) {
      this(type, answers, Map.of());
    }
  }

  /**
   * {@code =text#feedback}
   *
   * @param weight in percent, empty where it says none
   */
  private record Line(boolean right, String weight, String text, String feedback) {
    Optional<BigDecimal> percent() {
      return weight.isEmpty()
          ? Optional.empty()
          : Optional.of(new BigDecimal(weight.replace(',', '.')));
    }
  }

  /** Nothing where it is no question that can be kept, which is reported. */
  Optional<Read> read(String inside) {
    int general = general(inside);
    String written = general < 0 ? inside : inside.substring(0, general);
    String feedback = general < 0 ? "" : text(inside.substring(general + 4));
    String bare = CLOZE.matcher(written.strip()).replaceFirst("");
    if (bare.isEmpty()) {
      return Optional.of(
          new Read("long-answer", List.of(BankAnswer.of(Role.MODEL, feedback, true))));
    }
    Optional<Read> read;
    Matcher truth = TRUTH.matcher(bare);
    if (bare.startsWith("#")) {
      read = numeric(bare.substring(1).strip());
    } else if (truth.matches()) {
      read = Optional.of(trueFalse(truth));
    } else {
      read = listed(lines(bare));
    }
    return read.map(
        it ->
            new Read(
                it.type(), Scoring.generalFeedback(it.answers(), feedback, texts), it.settings()));
  }

  private static int general(String inside) {
    int at = GiftBlocks.find(inside, '#', 0);
    while (at >= 0 && !inside.startsWith("####", at)) {
      at = GiftBlocks.find(inside, '#', at + 1);
    }
    return at;
  }

  private String text(String raw) {
    return GiftReader.text(texts, format, raw);
  }

  private Read trueFalse(Matcher truth) {
    boolean isTrue = truth.group(1).toUpperCase(Locale.ROOT).startsWith("T");
    String rest = truth.group(2) == null ? "" : truth.group(2).substring(1);
    int second = GiftBlocks.find(rest, '#', 0);
    String wrong = text(second < 0 ? rest : rest.substring(0, second));
    String right = second < 0 ? "" : text(rest.substring(second + 1));
    List<BankAnswer> answers = new ArrayList<>();
    for (boolean verdict : new boolean[] {true, false}) {
      boolean correct = verdict == isTrue;
      answers.add(
          BankAnswer.of(Role.VERDICT, String.valueOf(verdict), correct)
              .with(BankAnswer.FEEDBACK, correct ? right : wrong));
    }
    return new Read("true-false", answers);
  }

  /** Each answer begins at an {@code =} or {@code ~} that no backslash stands before. */
  private static List<Line> lines(String bare) {
    List<Line> lines = new ArrayList<>();
    int at = start(bare, 0);
    while (at < bare.length()) {
      int end = start(bare, at + 1);
      boolean right = bare.charAt(at) == '=';
      String body = bare.substring(at + 1, end);
      Matcher weight = WEIGHT.matcher(body);
      String percent = weight.lookingAt() ? weight.group(1) : "";
      body = percent.isEmpty() ? body : body.substring(weight.end());
      // Many write ~= before a right answer.
      boolean doubled = !right && body.isBlank() && end < bare.length() && bare.charAt(end) == '=';
      if (doubled) {
        at = end;
        continue;
      }
      int hash = GiftBlocks.find(body, '#', 0);
      lines.add(
          new Line(
              right,
              percent,
              hash < 0 ? body : body.substring(0, hash),
              hash < 0 ? "" : body.substring(hash + 1)));
      at = end;
    }
    return lines;
  }

  private static int start(String text, int from) {
    int right = GiftBlocks.find(text, '=', from);
    int wrong = GiftBlocks.find(text, '~', from);
    int first = right < 0 ? wrong : wrong < 0 ? right : Math.min(right, wrong);
    return first < 0 ? text.length() : first;
  }

  private Optional<Read> listed(List<Line> lines) {
    if (lines.isEmpty()) {
      texts.lost(Loss.What.QUESTION, "its answers begin with neither = nor ~, so it is left out.");
      return Optional.empty();
    }
    boolean anyWrong = lines.stream().anyMatch(it -> !it.right());
    if (!anyWrong && lines.stream().allMatch(it -> it.text().contains("->"))) {
      return Optional.of(new Read("matching", pairs(lines), Scoring.PART));
    }
    List<Scoring.Counted> counted = new ArrayList<>();
    for (Line line : lines) {
      BigDecimal percent = line.percent().orElse(line.right() ? Scoring.ALL : BigDecimal.ZERO);
      counted.add(
          new Scoring.Counted(
              percent,
              anyWrong ? text(line.text()) : GiftReader.typed(line.text()),
              text(line.feedback())));
    }
    if (!anyWrong) {
      return Scoring.typed(counted, texts).map(it -> new Read("fill-in", it));
    }
    boolean several = lines.stream().noneMatch(Line::right);
    return Scoring.options(counted, several, texts)
        .map(it -> new Read("choice", it, Scoring.settings(several)));
  }

  private List<BankAnswer> pairs(List<Line> lines) {
    List<BankAnswer> pairs = new ArrayList<>();
    List<BankAnswer> extras = new ArrayList<>();
    for (Line line : lines) {
      int arrow = line.text().indexOf("->");
      String left = text(line.text().substring(0, arrow));
      String right = GiftReader.text(texts, "plain", line.text().substring(arrow + 2));
      if (left.isEmpty()) {
        extras.add(new BankAnswer(Role.EXTRA, "", right, false, Map.of()));
      } else {
        pairs.add(BankAnswer.of(Role.PAIR, left, right));
      }
    }
    pairs.addAll(extras);
    return pairs;
  }

  /** {@code 18..22}, {@code 20:2}, or several of them, each with a weight. */
  private Optional<Read> numeric(String written) {
    List<Line> lines = lines(written);
    if (lines.isEmpty()) {
      int hash = GiftBlocks.find(written, '#', 0);
      String number = hash < 0 ? written : written.substring(0, hash);
      lines = List.of(new Line(true, "", number, hash < 0 ? "" : written.substring(hash + 1)));
    }
    BigDecimal best =
        Scoring.best(lines.stream().map(it -> it.percent().orElse(Scoring.ALL)), texts);
    List<BankAnswer> ranges = new ArrayList<>();
    for (Line line : lines) {
      String number = GiftReader.unescape(line.text()).strip();
      if (!line.right() || number.isEmpty() || number.equals("*")) {
        texts.lost(Loss.What.FEEDBACK, "feedback to any other number is left out.");
        continue;
      }
      BigDecimal percent = line.percent().orElse(Scoring.ALL);
      if (!Scoring.isRight(percent, best, number, texts)) {
        continue;
      }
      Optional<BankAnswer> range = range(number);
      if (range.isEmpty()) {
        texts.lost(Loss.What.QUESTION, "\"" + number + "\" is no number, so it is left out.");
        return Optional.empty();
      }
      ranges.add(range.get().with(BankAnswer.FEEDBACK, text(line.feedback())));
    }
    if (ranges.isEmpty()) {
      texts.lost(Loss.What.QUESTION, "no number of it is right, so it is left out.");
      return Optional.empty();
    }
    return Optional.of(new Read("numeric", ranges));
  }

  private static Optional<BankAnswer> range(String number) {
    int dots = number.indexOf("..");
    int colon = number.indexOf(':');
    if (dots > 0) {
      Optional<String> from = Values.number(number.substring(0, dots));
      Optional<String> to = Values.number(number.substring(dots + 2));
      return from.flatMap(
          low -> to.map(high -> Scoring.range(new BigDecimal(low), new BigDecimal(high))));
    }
    Optional<String> value = Values.number(colon < 0 ? number : number.substring(0, colon));
    Optional<String> within = Values.number(colon < 0 ? "0" : number.substring(colon + 1));
    return value.flatMap(
        it ->
            within.map(
                by -> {
                  BigDecimal middle = new BigDecimal(it);
                  BigDecimal tolerance = new BigDecimal(by).abs();
                  return Scoring.range(middle.subtract(tolerance), middle.add(tolerance));
                }));
  }
}
