package dev.rebound.check;

import dev.rebound.course.Study;
import dev.rebound.source.Located;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Studies that a text names by authors and year: {@code (Roschk & Kaiser 2013)}. */
public final class StudyCitations {
  private static final String PARTICLE =
      "(?:(?:[Dd]e|[Dd]er|[Vv]an|[Vv]on|[Dd]el|[Dd]i|[Ll]a|[Ll]e|ten) ){0,2}";
  private static final String NAME =
      PARTICLE + "(?:(?:D'|Dall'|O'|Mc|Mac)?\\p{Lu}[\\p{L}\u2019'-]+)(?: \\p{Lu}[\\p{L}'-]+)?";
  private static final String ONE = PARTICLE + "\\p{Lu}[\\p{L}\u2019'-]+";
  private static final String YEAR = "(?:1[89]|20)\\d\\d";

  /** Several names, or one with "et al.", before a year; one name alone only within brackets. */
  private static final Pattern CITATION =
      Pattern.compile(
          "(?<names>"
              + NAME
              + "(?:,? et al\\.?|(?:, "
              + NAME
              + ")*,? (?:&|and) "
              + NAME
              + "))(?:,? | \\()(?<year>"
              + YEAR
              + ")\\b"
              + "|(?<=[(;] ?)(?<one>"
              + ONE
              + "),? (?<oneYear>"
              + YEAR
              + ")\\b"
              + "|\\b(?<told>"
              + ONE
              + ") \\((?<toldYear>"
              + YEAR
              + ")\\)");

  private static final Set<String> NO_NAME =
      Set.of(
          "in",
          "since",
          "by",
          "of",
          "from",
          "until",
          "before",
          "after",
          "during",
          "about",
          "around",
          "circa",
          "edition",
          "version",
          "spring",
          "summer",
          "autumn",
          "winter",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "easter",
          "christmas",
          "week",
          "page",
          "table",
          "figure",
          "room",
          "copyright");

  private StudyCitations() {}

  /**
   * A study as a text names it.
   *
   * @param others whether "et al." stands for more authors
   * @param text as it stands there
   */
  public record Citation(List<String> authors, boolean others, int year, String text, int start) {
    /** Whether it is this study, all of whose authors are named or stood for. */
    public boolean is(Study study) {
      return year == study.year() && namesAuthorsOf(study);
    }

    /** Whether the first author is this study's. */
    public boolean beginsAs(Study study) {
      return !study.authors().isEmpty() && same(authors.get(0), study.authors().get(0).value());
    }

    /** Whether the authors are this study's, whatever the year. */
    public boolean namesAuthorsOf(Study study) {
      List<String> all = study.authors().stream().map(Located::value).toList();
      if (others) {
        return all.size() > authors.size() && beginsAs(study);
      }
      boolean same = all.size() == authors.size();
      for (int i = 0; same && i < all.size(); i++) {
        same = same(all.get(i), authors.get(i));
      }
      return same;
    }

    private static boolean same(String one, String other) {
      return Words.texts(one).equals(Words.texts(other));
    }
  }

  /** Those in a text, in order. */
  public static List<Citation> in(String text) {
    List<Citation> found = new ArrayList<>();
    if (!text.matches("(?s).*\\d{4}.*")) {
      return found;
    }
    Matcher matcher = CITATION.matcher(text);
    while (matcher.find()) {
      String names =
          group(matcher, "names")
              .or(() -> group(matcher, "one"))
              .or(() -> group(matcher, "told"))
              .orElse("");
      String year =
          group(matcher, "year")
              .or(() -> group(matcher, "oneYear"))
              .or(() -> group(matcher, "toldYear"))
              .orElse("0");
      boolean others = names.matches(".*et al\\.?");
      List<String> authors =
          List.of(names.replaceFirst(",? et al\\.?$", "").split(",? (?:&|and) |, "));
      String first = authors.get(0).toLowerCase(Locale.ROOT);
      if (!NO_NAME.contains(first)) {
        found.add(
            new Citation(
                authors, others, Integer.parseInt(year), names + " " + year, matcher.start()));
      }
    }
    return found;
  }

  /** Whether a text names a study by the body that published it: "a US federal study of 1979". */
  public static boolean namesBody(String text, Study study) {
    return study.authors().size() == 1
        && study.authors().get(0).value().indexOf(' ') > 0
        && text.contains(study.authors().get(0).value())
        && text.contains(String.valueOf(study.year()));
  }

  private static Optional<String> group(Matcher matcher, String name) {
    return Optional.ofNullable(matcher.group(name));
  }
}
