package dev.rebound.check.quotation;

import dev.rebound.course.Excerpt;
import dev.rebound.course.ParagraphKind;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.course.SourceLock.LockedExcerpt;
import dev.rebound.course.SourceLock.LockedParagraph;
import dev.rebound.source.SourceSpan;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a source's lock from its text. What goes in is chosen so that nothing comes out: every
 * window that touches an excerpt, or shares {@link #FOOTHOLD} words in a row with anything we
 * publish of the source, is left out, and so is the digest of a paragraph of which too little is
 * unknown. A guesser who holds our excerpts and a dictionary then has at least five unknown words
 * in every digest.
 */
public final class SourceLocker {
  /** So many published words in a row would let a guesser begin. */
  static final int FOOTHOLD = 4;

  private SourceLocker() {}

  /**
   * Where an excerpt was found.
   *
   * @param place nothing when it is nowhere, or in several places
   * @param message what is wrong; empty when nothing is
   */
  public record Located(
      Excerpt excerpt, Optional<LockedExcerpt> place, String message, String hint) {}

  /**
   * @param lock present when every excerpt has its place
   */
  public record Result(List<Located> excerpts, Optional<SourceLock> lock) {}

  /**
   * A key for the first lock of a workspace: its text's digest, so that the same source gives the
   * same lock.
   */
  public static String saltOf(Source source, SourceText text) {
    List<String> paragraphs = text.paragraphs().stream().map(SourceText.Paragraph::text).toList();
    return Digests.sha256(source.id().value() + "\n" + String.join("\n", paragraphs))
        .substring(0, 32);
  }

  /**
   * @param salt the key; sources that share one are checked for copying in one step
   */
  public static Result lock(Source source, SourceText text, String salt) {
    Digests digests = new Digests(salt);
    List<Located> located =
        source.excerpts().stream().map(e -> locate(e, source, text, digests)).toList();
    if (located.stream().anyMatch(one -> one.place().isEmpty())) {
      return new Result(located, Optional.empty());
    }
    List<LockedExcerpt> places =
        located.stream()
            .flatMap(one -> one.place().stream())
            .sorted(
                Comparator.comparingInt(LockedExcerpt::paragraph)
                    .thenComparingInt(LockedExcerpt::firstWord))
            .toList();
    List<LockedParagraph> paragraphs = new ArrayList<>();
    Set<Long> windows = new TreeSet<>();
    Set<List<String>> footholds = footholds(source, text);
    for (SourceText.Paragraph paragraph : text.paragraphs()) {
      ParagraphKind kind = source.kindOf(paragraph.number());
      boolean[] quoted = quoted(paragraph, places);
      int unknown = 0;
      for (boolean q : quoted) {
        unknown += q ? 0 : 1;
      }
      List<String> words = paragraph.words().stream().map(Words.Word::text).toList();
      paragraphs.add(
          new LockedParagraph(
              paragraph.number(),
              kind,
              words.size(),
              unknown >= 2 * SourceLock.WINDOW
                  ? Optional.of(digests.run(words))
                  : Optional.empty()));
      if (kind != ParagraphKind.BOILERPLATE) {
        addWindows(words, quoted, footholds, digests, windows);
      }
    }
    return new Result(
        located,
        Optional.of(
            new SourceLock(
                SourceSpan.wholeFile(source.id().span().file()),
                salt,
                List.copyOf(paragraphs),
                places,
                windows)));
  }

  private static void addWindows(
      List<String> words,
      boolean[] quoted,
      Set<List<String>> footholds,
      Digests digests,
      Set<Long> windows) {
    long[] numbers = words.stream().mapToLong(Digests::word).toArray();
    for (int i = 0; i + SourceLock.WINDOW <= numbers.length; i++) {
      boolean published = false;
      for (int j = i; j < i + SourceLock.WINDOW; j++) {
        published |= quoted[j];
        published |=
            j + FOOTHOLD <= i + SourceLock.WINDOW
                && footholds.contains(words.subList(j, j + FOOTHOLD));
      }
      if (!published) {
        windows.add(digests.window(numbers, i, SourceLock.WINDOW));
      }
    }
  }

  /**
   * Every run of a few words that is published with the source: its excerpts, its title, its
   * boilerplate.
   */
  private static Set<List<String>> footholds(Source source, SourceText text) {
    Set<List<String>> found = new HashSet<>();
    List<String> published = new ArrayList<>();
    source.excerpts().forEach(e -> published.add(e.text().value()));
    source.title().ifPresent(published::add);
    source.about().ifPresent(published::add);
    source.container().ifPresent(published::add);
    source.rights().ifPresent(published::add);
    for (SourceText.Paragraph paragraph : text.paragraphs()) {
      if (source.kindOf(paragraph.number()) == ParagraphKind.BOILERPLATE) {
        published.add(paragraph.text());
      }
    }
    for (String one : published) {
      List<String> words = Words.texts(one);
      for (int i = 0; i + FOOTHOLD <= words.size(); i++) {
        found.add(List.copyOf(words.subList(i, i + FOOTHOLD)));
      }
    }
    return found;
  }

  private static boolean[] quoted(SourceText.Paragraph paragraph, List<LockedExcerpt> places) {
    boolean[] quoted = new boolean[paragraph.words().size()];
    for (LockedExcerpt place : places) {
      if (place.paragraph() == paragraph.number()) {
        for (int i = 0; i < place.words(); i++) {
          quoted[place.firstWord() - 1 + i] = true;
        }
      }
    }
    return quoted;
  }

  private static Located locate(Excerpt excerpt, Source source, SourceText text, Digests digests) {
    List<String> wanted = Words.texts(excerpt.text().value());
    List<LockedExcerpt> places = new ArrayList<>();
    for (SourceText.Paragraph paragraph : text.paragraphs()) {
      List<String> words = paragraph.words().stream().map(Words.Word::text).toList();
      for (int i = 0; i + wanted.size() <= words.size(); i++) {
        if (!wanted.isEmpty() && words.subList(i, i + wanted.size()).equals(wanted)) {
          int from = i;
          boolean whole =
              paragraph.sentences().stream()
                  .anyMatch(s -> s[1] - s[0] >= 3 && s[0] >= from && s[1] <= from + wanted.size());
          places.add(
              new LockedExcerpt(
                  excerpt.id().span(),
                  excerpt.id().value(),
                  paragraph.number(),
                  i + 1,
                  wanted.size(),
                  whole,
                  digests.run(wanted)));
        }
      }
    }
    if (places.size() == 1) {
      LockedExcerpt place = places.get(0);
      ParagraphKind kind = source.kindOf(place.paragraph());
      if (!kind.isAuthors()) {
        return new Located(
            excerpt,
            Optional.empty(),
            "stands in paragraph " + place.paragraph() + ", which is " + kind.word() + ".",
            "Only the credited author's own words may be quoted; look at `blocks:`.");
      }
      return new Located(excerpt, Optional.of(place), "", "");
    }
    if (places.isEmpty()) {
      return new Located(
          excerpt, Optional.empty(), "stands nowhere in the source.", nearest(wanted, text));
    }
    return new Located(
        excerpt,
        Optional.empty(),
        "stands in " + places.size() + " places of the source.",
        "Quote a word more, so that it stands in one.");
  }

  /** The place that shares most words with a lost excerpt, most of them in their places. */
  private static String nearest(List<String> wanted, SourceText text) {
    int best = 0;
    int bestScore = 0;
    String found = "";
    for (SourceText.Paragraph paragraph : text.paragraphs()) {
      List<Words.Word> words = paragraph.words();
      int size = Math.min(wanted.size(), words.size());
      for (int i = 0; i + size <= words.size(); i++) {
        int same = 0;
        int inPlace = 0;
        for (int j = 0; j < size; j++) {
          same += wanted.contains(words.get(i + j).text()) ? 1 : 0;
          inPlace += wanted.get(j).equals(words.get(i + j).text()) ? 1 : 0;
        }
        if (same + inPlace > bestScore && size > 0) {
          best = same;
          bestScore = same + inPlace;
          found =
              "Nearest, in paragraph "
                  + paragraph.number()
                  + ": "
                  + paragraph.text().substring(words.get(i).start(), words.get(i + size - 1).end());
        }
      }
    }
    return best * 2 >= wanted.size() ? found : "Nothing like it is there.";
  }
}
