package dev.rebound.check;

import dev.rebound.source.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How an unfinished stem wants its options: {@code The relief is handed an …} wants a vowel.
 *
 * @param last the stem's last word
 * @param fits whether an option can follow it; in doubt it can
 */
public record StemGrammar(String last, Predicate<String> fits) {
  /** Plurals without an s. Of them, and of other words, only "a" and "an" say how many. */
  private static final Set<String> IRREGULAR =
      Set.of("children", "data", "feet", "men", "people", "police", "staff", "teeth", "women");

  /** Empty where the stem is a whole sentence, or its last word lets anything follow. */
  public static Optional<StemGrammar> of(String stem, List<String> words) {
    String last = words.isEmpty() ? "" : words.get(words.size() - 1);
    Optional<StemGrammar> wanted = after(last);
    return wanted.isPresent() && Stem.isUnfinished(stem) ? wanted : Optional.empty();
  }

  private static Optional<StemGrammar> after(String last) {
    return switch (last) {
      case "a" -> Optional.of(new StemGrammar(last, text -> !startsWithVowelSound(text)));
      case "an" -> Optional.of(new StemGrammar(last, StemGrammar::startsWithVowelSound));
      case "is", "was", "has" -> Optional.of(new StemGrammar(last, text -> !isPlural(text)));
      case "are", "were", "have" -> Optional.of(new StemGrammar(last, text -> !isSingular(text)));
      default -> Optional.empty();
    };
  }

  private static boolean startsWithVowelSound(String text) {
    List<String> words = Words.texts(text);
    String first = words.isEmpty() ? "" : words.get(0);
    if (first.matches("(hour|honest|honou?r|heir).*|8.*|11|18")) {
      return true;
    }
    return first.matches("[aeiou].*")
        && !first.matches("(uni[^mn]|us(e|u|ab)|eu|one$|once$|ut(il|en)).*");
  }

  private static boolean isSingular(String text) {
    List<String> words = Words.texts(text);
    return !words.isEmpty()
        && (Set.of("a", "an", "one", "this", "that", "each", "every").contains(words.get(0))
            || (isShort(words)
                && !words.get(words.size() - 1).endsWith("s")
                && !IRREGULAR.contains(words.get(words.size() - 1))));
  }

  private static boolean isPlural(String text) {
    List<String> words = Words.texts(text);
    return !words.isEmpty()
        && (Set.of("two", "three", "four", "these", "those", "several", "many", "both", "few")
                .contains(words.get(0))
            || (isShort(words) && words.get(words.size() - 1).matches(".*[^suia]s")));
  }

  /** One word, with or without "the": longer ones would have to be parsed. */
  private static boolean isShort(List<String> words) {
    return words.size() == 1 || (words.size() == 2 && words.get(0).equals("the"));
  }
}
