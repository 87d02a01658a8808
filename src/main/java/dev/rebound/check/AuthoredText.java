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

  /**
   * Its words as a reader sees them, whatever they are put together from: stress may begin inside a
   * word, and a {@link Disguise} does not count.
   */
  public List<LocatedWord> seen() {
    StringBuilder all = new StringBuilder();
    List<Part> parts = new ArrayList<>();
    Markup.eachInline(
        run,
        inline -> {
          if (inline instanceof Inline.Text text) {
            parts.add(new Part(all.length(), text.text().length(), text.span()));
            all.append(text.text());
          } else if (inline instanceof Inline.Code code) {
            parts.add(new Part(all.length(), code.text().length(), inCode(code)));
            all.append(code.text());
          } else if (inline instanceof Inline.Break || inline instanceof Inline.Image) {
            all.append(' ');
          }
        });
    List<LocatedWord> words = new ArrayList<>();
    int in = 0;
    for (Words.Word word : Disguise.words(all.toString())) {
      while (in + 1 < parts.size() && parts.get(in + 1).from() <= word.start()) {
        in++;
      }
      Part part = parts.get(in);
      words.add(new LocatedWord(word.text(), part.at(), word.start() - part.from(), part.length()));
    }
    return words;
  }

  /** A part of the run, and where it begins in the text of all. */
  private record Part(int from, int length, SourceSpan at) {}

  private static SourceSpan inCode(Inline.Code code) {
    int length = code.text().length();
    return code.span().part(1, length + 1, length + 2);
  }

  /** Whether its words as they are seen may be others than those that are written. */
  public boolean mayBeDisguised() {
    if (Markup.isPlain(run)) {
      return Disguise.isPossible(((Inline.Text) run.get(0)).text());
    }
    StringBuilder all = new StringBuilder();
    boolean[] joins = {false};
    Markup.eachInline(
        run,
        inline -> {
          if (inline instanceof Inline.Text text) {
            joins[0] |= joins(all, text.text());
            all.append(text.text());
          } else if (inline instanceof Inline.Code code) {
            joins[0] |= joins(all, code.text());
            all.append(code.text());
          } else if (inline instanceof Inline.Break || inline instanceof Inline.Image) {
            all.append(' ');
          }
        });
    return joins[0] || Disguise.isPossible(all.toString());
  }

  /** Whether a word may run on into the next part. */
  private static boolean joins(StringBuilder before, String next) {
    return before.length() > 0
        && !next.isEmpty()
        && mayBeInWord(before.charAt(before.length() - 1))
        && mayBeInWord(next.charAt(0));
  }

  private static boolean mayBeInWord(char c) {
    return c >= 128 || c == '\'' || Character.isLetterOrDigit(c);
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
            take.accept(code.text(), inCode(code));
          }
        });
  }
}
