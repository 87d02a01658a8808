package dev.rebound.check.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.app.Catalog;
import dev.rebound.course.Content;
import dev.rebound.course.ParagraphKind;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.course.SourceText;
import dev.rebound.course.Windows;
import dev.rebound.load.ContentLoader;
import dev.rebound.source.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A lock must not give its source back to somebody with a dictionary. */
@Tag("slow")
class DictionaryGuesserTest {
  private final Source source = Courses.load(Courses.BASE).source("night-watch").orElseThrow();
  private final SourceText text = text();
  private final SourceLock lock =
      SourceLocker.lock(source, text, SourceLocker.saltOf(source, text)).lock().orElseThrow();

  private static SourceText text() {
    try {
      return SourceText.of(Files.readString(Courses.BASE.resolve("source.txt")));
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  @Test
  void nothingIsRecoveredFromALock() {
    assertThat(text.paragraphs().stream().mapToInt(p -> p.words().size()).sum()).isGreaterThan(400);
    assertThat(lock.windows().size()).isGreaterThan(200);
    assertThat(guesser(lock).guess(published())).isEmpty();
  }

  /** The guesser is no straw man: a lock of every window gives it whole paragraphs. */
  @Test
  void paragraphsAreRecoveredFromALockOfEveryWindow() {
    Set<String> found = guesser(withWindows(lock, windows(lock, text, true))).guess(published());
    assertThat(found).hasSizeGreaterThan(80);
    assertThat(found).anyMatch(run -> run.endsWith("standing in the same room"));
  }

  /** To leave out only the windows that share a word with an excerpt is not enough. */
  @Test
  void aRepeatedPhraseIsAFootholdThatTheLockerSees() {
    SourceText twice =
        SourceText.of(
            Stream.concat(
                    text.paragraphs().stream().map(SourceText.Paragraph::text),
                    Stream.of(
                        "As I like to say when the words come back crooked you listen for what is"
                            + " missing, and only then you pour the tea."))
                .reduce((a, b) -> a + "\n\n" + b)
                .orElseThrow());
    Source longer =
        source(
            "blocks: { 1: boilerplate, 2: blurb, 3-10: transcript, 11: boilerplate, 12: transcript }");
    SourceLock made = SourceLocker.lock(longer, twice, lock.salt()).lock().orElseThrow();
    Set<String> words = dictionary(twice);
    assertThat(new DictionaryGuesser(made, words, likely(twice)).guess(published())).isEmpty();
    SourceLock naive = withWindows(made, windows(made, twice, false));
    assertThat(new DictionaryGuesser(naive, words, likely(twice)).guess(published()))
        .anyMatch(run -> run.endsWith("you listen for"));
  }

  @TestFactory
  Stream<DynamicTest> nothingIsRecoveredOfOurSources() throws IOException {
    Content content =
        new ContentLoader(Catalog.questionTypes()).load(Path.of("content"), "content");
    Map<String, Integer> count = new HashMap<>();
    for (Path file : Courses.files(Path.of("content"))) {
      if (file.toString().endsWith(".md") || file.toString().endsWith(".yaml")) {
        Words.texts(Files.readString(file)).forEach(word -> count.merge(word, 1, Integer::sum));
      }
    }
    List<String> frequent =
        count.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(100)
            .map(Map.Entry::getKey)
            .toList();
    assertThat(content.sources()).hasSize(5);
    return content.sources().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.id().value(),
                    () -> {
                      SourceLock itsLock = one.lock().orElseThrow();
                      assertThat(itsLock.windows().size()).isPositive();
                      assertThat(
                              new DictionaryGuesser(itsLock, count.keySet(), frequent)
                                  .guess(published(one)))
                          .isEmpty();
                    }));
  }

  private DictionaryGuesser guesser(SourceLock one) {
    return new DictionaryGuesser(one, dictionary(text), likely(text));
  }

  /** What anybody can read: excerpts and record, and the boilerplate that stands on every page. */
  private List<List<String>> published() {
    List<List<String>> published = published(source);
    for (SourceText.Paragraph paragraph : text.paragraphs()) {
      if (source.kindOf(paragraph.number()) == ParagraphKind.BOILERPLATE) {
        published.add(Words.texts(paragraph.text()));
      }
    }
    return published;
  }

  private static List<List<String>> published(Source source) {
    List<List<String>> published = new ArrayList<>();
    source.excerpts().forEach(e -> published.add(Words.texts(e.text().value())));
    Stream.of(source.title(), source.about(), source.container(), source.rights())
        .flatMap(text -> text.stream())
        .forEach(text -> published.add(Words.texts(text.value())));
    return published;
  }

  /** Every word of the text and five thousand others. */
  private static Set<String> dictionary(SourceText text) {
    Set<String> words = new TreeSet<>(likely(text));
    String[] syllables = {
      "ba", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu", "dra", "sten"
    };
    for (int i = 0; words.size() < 5_000 + likely(text).size(); i++) {
      StringBuilder word = new StringBuilder();
      for (int rest = i + 12; rest > 0; rest /= 12) {
        word.append(syllables[rest % 12]);
      }
      words.add(word.toString());
    }
    return words;
  }

  private static Collection<String> likely(SourceText text) {
    Set<String> words = new HashSet<>();
    text.paragraphs().forEach(p -> words.addAll(Words.texts(p.text())));
    return words;
  }

  /** What a careless locker would write. */
  private static Set<Long> windows(SourceLock lock, SourceText text, boolean alsoQuoted) {
    Digests digests = new Digests(lock.salt());
    Set<Long> windows = new HashSet<>();
    for (SourceText.Paragraph paragraph : text.paragraphs()) {
      long[] words =
          paragraph.words().stream().mapToLong(word -> Digests.word(word.text())).toArray();
      for (int i = 0; i + SourceLock.WINDOW <= words.length; i++) {
        int from = i + 1;
        boolean quoted =
            lock.excerpts().stream()
                .anyMatch(
                    e ->
                        e.paragraph() == paragraph.number()
                            && e.firstWord() < from + SourceLock.WINDOW
                            && e.firstWord() + e.words() > from);
        if (alsoQuoted || !quoted) {
          windows.add(digests.window(words, i, SourceLock.WINDOW));
        }
      }
    }
    return windows;
  }

  private static SourceLock withWindows(SourceLock lock, Set<Long> windows) {
    return new SourceLock(
        lock.span(),
        lock.version(),
        lock.salt(),
        lock.creator(),
        lock.paragraphs(),
        lock.excerpts(),
        Windows.of(windows));
  }

  /** The source with other paragraphs. */
  private Source source(String blocks) {
    List<Source.ParagraphRange> ranges = new ArrayList<>();
    for (String range : blocks.replaceAll("blocks: \\{ | }", "").split(", ", -1)) {
      String[] parts = range.split(": ", 2);
      String[] ends = parts[0].split("-", 2);
      ranges.add(
          new Source.ParagraphRange(
              source.id().span(),
              Integer.parseInt(ends[0]),
              Integer.parseInt(ends[ends.length - 1]),
              ParagraphKind.of(parts[1])));
    }
    return SourceLockerTest.with(source, source.excerpts(), ranges);
  }
}
