package dev.rebound.check;

import dev.rebound.source.Words;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes a text compare otherwise than it reads: soft hyphens, characters without a width,
 * strokes through letters, and letters that look like Latin ones.
 */
final class Disguise {
  /** Each beside the Latin letter that it looks like: Cyrillic, Greek, Armenian, small capitals. */
  private static final String PAIRS =
      "аaвbеeкkмmнhоoрpсcтtуyхxгrіiјjѕsһhԁdԛqԝwӏlүyΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX"
          + "αaεeοoνvρpιiκkυuωwχxτtγyηnσoϲcϳjАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSԜWԚQ"
          + "օoսuոnհhցgԁdıiȷjɑaɡgɩiᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz"
          + "ᎪAᏴBᏟCᎠDᎬEᏀGᎻHᎫJᏦKᏞLᎷMᏢPᎡRᏚSᎢTᏙVᎳWᏃZ";

  private static final Map<Character, Character> LOOKS_LIKE = looksLike();

  private Disguise() {}

  private static Map<Character, Character> looksLike() {
    Map<Character, Character> pairs = new HashMap<>();
    for (int i = 0; i + 1 < PAIRS.length(); i += 2) {
      pairs.putIfAbsent(PAIRS.charAt(i), PAIRS.charAt(i + 1));
    }
    return Map.copyOf(pairs);
  }

  /** Whether there is anything in a text that {@link #words} reads otherwise. */
  static boolean isPossible(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0xA0 && (isUnseen(c) || LOOKS_LIKE.containsKey(c) || isAnotherForm(c))) {
        return true;
      }
    }
    return false;
  }

  /** The words of a text as they are seen, with their places in the text as it is. */
  static List<Words.Word> words(String text) {
    StringBuilder seen = new StringBuilder(text.length());
    int[] places = new int[4 * text.length() + 1];
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (!isUnseen(point)) {
        String one = Character.toString(point);
        // Full-width and mathematical letters, ligatures: what they are made of.
        String plain = point < 0xA0 ? one : Normalizer.normalize(one, Normalizer.Form.NFKC);
        for (int j = 0; j < plain.length() && seen.length() < places.length; j++) {
          places[seen.length()] = i;
          seen.append(LOOKS_LIKE.getOrDefault(plain.charAt(j), plain.charAt(j)));
        }
      }
      i += Character.charCount(point);
    }
    List<Words.Word> words = new ArrayList<>();
    for (Words.Word word : Words.of(seen.toString())) {
      words.add(new Words.Word(word.text(), places[word.start()], places[word.end() - 1] + 1));
    }
    return words;
  }

  /** Format characters take no room; marks drawn over letters do not make them others. */
  private static boolean isUnseen(int point) {
    return Character.getType(point) == Character.FORMAT
        || point == 0x034F
        || (point >= 0x0334 && point <= 0x0338)
        || (point >= 0x20D0 && point <= 0x20FF)
        || (point >= 0xFE00 && point <= 0xFE0F);
  }

  /** Letters in other clothes, pairs of surrogates among them. */
  private static boolean isAnotherForm(char c) {
    return (c >= 0xFB00 && c <= 0xFB06) || (c >= 0xFF10 && c <= 0xFF5A) || c == '\uD835';
  }
}
