package dev.rebound.exchange;

import dev.rebound.exchange.BankAnswer.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words to choose or drag into gaps of a text. One gap is a fill-in; of several, each gap's words
 * stand in the text, and the right ones are to be marked.
 */
public final class Gaps {
  private static final int MOST_PHRASES = 60;
  private static final String STEM = "Which words belong in this text? Mark them.";

  /** What stands for a principle until somebody maps it: a phrase has one or cannot be marked. */
  public static final String TO_MAP = "to-map";

  private Gaps() {}

  /** A question made of gaps. */
  public record Made(
      String type, String stem, List<BankAnswer> answers, Map<String, String> settings) {}

  /**
   * A gap's words.
   *
   * @param right one of them
   */
  public record Gap(String right, List<String> words) {}

  /**
   * @param around the text before each gap, and after the last
   */
  public static Optional<Made> of(List<String> around, List<Gap> gaps, Texts texts) {
    return gaps.size() == 1
        ? Optional.of(fillIn(around, gaps.get(0), texts))
        : marking(around, gaps, texts);
  }

  private static Made fillIn(List<String> around, Gap gap, Texts texts) {
    texts.lost(Loss.What.TYPE, "its words to choose from became a word to type.");
    List<BankAnswer> answers = new ArrayList<>();
    answers.add(BankAnswer.of(Role.ACCEPTED, gap.right(), true));
    gap.words().stream()
        .filter(it -> !it.equals(gap.right()) && !it.isEmpty())
        .distinct()
        .forEach(it -> answers.add(BankAnswer.of(Role.REJECTED, it, false)));
    String stem =
        (around.get(0) + " _____ " + around.get(1))
            .strip()
            .replaceAll("_____ (?=[.,;:!?])", "_____");
    return new Made("fill-in", stem, answers, Map.of());
  }

  private static Optional<Made> marking(List<String> around, List<Gap> gaps, Texts texts) {
    texts.lost(
        Loss.What.TYPE, "its gaps became words to mark: each gap's words stand in the text.");
    List<BankAnswer> segments = new ArrayList<>();
    for (int i = 0; i < around.size(); i++) {
      if (!around.get(i).isEmpty()) {
        segments.add(BankAnswer.of(Role.PLAIN, around.get(i), false));
      }
      if (i == gaps.size()) {
        break;
      }
      Gap gap = gaps.get(i);
      int number = 0;
      for (String word : gap.words().stream().distinct().toList()) {
        boolean fits = word.equals(gap.right());
        if (!word.isEmpty()) {
          segments.add(
              BankAnswer.of(Role.PHRASE, word, fits)
                  .with(BankAnswer.ID, "gap-" + (i + 1) + "-" + ++number)
                  .with(fits ? BankAnswer.APPLIES : BankAnswer.BREAKS, TO_MAP));
        }
      }
    }
    if (segments.stream().filter(it -> it.role() == Role.PHRASE).count() > MOST_PHRASES) {
      texts.lost(
          Loss.What.QUESTION,
          "with each gap's words in the text it has more than "
              + MOST_PHRASES
              + "; it is left out.");
      return Optional.empty();
    }
    Map<String, String> settings = new LinkedHashMap<>(Scoring.PART);
    settings.put(BankQuestion.MARK, BankAnswer.APPLIES);
    return Optional.of(new Made("hot-text", STEM, segments, settings));
  }
}
