package dev.rebound.check.quotation;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Lesson;
import dev.rebound.course.Principle;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.course.SourceLock.LockedExcerpt;
import dev.rebound.course.SourceLock.LockedParagraph;
import dev.rebound.course.SourceText;
import dev.rebound.course.Windows;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Problem;
import dev.rebound.source.SourceSpan;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same checks on the sources' own texts, where they are at hand: each record gets a lock made
 * of the whole text, which knows what a committed lock must not, so the rules ask the same
 * questions and none of them can be answered with less. A committed lock that is not the one this
 * text and this record give is reported.
 */
public final class SourcesAtHand {
  private static final SourceSpan MADE = SourceSpan.wholeFile("");

  private SourcesAtHand() {}

  /**
   * @param texts by file name without its ending: a source's id, or any name when its lock knows it
   */
  public static Content with(Content content, Map<String, SourceText> texts) {
    List<Problem> problems = new ArrayList<>();
    List<Source> sources =
        content.sources().stream().map(source -> source(source, texts, problems)).toList();
    return content.withSources(sources, problems);
  }

  /**
   * Holds the excerpts of free sources, whose texts stand in the content, against these. They need
   * no lock.
   */
  public static Content free(Content content) {
    if (content.sources().stream()
        .noneMatch(
            source ->
                source.isFree()
                    && source.text().isPresent()
                    && source.lock().filter(SourcesAtHand::isMade).isEmpty())) {
      return content;
    }
    List<Problem> problems = new ArrayList<>();
    List<Source> sources =
        content.sources().stream()
            .map(source -> source.isFree() ? free(source, content, problems) : source)
            .toList();
    return content.withSources(sources, problems);
  }

  private static Source free(Source source, Content content, List<Problem> problems) {
    if (source.text().isEmpty()) {
      return source;
    }
    SourceText text = source.text().get();
    String salt = SourceLocker.saltOf(source, text);
    SourceLocker.Result result = SourceLocker.lock(source, text, salt);
    List<LockedExcerpt> places = new ArrayList<>();
    for (SourceLocker.Located one : result.excerpts()) {
      places.add(
          moved(
              place(one, salt, restingOn(one.excerpt(), content), problems),
              one,
              content,
              problems));
    }
    return source.with(
        text,
        new SourceLock(
            MADE,
            SourceLock.VERSION,
            salt,
            source.creator().map(Located::value),
            SourceLocker.paragraphs(source, text, salt),
            places,
            Windows.of(SourceLocker.everyWindow(source, text, salt))));
  }

  /** A lock that was made of a text in the content stands in no file. */
  private static boolean isMade(SourceLock lock) {
    return lock.span().equals(MADE);
  }

  /** Says that an excerpt stands in another paragraph than its record says. */
  private static LockedExcerpt moved(
      LockedExcerpt place, SourceLocker.Located one, Content content, List<Problem> problems) {
    int said = one.excerpt().paragraph().orElse(place.paragraph());
    if (said == place.paragraph()) {
      return place;
    }
    problems.add(
        new Problem(
            "QuoteNotInSource",
            one.excerpt().text().span(),
            "excerpt \""
                + one.excerpt().id().value()
                + "\" has moved from paragraph "
                + said
                + " to "
                + place.paragraph()
                + ".",
            "Write `Paragraph "
                + place.paragraph()
                + ".` below it."
                + restingOn(one.excerpt(), content)));
    return place;
  }

  /** What has to be looked at when an excerpt changes; nothing where nothing rests on it. */
  private static String restingOn(Excerpt excerpt, Content content) {
    String key = excerpt.key();
    List<String> resting = new ArrayList<>();
    for (Principle principle : content.principles()) {
      if (principle.excerpts().stream().anyMatch(it -> it.value().equals(key))) {
        resting.add("principle \"" + principle.id().value() + "\"");
      }
    }
    for (Course course : content.courses()) {
      for (Lesson lesson : course.lessonFiles()) {
        if (Markup.references(lesson.body()).stream()
            .anyMatch(to -> to.kind().equals("excerpt") && to.id().equals(key))) {
          resting.add("lesson \"" + lesson.id().value() + "\"");
        }
      }
    }
    return resting.isEmpty() ? "" : " On it rest: " + String.join(", ", resting) + ".";
  }

  private static Source source(
      Source source, Map<String, SourceText> texts, List<Problem> problems) {
    if (source.isFree()) {
      return source;
    }
    String id = source.id().value();
    Optional<SourceText> found = Optional.ofNullable(texts.get(id)).or(() -> known(source, texts));
    if (found.isEmpty()) {
      problems.add(
          new Problem(
              "SourceDrifted",
              SourceSpan.wholeFile(source.id().span().file()),
              "no text at hand is source \"" + id + "\".",
              "Name it " + id + ".txt."));
      return source;
    }
    SourceText text = found.get();
    String salt =
        source.lock().map(SourceLock::salt).orElseGet(() -> SourceLocker.saltOf(source, text));
    SourceLocker.Result result = SourceLocker.lock(source, text, salt);
    source.lock().ifPresent(lock -> drift(source, lock, text, result, problems));
    return source.with(
        text,
        new SourceLock(
            source.lock().map(SourceLock::span).orElse(source.id().span()),
            SourceLock.VERSION,
            salt,
            creator(source),
            SourceLocker.paragraphs(source, text, salt),
            result.excerpts().stream().map(one -> place(one, salt, "", problems)).toList(),
            Windows.of(SourceLocker.everyWindow(source, text, salt))));
  }

  /** The text of which at least half the paragraphs are those of the lock. */
  private static Optional<SourceText> known(Source source, Map<String, SourceText> texts) {
    if (source.lock().isEmpty()) {
      return Optional.empty();
    }
    SourceLock lock = source.lock().get();
    long provable = lock.paragraphs().stream().filter(p -> p.digest().isPresent()).count();
    return texts.values().stream()
        .max(Comparator.comparingLong(text -> alike(source, lock, text)))
        .filter(text -> provable > 0 && alike(source, lock, text) * 2 >= provable);
  }

  /** A text does not say whose it is: that stays as it was locked. */
  private static Optional<String> creator(Source source) {
    return source
        .lock()
        .filter(lock -> lock.version() > 1)
        .map(SourceLock::creator)
        .orElseGet(() -> source.creator().map(Located::value));
  }

  private static long alike(Source source, SourceLock lock, SourceText text) {
    List<String> digests =
        SourceLocker.paragraphs(source, text, lock.salt()).stream()
            .flatMap(paragraph -> paragraph.digest().stream())
            .toList();
    return lock.paragraphs().stream()
        .flatMap(paragraph -> paragraph.digest().stream())
        .filter(digests::contains)
        .count();
  }

  /** A lost excerpt is reported here, so its stand-in passes every other question. */
  private static LockedExcerpt place(
      SourceLocker.Located one, String salt, String resting, List<Problem> problems) {
    if (one.place().isPresent()) {
      return one.place().get();
    }
    List<String> words = Words.texts(one.excerpt().text().value());
    problems.add(
        new Problem(
            "QuoteNotInSource",
            one.excerpt().text().span(),
            "excerpt \"" + one.excerpt().id().value() + "\" " + one.message(),
            one.hint() + (resting.isEmpty() || one.hint().endsWith(".") ? "" : ".") + resting));
    return new LockedExcerpt(
        one.excerpt().id().span(),
        one.excerpt().id().value(),
        one.excerpt().paragraph().orElse(1),
        1,
        words.size(),
        false,
        1,
        new Digests(salt).run(words));
  }

  private static void drift(
      Source source,
      SourceLock lock,
      SourceText text,
      SourceLocker.Result result,
      List<Problem> problems) {
    List<String> changed = new ArrayList<>();
    List<LockedParagraph> now = SourceLocker.paragraphs(source, text, lock.salt());
    for (int i = 0; i < Math.max(now.size(), lock.paragraphs().size()); i++) {
      if (i >= now.size()
          || i >= lock.paragraphs().size()
          || !same(now.get(i), lock.paragraphs().get(i))) {
        changed.add(String.valueOf(i + 1));
      }
    }
    String again =
        "Run `rebound source add FILE --id "
            + source.id().value()
            + "`: it shows which excerpts moved and which are lost.";
    if (!changed.isEmpty()) {
      problems.add(
          new Problem(
              "SourceDrifted",
              lock.span(),
              "the text at hand is not the one that was locked: "
                  + (changed.size() == 1
                      ? "paragraph "
                      : changed.size() + " paragraphs differ, first ")
                  + changed.get(0)
                  + (changed.size() == 1 ? " differs." : "."),
              again));
    } else if (result
            .lock()
            // Version 1 did not say whose the source is.
            .map(fresh -> lock.version() > 1 ? fresh : fresh.by(lock.creator()))
            .filter(fresh -> LockFile.of(fresh).equals(LockFile.of(lock)))
            .isEmpty()
        && result.excerpts().stream().allMatch(SourceLocker.Located::isSound)) {
      problems.add(
          new Problem(
              "SourceDrifted",
              lock.span(),
              "this is not the lock of its record as it is now.",
              again));
    }
  }

  /** A paragraph without a digest, of which too little is unknown, can only be counted. */
  private static boolean same(LockedParagraph now, LockedParagraph locked) {
    return now.words() == locked.words()
        && (now.digest().isEmpty()
            || locked.digest().isEmpty()
            || now.digest().equals(locked.digest()));
  }
}
