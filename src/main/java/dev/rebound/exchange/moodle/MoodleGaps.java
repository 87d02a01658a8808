package dev.rebound.exchange.moodle;

import dev.rebound.exchange.Gaps;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Texts;
import dev.rebound.exchange.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words to choose or drag into gaps, which a text has as {@code [[1]]}. */
final class MoodleGaps {
  private static final Pattern GAP = Pattern.compile("\\[\\[(\\d{1,3})]]");
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
    List<Gaps.Gap> gaps =
        right.stream().map(it -> new Gaps.Gap(it.text(), words(choices, it.group()))).toList();
    return Gaps.of(around, gaps, texts)
        .map(it -> new MoodleAnswers.Read(it.type(), it.stem(), it.answers(), it.settings()));
  }

  private static List<String> words(List<Word> choices, String group) {
    return choices.stream().filter(it -> it.group().equals(group)).map(Word::text).toList();
  }
}
