package dev.rebound.check;

import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.SourceSpan;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One run of text that an author wrote and a learner may read: a paragraph, a stem, a reply. Quoted
 * excerpts are not among them.
 *
 * @param kind what an author calls it: {@code lesson}, {@code feedback}
 */
public record AuthoredText(Role role, String kind, List<Inline> run) {
  /** What a text is for. */
  public enum Role {
    TITLE,
    SETTING,
    SPEAKER,
    HEADING,
    PARAGRAPH,
    CELL,
    CHART,
    CODE,
    /** An excerpt: not the author's own words, and not among the texts that rules are given. */
    QUOTE,
    PICTURE,
    STEM,
    ANSWER,
    FEEDBACK,
    HINT,
    LINE,
    REPLY,
    DEBRIEF,
    PRINCIPLE,
    EVIDENCE,
    PHRASE,
    TERM,
    MEANING
  }

  /**
   * A word and where it stands.
   *
   * @param in where its text stands
   * @param start its first character in that text
   * @param length of that text
   */
  public record LocatedWord(String text, SourceSpan in, int start, int length) {
    /** As exact as the span of its text is. */
    public SourceSpan span() {
      return in.part(start, start + text.length(), length);
    }
  }

  /** The text without its marks, as a reader would say it. */
  public String plain() {
    return Markup.plain(run);
  }

  /** Its words, part by part: where stress begins inside a word, two begin. */
  public List<String> words() {
    if (Markup.isPlain(run)) {
      return Words.texts(((Inline.Text) run.get(0)).text());
    }
    List<String> words = new ArrayList<>();
    eachPart((text, at) -> words.addAll(Words.texts(text)));
    return words;
  }

  /** Its words, each with its place. */
  public List<LocatedWord> located() {
    List<LocatedWord> words = new ArrayList<>();
    eachPart(
        (text, at) ->
            Words.of(text)
                .forEach(w -> words.add(new LocatedWord(w.text(), at, w.start(), text.length()))));
    return words;
  }

  private void eachPart(BiConsumer<String, SourceSpan> take) {
    Markup.eachInline(
        run,
        inline -> {
          if (inline instanceof Inline.Text text) {
            take.accept(text.text(), text.span());
          } else if (inline instanceof Inline.Code code) {
            SourceSpan at = code.span();
            int length = code.text().length();
            take.accept(code.text(), at.part(1, length + 1, length + 2));
          }
        });
  }
}
