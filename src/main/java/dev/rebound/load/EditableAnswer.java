package dev.rebound.load;

import dev.rebound.source.Raw;
import dev.rebound.source.ScalarStyle;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An answer of a quiz or a reply of a conversation where it stands, {@code { text: …, correct:
 * true, applies: … }} in one line or in several: whether it is right, and which principle it
 * applies or breaks, can be changed.
 */
public final class EditableAnswer {
  /** What YAML takes for something else, also in its older versions. */
  private static final Set<String> NO_TEXT =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private static final List<String> TEXTS = List.of("text", "left", "item", "right");

  /** What an answer is by the key that it stands under. */
  private enum Role {
    /** Right where it says {@code correct: true}. */
    OPTION,
    /** Right where it applies its principle. */
    REPLY,
    /** What is said to whoever answers {@code true} or {@code false}. */
    VERDICT,
    RIGHT,
    WRONG;

    private static final Map<String, Role> BY_KEY =
        Map.ofEntries(
            Map.entry("options", OPTION),
            Map.entry("replies", REPLY),
            Map.entry("segments", REPLY),
            Map.entry("true", VERDICT),
            Map.entry("false", VERDICT),
            Map.entry("pairs", RIGHT),
            Map.entry("steps", RIGHT),
            Map.entry("entries", RIGHT),
            Map.entry("accept", RIGHT),
            Map.entry("model", RIGHT),
            Map.entry("wrong", WRONG),
            Map.entry("extras", WRONG));
  }

  private final EditableFile file;
  private final Raw.Mapping mapping;
  private final String key;
  private final Role role;

  /** The question, or the node of a conversation. */
  private final Raw.Mapping asked;

  private EditableAnswer(
      EditableFile file, Raw.Mapping mapping, String key, Role role, Raw.Mapping asked) {
    this.file = file;
    this.mapping = mapping;
    this.key = key;
    this.role = role;
    this.asked = asked;
  }

  /** The answer that a place is in. */
  public static Optional<EditableAnswer> at(EditableFile file, int line, int column) {
    return at(file, file.yaml(), line, column);
  }

  private static Optional<EditableAnswer> at(
      EditableFile file, Optional<Raw> yaml, int line, int column) {
    return yaml.filter(Raw.Mapping.class::isInstance)
        .flatMap(raw -> around(file, raw, "", (Raw.Mapping) raw, line, column));
  }

  /** A value, and where it begins: with its key. */
  private record Inner(SourceSpan from, String key, Raw value) {}

  private static Optional<EditableAnswer> around(
      EditableFile file, Raw raw, String key, Raw.Mapping asked, int line, int column) {
    List<Inner> inner = new ArrayList<>();
    Raw.Mapping here = asked;
    if (raw instanceof Raw.Sequence list) {
      list.items().forEach(it -> inner.add(new Inner(it.span(), key, it)));
    } else if (raw instanceof Raw.Mapping mapping) {
      mapping
          .entries()
          .forEach(it -> inner.add(new Inner(it.key().span(), it.key().value(), it.value())));
      here = mapping.has("stem") || mapping.has("line") ? mapping : asked;
    }
    Raw.Mapping around = here;
    // What begins last before the place holds it.
    Optional<Inner> holds =
        inner.stream()
            .filter(it -> !(it.value instanceof Raw.Scalar))
            .filter(it -> !isBehind(it.from, line, column))
            .reduce((first, last) -> last);
    return holds
        .flatMap(it -> around(file, it.value, it.key, around, line, column))
        .or(
            () ->
                raw instanceof Raw.Mapping mapping
                    ? Optional.ofNullable(Role.BY_KEY.get(key))
                        .map(role -> new EditableAnswer(file, mapping, key, role, asked))
                    : Optional.empty());
  }

  private static boolean isBehind(SourceSpan span, int line, int column) {
    return span.line() > line || (span.line() == line && span.column() > column);
  }

  /** The question that it answers, or what is said before it. */
  public String stem() {
    return asked.scalar("stem").or(() -> asked.scalar("line")).map(Raw.Scalar::text).orElse("");
  }

  /** Its words. */
  public String text() {
    return TEXTS.stream()
        .flatMap(it -> mapping.scalar(it).stream())
        .map(Raw.Scalar::text)
        .findFirst()
        .orElse(key);
  }

  /** What a learner is told who gives it; empty where that is not written yet. */
  public String feedback() {
    return mapping.scalar("feedback").map(Raw.Scalar::text).orElse("");
  }

  public boolean isRight() {
    return switch (role) {
      case OPTION -> mapping.isTrue("correct");
      case REPLY -> mapping.has("applies");
      case VERDICT -> asked.isTrue("correct") == key.equals("true");
      case RIGHT -> true;
      case WRONG -> false;
    };
  }

  /** Whether right or wrong is said with the answer itself: a pair is always right. */
  public boolean canBeWrong() {
    return role == Role.OPTION || role == Role.REPLY;
  }

  /** The principle that it applies or breaks. */
  public Optional<String> principle() {
    return mapping.text("applies").or(() -> mapping.text("breaks")).map(it -> it.value());
  }

  /** Where the stem asks for what breaks a principle, the right option breaks it. */
  private boolean asksForBreaches() {
    return role == Role.OPTION
        && asked.text("mark").filter(it -> it.value().equals("breaks")).isPresent();
  }

  /** The file with another mapping of this answer; nothing where that cannot be written here. */
  public Optional<EditableFile> with(boolean wanted, String principle) {
    boolean right = canBeWrong() ? wanted : isRight();
    String name = right == asksForBreaches() ? "breaks" : "applies";
    Optional<EditableFile> changed = Optional.of(file);
    if (role == Role.OPTION && right != isRight()) {
      changed = right ? set(file, "correct", "true") : without(file, "correct");
    }
    return changed
        .flatMap(this::same)
        .map(it -> it.mapped(it.file, name, principle))
        .filter(it -> says(it, right, principle));
  }

  private boolean says(EditableFile changed, boolean right, String principle) {
    return same(changed)
        .filter(it -> it.isRight() == right)
        .flatMap(EditableAnswer::principle)
        .filter(principle::equals)
        .isPresent();
  }

  /** This answer in a changed file, where it begins at the same place. */
  private Optional<EditableAnswer> same(EditableFile changed) {
    return at(changed, mapping.span().line(), mapping.span().column())
        .filter(it -> it.text().equals(text()));
  }

  /** The value of a key, and where both stand. */
  private Optional<Raw.Entry> entry(String key) {
    return mapping.entries().stream().filter(it -> it.key().value().equals(key)).findFirst();
  }

  /**
   * A file with another principle for this answer.
   *
   * @param in the file of this answer, changed at most behind it
   * @param name {@code applies} or {@code breaks}
   */
  private EditableFile mapped(EditableFile in, String name, String principle) {
    Optional<Raw.Entry> old = entry("applies").or(() -> entry("breaks"));
    if (old.isPresent() && old.get().value() instanceof Raw.Scalar now) {
      SourceSpan key = old.get().key().span();
      String value = isQuoted(now.style()) ? principle : scalar(principle);
      // The value first, for it stands behind its key.
      return in.replaced(in.start(now.span()), in.end(now.span()), value)
          .replaced(in.start(key), in.end(key), name);
    }
    return set(in, this, name, scalar(principle));
  }

  /** Quoted where YAML would not read it as a text. */
  private static String scalar(String id) {
    boolean text = Character.isLetter(id.charAt(0)) && !NO_TEXT.contains(id);
    return text ? id : '"' + id + '"';
  }

  /**
   * What an answer is to rest on.
   *
   * @param answer a place in it
   */
  public record Mapping(SourceSpan answer, String principle, boolean breaks) {}

  /** A file with all of these; nothing where one of them has no answer there. */
  public static Optional<EditableFile> mapped(EditableFile file, List<Mapping> mappings) {
    Optional<Raw> yaml = file.yaml();
    // From the end, so that what is still to be changed stays where it is.
    List<Mapping> fromTheEnd = new ArrayList<>(mappings);
    fromTheEnd.sort(
        Comparator.comparing((Mapping it) -> it.answer().line())
            .thenComparing(it -> it.answer().column())
            .reversed());
    Optional<EditableFile> changed = Optional.of(file);
    for (Mapping one : fromTheEnd) {
      Optional<EditableAnswer> answer = at(file, yaml, one.answer().line(), one.answer().column());
      changed =
          changed.flatMap(
              in ->
                  answer.map(
                      it -> it.mapped(in, one.breaks() ? "breaks" : "applies", one.principle())));
    }
    return changed;
  }

  private Optional<EditableFile> set(EditableFile in, String key, String value) {
    return same(in).map(it -> set(in, it, key, value));
  }

  private static EditableFile set(
      EditableFile in, EditableAnswer answer, String key, String value) {
    Optional<Raw.Scalar> known = answer.mapping.scalar(key);
    if (known.isPresent()) {
      SourceSpan at = known.get().span();
      return in.replaced(in.start(at), in.end(at), value);
    }
    // After the words, and after `correct`.
    Optional<Raw.Scalar> last =
        answer
            .mapping
            .scalar("correct")
            .or(() -> TEXTS.stream().flatMap(it -> answer.mapping.scalar(it).stream()).findFirst());
    return last.map(it -> behind(in, answer, it, key, value))
        .orElseGet(() -> first(in, answer, key, value));
  }

  private static EditableFile behind(
      EditableFile in, EditableAnswer answer, Raw.Scalar it, String key, String value) {
    int end = in.end(it.span()) + (isQuoted(it.style()) ? 1 : 0);
    String all = in.file().text();
    if (answer.isFlow()) {
      return in.replaced(end, end, ", " + key + ": " + value);
    }
    // Behind a comment in the line, and behind the line end that a block has.
    int lineEnd = end > 0 && all.charAt(end - 1) == '\n' ? end - 1 : all.indexOf('\n', end);
    int at = lineEnd < 0 ? all.length() : lineEnd;
    return in.replaced(
        at, at, "\n" + " ".repeat(answer.mapping.span().column() - 1) + key + ": " + value);
  }

  /** A verdict has no words to stand behind. */
  private static EditableFile first(
      EditableFile in, EditableAnswer answer, String key, String value) {
    int start = in.start(answer.mapping.span());
    if (answer.isFlow()) {
      String rest = answer.mapping.entries().isEmpty() ? " " : ",";
      return in.replaced(start + 1, start + 1, " " + key + ": " + value + rest);
    }
    String indent = " ".repeat(answer.mapping.span().column() - 1);
    return in.replaced(start, start, key + ": " + value + "\n" + indent);
  }

  private Optional<EditableFile> without(EditableFile in, String key) {
    List<Raw.Entry> entries = mapping.entries();
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i).key().value().equals(key)
          && entries.get(i).value() instanceof Raw.Scalar it) {
        int from = in.start(entries.get(i).key().span());
        int to = in.end(it.span());
        String all = in.file().text();
        // With the comma before it, or with its line.
        int before = isFlow() ? all.lastIndexOf(',', from) : all.lastIndexOf('\n', from);
        return before < 0 ? Optional.empty() : Optional.of(in.replaced(before, to, ""));
      }
    }
    return Optional.empty();
  }

  private boolean isFlow() {
    return file.file().text().startsWith("{", file.start(mapping.span()));
  }

  private static boolean isQuoted(ScalarStyle style) {
    return style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED;
  }
}
