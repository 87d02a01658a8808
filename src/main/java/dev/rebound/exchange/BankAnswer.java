package dev.rebound.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a question's lists: an option, a pair, a step, a range.
 *
 * @param text an option's, the left side of a pair, the smallest number of a range; empty for an
 *     extra
 * @param with the right side of a pair or extra, the category of an entry, the largest number
 * @param right whether it belongs to a right response
 * @param more {@code id}, {@code applies}, {@code breaks}, {@code feedback}, {@code typos}, by its
 *     key in a bank
 */
public record BankAnswer(
    Role role, String text, String with, boolean right, Map<String, String> more) {
  public static final String ID = "id";
  public static final String APPLIES = "applies";
  public static final String BREAKS = "breaks";
  public static final String FEEDBACK = "feedback";
  public static final String TYPOS = "typos";

  /** Which list of a question it stands in. */
  public enum Role {
    OPTION("options", true),
    /** {@code "true":} or {@code "false":}, which is its text. */
    VERDICT("", true),
    PAIR("pairs", true),
    EXTRA("extras", true),
    STEP("steps", true),
    CATEGORY("categories", false),
    ENTRY("entries", true),
    ACCEPTED("accept", true),
    REJECTED("wrong", true),
    RANGE("accept", true),
    /** A phrase that can be marked. */
    PHRASE("segments", true),
    /** A segment that cannot. */
    PLAIN("segments", false),
    POINT("scale", true),
    MODEL("model", true);

    private final String key;
    private final boolean answered;

    Role(String key, boolean answered) {
      this.key = key;
      this.answered = answered;
    }

    /** The key of its list in a bank. */
    public String key() {
      return key;
    }

    /** Whether it is something to answer, and not what stands around that. */
    public boolean answered() {
      return answered;
    }
  }

  public BankAnswer {
    more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
  }

  public static BankAnswer of(Role role, String text, boolean right) {
    return new BankAnswer(role, text, "", right, Map.of());
  }

  public static BankAnswer of(Role role, String text, String with) {
    return new BankAnswer(role, text, with, true, Map.of());
  }

  public Optional<String> get(String key) {
    return Optional.ofNullable(more.get(key));
  }

  /** With a value under a key; an empty one takes it away. */
  public BankAnswer with(String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(more);
    if (value.isEmpty() || Values.isDefault(key, value)) {
      changed.remove(key);
    } else {
      changed.put(key, value);
    }
    return new BankAnswer(role, text, with, right, changed);
  }

  public BankAnswer in(Role other, String words, String target) {
    return new BankAnswer(other, words, target, right, more);
  }

  /** Its texts that are Markdown. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    if (role != Role.RANGE) {
      texts.add(text);
    }
    if (role == Role.PAIR || role == Role.EXTRA) {
      texts.add(with);
    }
    get(FEEDBACK).ifPresent(texts::add);
    return texts;
  }
}
