package dev.rebound.exchange.moodle;

import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Scoring;
import dev.rebound.exchange.Texts;
import dev.rebound.exchange.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words to choose or drag into gaps. One gap is a fill-in; of several, each gap's words stand in
 * the text, and the right ones are to be marked.
 */
final class MoodleGaps {
  private static final Pattern GAP = Pattern.compile("\\[\\[(\\d{1,3})]]");
  private static final int MOST_PHRASES = 60;
  private static final String STEM = "Which words belong in this text? Mark them.";

  /** What stands for a principle until somebody maps it: a phrase has one or cannot be marked. */
  private static final String TO_MAP = "to-map";

  private final XmlElement xml;
  private final Texts texts;
  private final MoodleTexts words;

  MoodleGaps(XmlElement xml, Texts texts, MoodleTexts words) {
    this.xml = xml;
    this.texts = texts;
    this.words = words;
  }

  private record Word(String text, String group) {}

  Optional<MoodleAnswers.Read> read(String type) {
    List<Word> choices =
        xml.children(type.equals("ddwtos") ? "dragbox" : "selectoption")
            .map(it -> new Word(texts.html(it.value("text")), it.value("group")))
            .toList();
    String text = texts.unmarked(words.of(xml.child("questiontext")));
    List<Word> right = new ArrayList<>();
    List<String> around = new ArrayList<>();
    int from = 0;
    Matcher gap = GAP.matcher(text);
    while (gap.find()) {
      int number = Integer.parseInt(gap.group(1));
      if (number < 1 || number > choices.size() || choices.get(number - 1).text().isEmpty()) {
        texts.lost(Loss.What.QUESTION, "a gap of it has no word, so it is left out.");
        return Optional.empty();
      }
      right.add(choices.get(number - 1));
      around.add(texts.plain(text.substring(from, gap.start())));
      from = gap.end();
    }
    around.add(texts.plain(text.substring(from)));
    if (right.isEmpty()) {
      texts.lost(Loss.What.QUESTION, "it has no gap, so it is left out.");
      return Optional.empty();
    }
    return right.size() == 1
        ? Optional.of(fillIn(around, right.get(0), choices))
        : marking(around, right, choices);
  }

  private MoodleAnswers.Read fillIn(List<String> around, Word right, List<Word> choices) {
    texts.lost(Loss.What.TYPE, "its words to choose from became a word to type.");
    List<BankAnswer> answers = new ArrayList<>();
    answers.add(BankAnswer.of(Role.ACCEPTED, right.text(), true));
    choices.stream()
        .filter(
            it ->
                it.group().equals(right.group())
                    && !it.text().equals(right.text())
                    && !it.text().isEmpty())
        .map(Word::text)
        .distinct()
        .forEach(it -> answers.add(BankAnswer.of(Role.REJECTED, it, false)));
    String stem =
        (around.get(0) + " _____ " + around.get(1))
            .strip()
            .replaceAll("_____ (?=[.,;:!?])", "_____");
    return new MoodleAnswers.Read("fill-in", stem, answers, Map.of());
  }

  private Optional<MoodleAnswers.Read> marking(
      List<String> around, List<Word> right, List<Word> choices) {
    texts.lost(
        Loss.What.TYPE, "its gaps became words to mark: each gap's words stand in the text.");
    List<BankAnswer> segments = new ArrayList<>();
    for (int i = 0; i < around.size(); i++) {
      if (!around.get(i).isEmpty()) {
        segments.add(BankAnswer.of(Role.PLAIN, around.get(i), false));
      }
      if (i == right.size()) {
        break;
      }
      Word wanted = right.get(i);
      int number = 0;
      for (String word :
          choices.stream()
              .filter(it -> it.group().equals(wanted.group()))
              .map(Word::text)
              .distinct()
              .toList()) {
        boolean fits = word.equals(wanted.text());
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
    return Optional.of(new MoodleAnswers.Read("hot-text", STEM, segments, settings));
  }
}
