package dev.rebound.check;

import dev.rebound.check.AuthoredText.LocatedWord;
import dev.rebound.check.AuthoredText.Role;
import dev.rebound.check.quotation.Digests;
import dev.rebound.course.Aid;
import dev.rebound.course.Card;
import dev.rebound.course.FacilitatorNote;
import dev.rebound.course.Lesson;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Texts that are read one after the other, as one run of words: list items, the options of a
 * question, the cells of a row or a column, the lines of a picture. A credited quote ends it.
 *
 * @param texts in reading order
 * @param numbers the words of each, as {@link Digests#word} numbers them
 */
public record WordStream(List<AuthoredText> texts, List<long[]> numbers) {
  /** The streams of a part: what is said to an answer stands apart from the answers. */
  public static List<WordStream> in(CheckContext context, ContentWalk.Part part) {
    List<AuthoredText> all = context.in(part).all();
    List<long[]> words =
        part.thing() instanceof Lesson lesson ? context.words(lesson) : List.<long[]>of();
    List<WordStream> streams = new ArrayList<>();
    WordStream said = empty();
    WordStream feedback = empty();
    int at = 0;
    for (AuthoredText text : all) {
      if (text.role() == Role.QUOTE) {
        streams.add(said);
        said = empty();
        continue;
      }
      long[] own = words.isEmpty() ? Digests.words(text.words()) : words.get(at);
      at++;
      (text.role() == Role.FEEDBACK || text.role() == Role.HINT ? feedback : said).add(text, own);
    }
    streams.add(said);
    streams.add(feedback);
    bodies(part.thing()).forEach(body -> columns(body, streams));
    return streams;
  }

  private static WordStream empty() {
    return new WordStream(new ArrayList<>(), new ArrayList<>());
  }

  private void add(AuthoredText text, long[] own) {
    texts.add(text);
    numbers.add(own);
  }

  private static Stream<List<Block>> bodies(Object thing) {
    if (thing instanceof Lesson lesson) {
      return Stream.of(lesson.body());
    } else if (thing instanceof Aid aid) {
      return Stream.of(aid.body());
    } else if (thing instanceof FacilitatorNote note) {
      return Stream.of(note.body());
    } else if (thing instanceof Card card) {
      return Stream.of(card.front(), card.back());
    }
    return Stream.of();
  }

  /** The rows of a table are in the text as it is read. */
  private static void columns(List<Block> body, List<WordStream> streams) {
    Markup.eachBlock(
        body,
        block -> {
          if (block instanceof Block.Table table && table.head().size() > 1) {
            for (int column = 0; column < table.head().size(); column++) {
              WordStream stream = empty();
              List<List<List<Inline>>> rows = new ArrayList<>();
              rows.add(table.head());
              rows.addAll(table.rows());
              for (List<List<Inline>> row : rows) {
                if (column < row.size()) {
                  AuthoredText cell = new AuthoredText(Role.CELL, "table", row.get(column));
                  stream.add(cell, Digests.words(cell.words()));
                }
              }
              streams.add(stream);
            }
          }
        });
  }

  /** All its words, as they are written. */
  public long[] written() {
    return joined(numbers);
  }

  /** All its words as they are seen; as many as are written, where nothing is disguised. */
  public long[] seen() {
    List<long[]> seen = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      seen.add(
          texts.get(i).mayBeDisguised()
              ? Digests.words(texts.get(i).seen().stream().map(LocatedWord::text).toList())
              : numbers.get(i));
    }
    return joined(seen);
  }

  /** Whether {@link #seen} may be something else than {@link #written}. */
  public boolean mayBeDisguised() {
    return texts.stream().anyMatch(AuthoredText::mayBeDisguised);
  }

  private static long[] joined(List<long[]> parts) {
    int size = 0;
    for (long[] part : parts) {
      size += part.length;
    }
    long[] all = new long[size];
    int at = 0;
    for (long[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** The place of each word. */
  public List<LocatedWord> located(boolean asSeen) {
    return texts.stream()
        .flatMap(text -> (asSeen && text.mayBeDisguised() ? text.seen() : text.located()).stream())
        .toList();
  }

  /** What an author calls the text that a word stands in. */
  public String kindAt(LocatedWord word) {
    return texts.stream()
        .filter(text -> text.located().stream().anyMatch(it -> it.in().equals(word.in())))
        .findFirst()
        .map(AuthoredText::kind)
        .orElse("text");
  }
}
