package dev.rebound.check;

import dev.rebound.check.quotation.Digests;
import dev.rebound.check.quotation.SourcesAtHand;
import dev.rebound.course.Content;
import dev.rebound.course.Lesson;
import dev.rebound.course.QuestionBank;
import dev.rebound.source.Finding;
import dev.rebound.source.Lazy;
import dev.rebound.source.Markup;
import dev.rebound.source.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is given: the content, and what several rules ask of it. Each of these is found once,
 * by the first rule that asks, and is gone with the context.
 *
 * <p>Whoever checks a content again and again, a few files changed each time, hands over the
 * context before: what depends on a part alone is then taken from there.
 */
public final class CheckContext {
  private final Content content;
  private final Lazy<List<ContentWalk.Part>> parts;
  private final Lazy<List<AuthoredText>> marked;
  private final Lazy<Map<String, List<ReferenceUse>>> references;

  private final Map<Key, Object> kept = new ConcurrentHashMap<>();

  /** Its map alone: a chain of contexts would keep every content there ever was. */
  private final Map<Key, Object> keptBefore;

  /**
   * @param part the same object only: whether two are equal takes longer than most findings
   * @param of what else it depends on
   */
  private record Key(Object part, Object of) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that && part == that.part && of.equals(that.of);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(part) + of.hashCode();
    }
  }

  public CheckContext(Content content) {
    this(content, Map.of());
  }

  public CheckContext(Content content, CheckContext before) {
    this(content, before.kept);
  }

  private CheckContext(Content given, Map<Key, Object> keptBefore) {
    content = SourcesAtHand.free(given);
    this.keptBefore = keptBefore;
    parts = new Lazy<>(() -> ContentWalk.parts(content));
    marked = new Lazy<>(this::findMarked);
    references = new Lazy<>(this::findReferences);
  }

  public Content content() {
    return content;
  }

  /** Everything that something is written in. */
  public List<ContentWalk.Part> parts() {
    return parts.get();
  }

  /** What is written there. */
  public ContentWalk.Written in(ContentWalk.Part part) {
    return in(part.thing());
  }

  private ContentWalk.Written in(Object thing) {
    return kept(thing, ContentWalk.class, () -> ContentWalk.in(thing));
  }

  /** The words of each text of a lesson, as {@link Digests#word} numbers them. */
  public List<long[]> words(Lesson lesson) {
    return kept(
        lesson,
        Digests.class,
        () -> in(lesson).texts().stream().map(text -> Digests.words(text.words())).toList());
  }

  /** The texts that are more than one plain run: they have links, pictures, stress. */
  public List<AuthoredText> marked() {
    return marked.get();
  }

  /** Every name that must resolve, by the kind of what it names. */
  public Map<String, List<ReferenceUse>> references() {
    return references.get();
  }

  /** Those that name something of one kind, such as {@code principle}. */
  public List<ReferenceUse> references(String kind) {
    return references().getOrDefault(kind, List.of());
  }

  /** The questions of a bank to choose an answer from. */
  public List<ChoiceItem> choices(QuestionBank bank) {
    return kept(bank, ChoiceItem.class, () -> ChoiceItem.in(bank));
  }

  /**
   * What depends on one part of the content and on {@code of}, and on nothing else: found when it
   * is first asked for, here or in the context before.
   *
   * @param part the same object while its file does not change; or a class, for what depends on
   *     {@code of} alone
   * @param of a class or a name for what is kept, with what else it depends on
   */
  @SuppressWarnings("unchecked") // A key names one kind of value.
  public <T> T kept(Object part, Object of, Supplier<T> find) {
    Key key = new Key(part, of);
    Object known = kept.get(key);
    if (known == null) {
      known = keptBefore.get(key);
      // Two threads may both find it: they find the same.
      known = known == null ? find.get() : known;
      kept.put(key, known);
    }
    return (T) known;
  }

  /** Adds what a rule finds in one part, where that depends on the part and on {@code of} alone. */
  public void keptFindings(
      Rule rule, Object part, Object of, Findings found, Consumer<Findings> check) {
    List<Finding> own =
        kept(
            part,
            List.of(rule.id(), of),
            () -> {
              Findings inPart = new Findings(rule);
              check.accept(inPart);
              return inPart.all();
            });
    found.addAll(own);
  }

  private List<AuthoredText> findMarked() {
    List<AuthoredText> all = new ArrayList<>();
    for (ContentWalk.Part part : parts()) {
      for (AuthoredText text : in(part).texts()) {
        if (!Markup.isPlain(text.run())) {
          all.add(text);
        }
      }
    }
    return all;
  }

  private Map<String, List<ReferenceUse>> findReferences() {
    Map<String, List<ReferenceUse>> all = new LinkedHashMap<>();
    for (ContentWalk.Part part : parts()) {
      for (Reference to : in(part).references()) {
        all.computeIfAbsent(to.kind(), kind -> new ArrayList<>())
            .add(new ReferenceUse(to, part.course()));
      }
    }
    return all;
  }
}
