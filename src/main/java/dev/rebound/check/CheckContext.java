package dev.rebound.check;

import dev.rebound.course.Content;
import dev.rebound.source.Markup;
import java.util.List;
import java.util.Map;

/**
 * What a rule is given: the content, and what several rules ask of it. Each of these is found once,
 * by the first rule that asks, and is gone with the context.
 */
public final class CheckContext {
  private final Content content;
  private final Lazy<List<AuthoredText>> texts;
  private final Lazy<List<AuthoredText>> marked;
  private final Lazy<Map<String, List<ReferenceUse>>> references;
  private final Lazy<NearestByWords> nearest;
  private final Lazy<List<Choice.Bank>> choices;

  public CheckContext(Content content) {
    this.content = content;
    texts = new Lazy<>(() -> AuthoredText.in(content));
    marked = new Lazy<>(() -> texts().stream().filter(t -> !Markup.isPlain(t.run())).toList());
    references = new Lazy<>(() -> ReferenceUse.in(content));
    nearest = new Lazy<>(() -> new NearestByWords(content));
    choices = new Lazy<>(() -> Choice.in(content));
  }

  public Content content() {
    return content;
  }

  /** Everything that authors wrote, in no order that matters. */
  public List<AuthoredText> texts() {
    return texts.get();
  }

  /** Those of them that are more than one plain text: they have links, pictures, stress. */
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

  /** Which principles a text is most likely about. */
  public NearestByWords nearest() {
    return nearest.get();
  }

  /** The questions to choose from, of every bank of every course, in order. */
  public List<Choice.Bank> choices() {
    return choices.get();
  }
}
