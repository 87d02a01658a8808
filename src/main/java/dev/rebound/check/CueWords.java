package dev.rebound.check;

import dev.rebound.source.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that give an option away by their tone. The lists are English.
 *
 * @param words as they are compared
 * @param harmless set phrases in which such a word says nothing of the kind
 */
public record CueWords(Set<String> words, Pattern harmless) {
  /** How options call each other: by letter, number or place. */
  private static final String NAMED =
      "([a-f]|[1-6]|i|ii|iii|iv|v|one|two|three|four|first|second|third|fourth)";

  private static final Pattern ABOUT_OPTIONS =
      Pattern.compile(
          "(all|none|any|both|neither|two|three|most|some)( of)?( the)?"
              + " (above|below|these|those|following|them"
              + "|((other|above|previous) )?(options|answers|choices|ones))"
              + "|(all|none|both|neither)( of (them|these|the above))?"
              + " (is|are) (right|correct|true|wrong|false)"
              + "|(both |neither |either )?[a-f] (and|or|nor|&) [a-f]( only)?"
              + "|(not |only )?(all|none|both|neither|either|any)( (one|two|three|four|five))?"
              + "( of)?( the| these| those)?"
              + "(( (above|below|mentioned|listed|given|stated|options|answers|choices|statements|ones))+"
              + "( (is|are|apply|applies)( not)?( (right|correct|true|wrong|false|possible))?)?"
              + "| (is|are|apply|applies)( not)?( (right|correct|true|wrong|false|possible))?)"
              + "|(all|none|both)( of)?( the| these)? (two|three|four|five|six|[2-6])"
              + "|((both|neither|either|only|just) )(the )?"
              + NAMED
              + "( (and|or|nor|&) "
              + NAMED
              + ")+( only)?"
              + "|((options?|answers?|choices?|statements?|items?|numbers?) )"
              + NAMED
              + "( (and|or|nor|&)? ?"
              + NAMED
              + ")*( only)?"
              + "|"
              + NAMED
              + "( (and|or|&)? ?"
              + NAMED
              + ")+ only"
              + "|[a-f]( [a-f])+ (and|or|&) [a-f]( only)?"
              + "|the (first|last) (two|three)( of these| options| answers)?"
              + "|(more than one|at least two|two or more|some|most)( of)?( the| these)? (above|options|answers|choices)");

  /** What such an option begins with. */
  private static final Set<String> BEGINS_ABOUT_OPTIONS =
      Set.of(
          "all",
          "any",
          "both",
          "either",
          "most",
          "neither",
          "none",
          "not",
          "only",
          "just",
          "some",
          "three",
          "two",
          "four",
          "first",
          "second",
          "third",
          "the",
          "more",
          "at",
          "option",
          "options",
          "answer",
          "answers",
          "choice",
          "choices",
          "statement",
          "statements",
          "item",
          "items",
          "number",
          "numbers",
          "a",
          "b",
          "c",
          "d",
          "e",
          "f",
          "i",
          "ii",
          "iii",
          "iv",
          "1",
          "2",
          "3",
          "4",
          "5",
          "6");

  /** In words: "none of the above are correct". */
  private static final int LONGEST_ABOUT_OPTIONS = 7;

  /** "All" in "at all" or "small" is none. */
  public static final CueWords ABSOLUTE =
      new CueWords(
          Set.of(
              "absolutely",
              "all",
              "always",
              "completely",
              "entirely",
              "every",
              "everybody",
              "everyone",
              "everything",
              "impossible",
              "must",
              "never",
              "nobody",
              "none",
              "nothing",
              "only",
              "totally"),
          Pattern.compile(
              "\\b(after all|at all|all right|first of all|not only|if only|all day|all night"
                  + "|only just|nothing but|nothing much|all the same|every now and then)\\b"));

  public static final CueWords VAGUE =
      new CueWords(
          Set.of(
              "frequently",
              "generally",
              "likely",
              "mostly",
              "normally",
              "occasionally",
              "often",
              "perhaps",
              "possibly",
              "probably",
              "rarely",
              "seldom",
              "sometimes",
              "typically",
              "usually"),
          Pattern.compile("\\b(how often|as often as)\\b"));

  /** Such a word with a capital, before another: the name of a thing. */
  private static final Pattern NAME =
      Pattern.compile(
          "\\b(?:All|Every|Everything|Only|Must|None|Never|Nothing|Always|Everyone|Impossible)"
              + "(?:[ -](?:\\p{Lu}[\\p{L}\\d]*|\\d+))+");

  /** The last word of a name, or one of a title: "Reply All", "My One and Only". */
  private static final Pattern TITLED =
      Pattern.compile(
          "(?:\\p{Lu}[\\p{L}\\d]*[ -](?:(?:a|an|and|at|for|in|of|on|the|to) )*)+"
              + "(?:All|Always|Every|Everybody|Everyone|Everything|Impossible|Must|Never|Nobody|None|Nothing|Only)\\b");

  /** The whole answer, or that there is none, before what explains it: "Nothing, for …". */
  private static final Pattern ANSWER =
      Pattern.compile(
          "(?i)^(?:all|always|everybody|everyone|everything|never|nobody|none|nothing|only)\\b"
              + "(?: of (?:the |these |those )?(?:above|answers|options|others|choices|these|those))?[,.;:!–—]");

  /** How many or how often, as a fact and not for emphasis. */
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?i)\\b(?:all|only|every|none)(?: of| on| in| at)?(?: the| these| those| its| your| our)?"
              + " (?:\\d[\\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|half|few|other"
              + "|second|third|day|week|month|quarter|year|hour|minute|morning|evening|night|monday|tuesday"
              + "|wednesday|thursday|friday|saturday|sunday|once|twice|first|last)s?\\b");

  /** A part of code or of a compound: {@code Promise.all()}, read-only, {@code display: none}. */
  private static final Pattern JOINED =
      Pattern.compile(
          "(?i)(?:\\w+[-./:_(@#$]+|(?<!\\S)-+)(?:all|always|every|must|never|none|nothing|only)\\b(?:\\(\\))?"
              + "|\\b(?:all|always|every|must|never|none|nothing|only)[-._(/=]+\\w+"
              + "|\\b[a-z]+(?:-[a-z]+)*: none\\b"
              + "|(?-i:\\b\\p{Lu}{2,} (?:ALL|EVERY|NONE|ONLY)\\b|\\b(?:ALL|EVERY|NONE|ONLY) \\p{Lu}{2,})");

  /** Those in the words of a text, in order. */
  public Set<String> in(List<String> text) {
    return text.stream().anyMatch(words::contains) ? find(text) : Set.of();
  }

  private Set<String> find(List<String> text) {
    String folded = " " + String.join(" ", text) + " ";
    Set<String> found = new LinkedHashSet<>(Words.texts(harmless.matcher(folded).replaceAll("")));
    found.retainAll(words);
    return found;
  }

  /**
   * Those of a text that mark it: not those in a name ("All Traffic", "Reply All"), a compound
   * ("read-only"), a plain amount ("all three", "every week"), or that are the answer ("Nothing,
   * …").
   */
  public Set<String> marking(String plain) {
    if (Words.texts(plain).size() == 1) {
      // "None" may be the answer: how many are left?
      return Set.of();
    }
    String bare = plain;
    for (Pattern harmlessHere : List.of(ANSWER, JOINED, TITLED, NAME, AMOUNT)) {
      bare = harmlessHere.matcher(bare).replaceAll(" ");
    }
    return in(Words.texts(bare));
  }

  /** Whether an option is about the other options, as "all of the above" is. */
  public static boolean isAboutOptions(List<String> option) {
    return !option.isEmpty()
        && option.size() <= LONGEST_ABOUT_OPTIONS
        && BEGINS_ABOUT_OPTIONS.contains(option.get(0))
        && ABOUT_OPTIONS.matcher(String.join(" ", option)).matches();
  }
}
