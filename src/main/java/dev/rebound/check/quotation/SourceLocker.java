package dev.rebound.check.quotation;

import dev.rebound.course.Excerpt;
import dev.rebound.course.ParagraphKind;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.course.SourceLock.LockedExcerpt;
import dev.rebound.course.SourceLock.LockedParagraph;
import dev.rebound.course.SourceText;
import dev.rebound.course.Windows;
import dev.rebound.source.Sha256;
import dev.rebound.source.SourceSpan;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
   * @param all every place it stands in
   * @param place the one that is meant, or the first of several; nothing when it is nowhere
   * @param message what is wrong; empty when nothing is
   */
  public record Located(
      Excerpt excerpt,
      List<LockedExcerpt> all,
      Optional<LockedExcerpt> place,
      String message,
      String hint) {
    /** Whether it can be locked: found in the author's own words, be it in several places. */
    public boolean isSound() {
      return place.filter(p -> message.isEmpty() || p.places() > 1).isPresent();
    }
  }

  /**
   * @param lock present when every excerpt can be locked
   */
  public record Result(List<Located> excerpts, Optional<SourceLock> lock) {}

  /** The key this source has, else the one the others share, else a new one. */
  public static String saltOf(Source source, List<Source> others, SourceText text) {
    return source
        .lock()
        .or(() -> others.stream().flatMap(it -> it.lock().stream()).findFirst())
        .map(SourceLock::salt)
        .orElseGet(() -> saltOf(source, text));
  }

  /**
   * A key for the first lock of a workspace: its text's digest, so that the same source gives the
   * same lock.
   */
  public static String saltOf(Source source, SourceText text) {
    List<String> paragraphs = text.paragraphs().stream().map(SourceText.Paragraph::text).toList();
    return Sha256.of(source.id().value() + "\n" + String.join("\n", paragraphs)).substring(0, 32);
  }

  /**
   * @param salt the key; sources that share one are checked for copying in one step
   */
  public static Result lock(Source source, SourceText text, String salt) {
    Digests digests = new Digests(salt);
    List<Located> located =
        source.excerpts().stream().map(e -> locate(e, source, text, digests)).toList();
    if (!located.stream().allMatch(Located::isSound)) {
      return new Result(located, Optional.empty());
    }
    List<LockedExcerpt> places =
        located.stream()
            .flatMap(one -> one.place().stream())
            .sorted(
                Comparator.comparingInt(LockedExcerpt::paragraph)
                    .thenComparingInt(LockedExcerpt::firstWord))
            .toList();
    List<LockedExcerpt> published = located.stream().flatMap(one -> one.all().stream()).toList();
    Set<Long> windows = new TreeSet<>();
    Set<List<String>> footholds = footholds(source, text);
    for (SourceText.Paragraph paragraph : text.paragraphs()) {
      if (source.kindOf(paragraph.number()) != ParagraphKind.BOILERPLATE) {
        List<String> words = paragraph.words().stream().map(Words.Word::text).toList();
        addWindows(words, quoted(paragraph, published), footholds, digests, windows);
      }
    }
    return new Result(
        located,
        Optional.of(
            new SourceLock(
                SourceSpan.wholeFile(source.id().span().file()),
                SourceLock.VERSION,
                salt,
                source.creator().map(creator -> creator.value()),
                paragraphs(text, source, published, digests),
                places,
                Windows.of(windows))));
  }

  /** The paragraphs as a lock of this text has them. */
  static List<LockedParagraph> paragraphs(Source source, SourceText text, String salt) {
    Digests digests = new Digests(salt);
    List<LockedExcerpt> published =
        source.excerpts().stream()
            .flatMap(e -> locate(e, source, text, digests).all().stream())
            .toList();
    return paragraphs(text, source, published, digests);
  }

  private static List<LockedParagraph> paragraphs(
      SourceText text, Source source, List<LockedExcerpt> published, Digests digests) {
    List<LockedParagraph> paragraphs = new ArrayList<>();
    for (SourceText.Paragraph paragraph : text.paragraphs()) {
      int unknown = 0;
      for (boolean quoted : quoted(paragraph, published)) {
        unknown += quoted ? 0 : 1;
      }
      List<String> words = paragraph.words().stream().map(Words.Word::text).toList();
      paragraphs.add(
          new LockedParagraph(
              paragraph.number(),
              source.kindOf(paragraph.number()),
              words.size(),
              unknown >= 2 * SourceLock.WINDOW
                  ? Optional.of(digests.run(words))
                  : Optional.empty()));
    }
    return List.copyOf(paragraphs);
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
   * The windows of the whole text, those that touch an excerpt too: what may be asked where the
   * source is at hand, and must never be written down. Titles and boilerplate may be repeated.
   */
  static Set<Long> everyWindow(Source source, SourceText text, String salt) {
    Digests digests = new Digests(salt);
    Set<Long> windows = new HashSet<>();
    for (SourceText.Paragraph paragraph : text.paragraphs()) {
      if (source.kindOf(paragraph.number()) != ParagraphKind.BOILERPLATE) {
        windows.addAll(windows(paragraph.words().stream().map(Words.Word::text).toList(), digests));
      }
    }
    published(source, text)
        .forEach(published -> windows.removeAll(windows(Words.texts(published), digests)));
    return windows;
  }

  private static List<Long> windows(List<String> words, Digests digests) {
    long[] numbers = words.stream().mapToLong(Digests::word).toArray();
    List<Long> windows = new ArrayList<>();
    for (int i = 0; i + SourceLock.WINDOW <= numbers.length; i++) {
      windows.add(digests.window(numbers, i, SourceLock.WINDOW));
    }
    return windows;
  }

  /** What is published of a source beside its excerpts: its record and its boilerplate. */
  private static List<String> record(Source source, SourceText text) {
    List<String> record = published(source, text);
    source.about().ifPresent(it -> record.add(it.value()));
    return record;
  }

  /** What may be repeated of it. What its record says about it are our words, or a copy. */
  private static List<String> published(Source source, SourceText text) {
    List<String> published = new ArrayList<>();
    source.title().ifPresent(it -> published.add(it.value()));
    source.container().ifPresent(it -> published.add(it.value()));
    source.rights().ifPresent(it -> published.add(it.value()));
    for (SourceText.Paragraph paragraph : text.paragraphs()) {
      if (source.kindOf(paragraph.number()) == ParagraphKind.BOILERPLATE) {
        published.add(paragraph.text());
      }
    }
    return published;
  }

  /**
   * Every run of a few words that is published with the source: its excerpts, its title, its
   * boilerplate.
   */
  private static Set<List<String>> footholds(Source source, SourceText text) {
    Set<List<String>> found = new HashSet<>();
    List<String> published = record(source, text);
    source.excerpts().forEach(e -> published.add(e.text().value()));
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

  /**
   * Where an excerpt stands: of several places, the one in the author's own words, and of those the
   * one in the paragraph that its record names.
   */
  private static Located locate(Excerpt excerpt, Source source, SourceText text, Digests digests) {
    List<String> wanted = Words.texts(excerpt.text().value());
    List<LockedExcerpt> all = new ArrayList<>();
    for (SourceText.Paragraph paragraph : text.paragraphs()) {
      List<String> words = paragraph.words().stream().map(Words.Word::text).toList();
      for (int i = 0; i + wanted.size() <= words.size(); i++) {
        if (!wanted.isEmpty() && words.subList(i, i + wanted.size()).equals(wanted)) {
          int from = i;
          boolean whole =
              paragraph.sentences().stream()
                  .anyMatch(s -> s[1] - s[0] >= 3 && s[0] >= from && s[1] <= from + wanted.size());
          all.add(
              new LockedExcerpt(
                  excerpt.id().span(),
                  excerpt.id().value(),
                  paragraph.number(),
                  i + 1,
                  wanted.size(),
                  whole,
                  1,
                  digests.run(wanted)));
        }
      }
    }
    if (all.isEmpty()) {
      return new Located(
          excerpt, all, Optional.empty(), "stands nowhere in the source.", nearest(wanted, text));
    }
    List<LockedExcerpt> authors =
        all.stream().filter(one -> source.kindOf(one.paragraph()).isAuthors()).toList();
    if (authors.isEmpty()) {
      LockedExcerpt place = all.get(0);
      return new Located(
          excerpt,
          all,
          Optional.of(place),
          "stands in paragraph "
              + place.paragraph()
              + ", which is "
              + source.kindOf(place.paragraph()).word()
              + ".",
          "Only the credited author's own words may be quoted; look at `blocks:`.");
    }
    List<LockedExcerpt> meant =
        authors.stream()
            .filter(one -> excerpt.paragraph().equals(OptionalInt.of(one.paragraph())))
            .toList();
    if (authors.size() == 1 || meant.size() == 1) {
      LockedExcerpt place = meant.size() == 1 ? meant.get(0) : authors.get(0);
      return new Located(excerpt, all, Optional.of(place), "", "");
    }
    List<LockedExcerpt> possible = meant.isEmpty() ? authors : meant;
    LockedExcerpt first = possible.get(0);
    return new Located(
        excerpt,
        all,
        Optional.of(
            new LockedExcerpt(
                first.span(),
                first.id(),
                first.paragraph(),
                first.firstWord(),
                first.words(),
                first.wholeSentence(),
                possible.size(),
                first.digest())),
        "stands in " + possible.size() + " places of the source.",
        "Quote a word more, or name the paragraph, so that it stands in one.");
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
