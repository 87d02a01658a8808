package dev.rebound.publish.page;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The interface words of each language: {@code templates/words/<language>.yaml} as key and text.
 *
 * @param byLanguage given a BCP 47 tag
 */
public record UiMessages(Function<String, Map<String, String>> byLanguage) {
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "arc", "dv", "fa", "ha", "he", "khw", "ks", "ku", "ps", "ur", "yi");

  /** The same words whatever the language. */
  public static UiMessages always(Map<String, String> words) {
    return new UiMessages(language -> words);
  }

  public Map<String, String> of(String language) {
    return byLanguage.apply(language);
  }

  /** The value of HTML's {@code dir}. */
  public static String direction(String language) {
    String primary = language.split("-", 2)[0].toLowerCase(Locale.ROOT);
    return RIGHT_TO_LEFT.contains(primary) ? "rtl" : "ltr";
  }
}
