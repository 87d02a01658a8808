package dev.rebound.exchange.qti;

import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.Gaps;
import dev.rebound.exchange.Gaps.Made;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Scoring;
import dev.rebound.exchange.Texts;
import dev.rebound.exchange.qti.Interaction.Choice;
import dev.rebound.exchange.qti.Interaction.Kind;
import dev.rebound.exchange.qti.Scorer.Said;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answers to one interaction: its choices, and which of them its scorer finds right. */
final class Answers {
  private static final Pattern MARK = Pattern.compile(Interaction.MARK);

  /** What nobody types, to see what is said to any other answer. */
  private static final String OTHER = "\uE002";

  private final Interaction it;
  private final Keys keys;
  private final Scorer scorer;
  private final Texts texts;
  private final String noted;

  /**
   * @param noted the type that it had here; empty where it comes from elsewhere
   */
  Answers(Interaction interaction, Scorer scorer, Texts texts, String noted) {
    this.it = interaction;
    this.scorer = scorer;
    this.keys = new Keys(scorer, interaction.response());
    this.texts = texts;
    this.noted = noted;
  }

  /** Nothing where there is none, which is reported; the stem is the item's own. */
  Optional<Made> read(Item item) {
    return switch (it.kind()) {
      case CHOICE -> choice();
      case ORDER -> order();
      case MATCH, ASSOCIATE -> new Pairs(it, keys, texts, noted).read();
      case INLINE, GAPS -> Optional.empty();
      case TEXT -> typed();
      case NUMBER -> new Ranges(keys, scorer, texts).read(item.unit());
      case ESSAY -> essay(item);
      case HOT_TEXT -> hotText();
    };
  }

  private Optional<Made> choice() {
    List<Choice> choices = it.choices();
    if (noted.equals("likert")) {
      return Optional.of(
          new Made(
              "choice",
              "",
              choices.stream()
                  .map(one -> BankAnswer.of(Role.OPTION, texts.html(one.html()), false))
                  .toList(),
              Map.of()));
    }
    Set<String> right = right(choices);
    if (right.isEmpty()) {
      texts.lost(Loss.What.QUESTION, "no option of it is right, so it is left out.");
      return Optional.empty();
    }
    Map<String, String> settings = new LinkedHashMap<>();
    if (it.shuffled()) {
      settings.put(BankQuestion.SHUFFLE, BankQuestion.TRUE);
    }
    if (it.several()) {
      settings.put(BankQuestion.SELECT, BankQuestion.SEVERAL);
      if (keys.countsInPart(List.copyOf(right))) {
        settings.put(BankQuestion.PARTIAL, BankQuestion.TRUE);
      }
    }
    List<BankAnswer> answers = told(choices, right);
    if (isTrueFalse(choices)) {
      return Optional.of(new Made("true-false", "", verdicts(answers), Map.of()));
    }
    List<Scoring.Counted> counted = counted(choices, answers, right);
    return Scoring.options(counted, it.several(), texts)
        .map(options -> new Made("choice", "", options, settings));
  }

  /** What each option counts; of several that count together, each the same. */
  private List<Scoring.Counted> counted(
      List<Choice> choices, List<BankAnswer> answers, Set<String> right) {
    double most =
        choices.stream().mapToDouble(one -> keys.score(List.of(one.id()))).max().orElse(0);
    List<Scoring.Counted> counted = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      String id = choices.get(i).id();
      double share = it.several() || most <= 0 ? 0 : keys.score(List.of(id)) / most;
      BigDecimal percent =
          right.contains(id)
              ? Scoring.share(it.several() ? right.size() : 1)
              : BigDecimal.valueOf(share).movePointRight(2).setScale(3, RoundingMode.HALF_UP);
      counted.add(
          new Scoring.Counted(
              right.contains(id) && !it.several() ? Scoring.ALL : percent,
              answers.get(i).text(),
              answers.get(i).get(BankAnswer.FEEDBACK).orElse("")));
    }
    return counted;
  }

  private Set<String> right(List<Choice> choices) {
    if (it.several()) {
      return new LinkedHashSet<>(keys.several(choices).orElse(List.of()));
    }
    Set<String> right = new LinkedHashSet<>();
    double most = 1e-6;
    for (Choice one : choices) {
      double score = keys.score(List.of(one.id()));
      if (score > most + 1e-6) {
        right.clear();
        most = score;
      }
      if (score > most - 1e-6) {
        right.add(one.id());
      }
    }
    return right;
  }

  /** The options, each with what is shown to whoever picks it alone, and not to everybody. */
  private List<BankAnswer> told(List<Choice> choices, Set<String> right) {
    List<List<Said>> said = new ArrayList<>();
    choices.forEach(one -> said.add(keys.said(List.of(one.id()))));
    Set<Said> always = new LinkedHashSet<>(choices.size() < 2 ? List.of() : said.get(0));
    said.forEach(always::retainAll);
    List<Said> whole = keys.said(List.copyOf(right));
    // One right option of several is not yet right: what is said then is about the whole.
    Set<Said> common = new LinkedHashSet<>(always);
    if (it.several()) {
      common.addAll(keys.said(List.of()));
    }
    List<BankAnswer> answers = new ArrayList<>();
    Set<Said> placed = new LinkedHashSet<>();
    for (int i = 0; i < choices.size(); i++) {
      List<Said> own = said.get(i).stream().filter(one -> !common.contains(one)).toList();
      placed.addAll(own);
      answers.add(
          BankAnswer.of(
                  Role.OPTION,
                  texts.html(choices.get(i).html()),
                  right.contains(choices.get(i).id()))
              .with(BankAnswer.FEEDBACK, joined(own)));
    }
    List<Said> general = whole.stream().filter(one -> !placed.contains(one)).toList();
    common.removeAll(whole);
    if (!joined(List.copyOf(common)).isEmpty()) {
      texts.lost(
          Loss.What.FEEDBACK, "what is said after any response that is not right is left out.");
    }
    return Scoring.generalFeedback(answers, joined(general), texts);
  }

  private String joined(List<Said> said) {
    List<String> html = said.stream().map(Said::html).filter(one -> !one.isBlank()).toList();
    return html.isEmpty() ? "" : texts.html(String.join("<br>", html));
  }

  private boolean isTrueFalse(List<Choice> choices) {
    if (it.several() || choices.size() != 2 || noted.equals("choice")) {
      return false;
    }
    List<String> verdicts = choices.stream().map(Answers::verdict).sorted().toList();
    return verdicts.equals(List.of("false", "true"));
  }

  private static String verdict(Choice choice) {
    return choice.html().replaceAll("<[^>]{0,100}>", "").strip().toLowerCase(java.util.Locale.ROOT);
  }

  private static List<BankAnswer> verdicts(List<BankAnswer> answers) {
    List<BankAnswer> verdicts = new ArrayList<>();
    for (String verdict : List.of("true", "false")) {
      answers.stream()
          .filter(one -> one.text().strip().equalsIgnoreCase(verdict))
          .forEach(one -> verdicts.add(one.in(Role.VERDICT, verdict, "")));
    }
    return verdicts;
  }

  private Optional<Made> order() {
    Optional<List<String>> key = keys.best(scorer.suggestions(it.response()));
    Map<String, Choice> byId = new LinkedHashMap<>();
    it.choices().forEach(one -> byId.put(one.id(), one));
    if (key.isEmpty() || !byId.keySet().containsAll(key.get())) {
      texts.lost(Loss.What.QUESTION, "its right order is not declared, so it is left out.");
      return Optional.empty();
    }
    List<Said> said = keys.said(key.get());
    List<BankAnswer> steps = new ArrayList<>();
    for (String id : key.get()) {
      Choice step = byId.getOrDefault(id, new Choice(id, id));
      steps.add(
          BankAnswer.of(Role.STEP, texts.html(step.html()), true)
              .with(BankAnswer.FEEDBACK, joined(own(said, id))));
    }
    byId.keySet().removeAll(key.get());
    if (!byId.isEmpty()) {
      texts.lost(Loss.What.ANSWER, "what belongs nowhere in its order is left out.");
    }
    boolean part = steps.size() > 2 && keys.orderCountsInPart(key.get());
    return Optional.of(
        new Made(
            "sequencing", "", general(steps, said, key.get()), part ? Scoring.PART : Map.of()));
  }

  static List<Said> own(List<Said> said, String id) {
    return said.stream().filter(one -> one.id().equals(id)).toList();
  }

  private List<BankAnswer> general(List<BankAnswer> answers, List<Said> said, List<String> ids) {
    List<Said> other = said.stream().filter(one -> !ids.contains(one.id())).toList();
    return Scoring.generalFeedback(answers, joined(other), texts);
  }

  private Optional<Made> typed() {
    if (scorer.caseCounts()) {
      texts.lost(Loss.What.DELIVERY, "capital letters count there, and not here.");
    }
    List<Said> other = keys.said(List.of(OTHER));
    List<String> typed =
        it.choices().isEmpty()
            ? List.copyOf(scorer.texts())
            : it.choices().stream().map(one -> Material.words(one.html())).toList();
    double most = typed.stream().mapToDouble(one -> keys.score(List.of(one))).max().orElse(0);
    List<Scoring.Counted> counted = new ArrayList<>();
    Set<String> met = new LinkedHashSet<>();
    for (String text : typed) {
      double score = keys.score(List.of(text));
      List<Said> own =
          keys.said(List.of(text)).stream().filter(one -> !other.contains(one)).toList();
      if (met.add(text)) {
        BigDecimal percent =
            most <= 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(score / most * 100).setScale(3, RoundingMode.HALF_UP);
        counted.add(new Scoring.Counted(percent, text.replace("*", "\\*"), joined(own)));
      }
    }
    if (!joined(other).isEmpty()) {
      texts.lost(Loss.What.FEEDBACK, "feedback to any other answer is left out.");
    }
    return Scoring.typed(counted, texts).map(answers -> new Made("fill-in", "", answers, Map.of()));
  }

  private Optional<Made> essay(Item item) {
    String model = texts.html(item.model());
    if (model.isEmpty()) {
      model =
          scorer.suggestions(it.response()).stream()
              .findFirst()
              .map(one -> texts.plain(String.join(" ", one)))
              .orElse("");
    }
    if (model.isEmpty()) {
      texts.lost(
          Loss.What.ANSWER, "no model answer came along; \"" + Texts.NO_MODEL + "\" stands there.");
    }
    BankAnswer answer = BankAnswer.of(Role.MODEL, model.isEmpty() ? Texts.NO_MODEL : model, true);
    List<Said> said = keys.said(List.of(OTHER));
    if (!joined(said).isEmpty()) {
      texts.lost(Loss.What.FEEDBACK, "what is said after any answer is left out.");
    }
    return Optional.of(new Made("long-answer", "", List.of(answer), Map.of()));
  }

  private Optional<Made> hotText() {
    List<Choice> phrases = it.choices().stream().filter(one -> !one.id().isEmpty()).toList();
    Set<String> right = right(phrases);
    if (right.isEmpty()) {
      texts.lost(Loss.What.QUESTION, "no phrase of it is right, so it is left out.");
      return Optional.empty();
    }
    List<BankAnswer> told = told(phrases, right);
    List<BankAnswer> segments = new ArrayList<>();
    Matcher mark = MARK.matcher(it.body());
    int from = 0;
    int next = 0;
    while (mark.find()) {
      plain(it.body().substring(from, mark.start()), segments);
      from = mark.end();
      Choice choice = it.choices().get(Integer.parseInt(mark.group(1)));
      if (choice.id().isEmpty()) {
        plain(choice.html(), segments);
      } else {
        BankAnswer phrase = told.get(next++);
        segments.add(phrase.in(Role.PHRASE, phrase.text(), ""));
      }
    }
    plain(it.body().substring(from), segments);
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(BankQuestion.MARK, BankAnswer.APPLIES);
    if (keys.countsInPart(List.copyOf(right))) {
      settings.put(BankQuestion.PARTIAL, BankQuestion.TRUE);
    }
    return Optional.of(new Made("hot-text", "", segments, settings));
  }

  private void plain(String html, List<BankAnswer> segments) {
    String text = texts.html(html);
    if (!text.isBlank()) {
      segments.add(BankAnswer.of(Role.PLAIN, text, false));
    }
  }

  /** Phrases that nobody has mapped have a principle to be mapped. */
  static BankQuestion toMap(BankQuestion question) {
    if (!question.type().equals("hot-text")) {
      return question;
    }
    String mark = question.setting(BankQuestion.MARK).orElse(BankAnswer.BREAKS);
    String other = mark.equals(BankAnswer.APPLIES) ? BankAnswer.BREAKS : BankAnswer.APPLIES;
    List<BankAnswer> answers = new ArrayList<>();
    for (BankAnswer one : question.answers()) {
      boolean open =
          one.role() == Role.PHRASE
              && one.get(BankAnswer.APPLIES).isEmpty()
              && one.get(BankAnswer.BREAKS).isEmpty();
      answers.add(open ? one.with(one.right() ? mark : other, Gaps.TO_MAP) : one);
    }
    return question.withAnswers(answers);
  }

  /** For {@link Kind#TEXT} a stem shows where the text goes. */
  static String gap(Kind kind) {
    return kind == Kind.TEXT || kind == Kind.NUMBER || kind == Kind.INLINE ? " _____ " : " ";
  }
}
