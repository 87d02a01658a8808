package dev.rebound.course;

import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source's text, cut into paragraphs: blocks between blank lines, or lines where the file has no
 * blank line.
 */
public record SourceText(List<Paragraph> paragraphs) {
  /**
   * A sentence ends at its stop, with whatever quotes or brackets close after it. A run of stops is
   * tried from its first alone and never given back: the end of a long one is looked for once.
   */
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<![.!?…])[.!?…]++[\"'”’)\\]]*+(?=\\s|$)");

  /**
   * @param number 1-based
   * @param text lines joined by blanks
   */
  public record Paragraph(int number, String text, List<Words.Word> words) {
    /** Each sentence as the range of its words, from included to excluded. */
    public List<int[]> sentences() {
      List<int[]> sentences = new ArrayList<>();
      Matcher end = SENTENCE_END.matcher(text);
      int from = 0;
      while (end.find()) {
        from = addSentence(sentences, from, end.end());
      }
      addSentence(sentences, from, text.length());
      return sentences;
    }

    private int addSentence(List<int[]> sentences, int from, int endOffset) {
      int to = from;
      while (to < words.size() && words.get(to).end() <= endOffset) {
        to++;
      }
      if (to > from) {
        sentences.add(new int[] {from, to});
      }
      return to;
    }
  }

  public static SourceText of(String text) {
    String clean =
        (text.startsWith("\uFEFF") ? text.substring(1) : text)
            .replace("\r\n", "\n")
            .replace('\r', '\n')
            .strip();
    boolean blocks = Pattern.compile("\n[ \\t\u00a0]*\n").matcher(clean).find();
    String[] parts = clean.split(blocks ? "\n(?:[ \\t\u00a0]*+\n)++" : "\n", -1);
    List<Paragraph> paragraphs = new ArrayList<>();
    for (String part : parts) {
      String joined = part.replace('\n', ' ').strip();
      if (!joined.isEmpty()) {
        paragraphs.add(new Paragraph(paragraphs.size() + 1, joined, Words.of(joined)));
      }
    }
    return new SourceText(List.copyOf(paragraphs));
  }
}
