package dev.rebound.exchange;

import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question on its way in or out.
 *
 * @param span where it stands in the file it comes from
 * @param type the value of {@code type:}
 * @param stem inline Markdown, as every text here
 * @param settings whatever else a question says in one word: {@code level}, {@code attempts},
 *     {@code unit}, {@code allow NegativeStem} …, by its key in a bank
 */
public record BankQuestion(
    SourceSpan span,
    String id,
    String type,
    String stem,
    List<BankAnswer> answers,
    List<String> hints,
    Map<String, String> settings) {
  /** {@code settings} that a question of any type may have. */
  public static final String LEVEL = "level";

  public static final String SELECT = "select";
  public static final String SEVERAL = "several";
  public static final String PARTIAL = "partial";
  public static final String SHUFFLE = "shuffle";
  public static final String ATTEMPTS = "attempts";
  public static final String WEIGHT = "weight";
  public static final String UNIT = "unit";
  public static final String MARK = "mark";
  public static final String ABOUT = "about";

  /** {@code allow: { NegativeStem: … }} is the setting {@code allow NegativeStem}. */
  public static final String ALLOW = "allow ";

  public static final String TRUE = "true";

  public BankQuestion {
    answers = List.copyOf(answers);
    hints = List.copyOf(hints);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** A question of nothing but its answers. */
  public static BankQuestion of(
      SourceSpan span, String id, String type, String stem, List<BankAnswer> answers) {
    return new BankQuestion(span, id, type, stem, answers, List.of(), Map.of());
  }

  public Optional<String> setting(String key) {
    return Optional.ofNullable(settings.get(key));
  }

  /** Whether a setting is {@code true}. */
  public boolean is(String key) {
    return TRUE.equals(settings.get(key));
  }

  /** Whether the learner picks several options. */
  public boolean several() {
    return SEVERAL.equals(settings.get(SELECT));
  }

  /** The answers in one of these roles, in their order. */
  public List<BankAnswer> answers(BankAnswer.Role... roles) {
    return answers.stream().filter(it -> Arrays.asList(roles).contains(it.role())).toList();
  }

  public BankQuestion withId(String other) {
    return new BankQuestion(span, other, type, stem, answers, hints, settings);
  }

  public BankQuestion withType(String other, List<BankAnswer> others) {
    return new BankQuestion(span, id, other, stem, others, hints, settings);
  }

  public BankQuestion withStem(String other) {
    return new BankQuestion(span, id, type, other, answers, hints, settings);
  }

  public BankQuestion withAnswers(List<BankAnswer> others) {
    return new BankQuestion(span, id, type, stem, others, hints, settings);
  }

  public BankQuestion withHints(List<String> others) {
    return new BankQuestion(span, id, type, stem, answers, others, settings);
  }

  /** With a setting; an empty value, or what goes without saying, takes it away. */
  public BankQuestion with(String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(settings);
    if (value.isEmpty() || Values.isDefault(key, value)) {
      changed.remove(key);
    } else {
      changed.put(key, value);
    }
    return new BankQuestion(span, id, type, stem, answers, hints, changed);
  }

  /** Every text of it that is Markdown. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>(List.of(stem));
    for (BankAnswer answer : answers) {
      texts.addAll(answer.texts());
    }
    texts.addAll(hints);
    return texts;
  }
}
