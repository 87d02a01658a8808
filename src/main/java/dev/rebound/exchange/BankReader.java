package dev.rebound.exchange;

import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.source.Raw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bank from the YAML of {@code quizzes/<id>.yaml}, which its schema has been held against. */
public final class BankReader {
  private static final List<String> SETTINGS =
      List.of(
          BankQuestion.LEVEL,
          BankQuestion.SELECT,
          BankQuestion.MARK,
          BankQuestion.UNIT,
          BankQuestion.ABOUT,
          BankQuestion.SHUFFLE,
          BankQuestion.PARTIAL,
          BankQuestion.ATTEMPTS,
          BankQuestion.WEIGHT);

  private BankReader() {}

  /**
   * @param losses what no format has a place for, and is not asked for
   */
  public static Bank read(Raw.Mapping raw, Losses losses) {
    for (Raw.Mapping question : raw.mappings("questions")) {
      int lines = question.mappings("checklist").size();
      if (lines > 0) {
        losses.add(
            question.span(),
            value(question, "id"),
            Loss.What.ANSWER,
            "its checklist did not come along: lines in it: " + lines + ".");
      }
    }
    return new Bank(
        value(raw, "title"),
        raw.isTrue("graded"),
        raw.mappings("questions").stream().map(it -> question(it, losses)).toList());
  }

  private static BankQuestion question(Raw.Mapping raw, Losses losses) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String key : SETTINGS) {
      raw.text(key)
          .map(it -> it.value())
          .filter(value -> !Values.isDefault(key, value))
          .ifPresent(value -> settings.put(key, value));
    }
    raw.mapping("allow")
        .ifPresent(
            allow ->
                allow
                    .entries()
                    .forEach(
                        it ->
                            settings.put(
                                BankQuestion.ALLOW + it.key().value(),
                                value(allow, it.key().value()))));
    boolean onPicture = value(raw, "type").equals("hotspot");
    BankQuestion question =
        new BankQuestion(
            raw.span(),
            value(raw, "id"),
            onPicture ? "choice" : value(raw, "type"),
            value(raw, "stem") + (onPicture ? " " + value(raw, "picture") : ""),
            answers(raw, value(raw, "type")),
            raw.texts("hints").stream().map(it -> it.value()).toList(),
            settings);
    if (onPicture) {
      losses.add(
          question,
          Loss.What.TYPE,
          "places on a picture are not written: the question is a choice with the picture here.");
    }
    return question;
  }

  private static List<BankAnswer> answers(Raw.Mapping raw, String type) {
    List<BankAnswer> answers = new ArrayList<>();
    switch (type) {
      case "choice" -> listed(raw, Role.OPTION, it -> it.isTrue("correct"), answers);
      case "hotspot" ->
          raw.mappings("areas")
              .forEach(
                  it -> answers.add(answer(it, Role.OPTION, "text", "", it.isTrue("correct"))));
      case "true-false" -> verdicts(raw, answers);
      case "matching" -> {
        raw.mappings(Role.PAIR.key())
            .forEach(it -> answers.add(answer(it, Role.PAIR, "left", "right", true)));
        raw.mappings(Role.EXTRA.key())
            .forEach(it -> answers.add(answer(it, Role.EXTRA, "", "right", false)));
      }
      case "sequencing" -> listed(raw, Role.STEP, it -> true, answers);
      case "sort" -> {
        raw.mappings(Role.CATEGORY.key())
            .forEach(it -> answers.add(answer(it, Role.CATEGORY, "title", "", false)));
        raw.mappings(Role.ENTRY.key())
            .forEach(it -> answers.add(answer(it, Role.ENTRY, "text", "category", true)));
      }
      case "fill-in" -> {
        listed(raw, Role.ACCEPTED, it -> true, answers);
        listed(raw, Role.REJECTED, it -> false, answers);
      }
      case "numeric" ->
          raw.mappings(Role.RANGE.key())
              .forEach(it -> answers.add(answer(it, Role.RANGE, "from", "to", true)));
      case "hot-text" -> segments(raw, answers);
      case "likert" ->
          raw.texts(Role.POINT.key())
              .forEach(it -> answers.add(BankAnswer.of(Role.POINT, it.value(), false)));
      case "long-answer" ->
          raw.mapping(Role.MODEL.key())
              .ifPresent(it -> answers.add(answer(it, Role.MODEL, "text", "", true)));
      default -> {}
    }
    return answers;
  }

  private static void listed(
      Raw.Mapping raw,
      Role role,
      java.util.function.Predicate<Raw.Mapping> right,
      List<BankAnswer> answers) {
    raw.mappings(role.key())
        .forEach(it -> answers.add(answer(it, role, "text", "", right.test(it))));
  }

  private static void verdicts(Raw.Mapping raw, List<BankAnswer> answers) {
    for (String verdict : List.of("true", "false")) {
      boolean right = raw.isTrue("correct") == verdict.equals("true");
      Optional<Raw.Mapping> one = raw.mapping(verdict);
      answers.add(
          one.map(it -> answer(it, Role.VERDICT, "", "", right).in(Role.VERDICT, verdict, ""))
              .orElse(BankAnswer.of(Role.VERDICT, verdict, right)));
    }
  }

  private static void segments(Raw.Mapping raw, List<BankAnswer> answers) {
    String mark = raw.text(BankQuestion.MARK).map(it -> it.value()).orElse("breaks");
    for (Raw.Mapping segment : raw.mappings(Role.PHRASE.key())) {
      boolean hot = segment.has(BankAnswer.APPLIES) || segment.has(BankAnswer.BREAKS);
      answers.add(answer(segment, hot ? Role.PHRASE : Role.PLAIN, "text", "", segment.has(mark)));
    }
  }

  private static BankAnswer answer(
      Raw.Mapping raw, Role role, String text, String with, boolean right) {
    Map<String, String> more = new LinkedHashMap<>();
    for (String key :
        List.of(
            BankAnswer.ID,
            BankAnswer.APPLIES,
            BankAnswer.BREAKS,
            BankAnswer.FEEDBACK,
            BankAnswer.TYPOS)) {
      raw.text(key)
          .map(it -> it.value())
          .filter(it -> !Values.isDefault(key, it))
          .ifPresent(it -> more.put(key, it));
    }
    return new BankAnswer(role, value(raw, text), value(raw, with), right, more);
  }

  private static String value(Raw.Mapping raw, String key) {
    return raw.text(key).map(it -> it.value()).orElse("");
  }
}
