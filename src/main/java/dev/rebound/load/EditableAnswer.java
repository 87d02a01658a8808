package dev.rebound.load;

import dev.rebound.source.Raw;
import dev.rebound.source.ScalarStyle;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer of a quiz where it stands, {@code { text: …, correct: true, applies: … }} in one line
 * or in several: whether it is right, and which principle it applies or breaks, can be changed.
 */
public final class EditableAnswer {
  private static final List<String> TEXTS = List.of("text", "left", "item");

  private final EditableFile file;
  private final Raw.Mapping mapping;

  private final String stem;

  private EditableAnswer(EditableFile file, Raw.Mapping mapping, String stem) {
    this.file = file;
    this.mapping = mapping;
    this.stem = stem;
  }

  /** The answer that a place is in. */
  public static Optional<EditableAnswer> at(EditableFile file, int line, int column) {
    return file.yaml().flatMap(raw -> around(file, raw, "", line, column));
  }

  private static Optional<EditableAnswer> around(
      EditableFile file, Raw raw, String stemAround, int line, int column) {
    String stem =
        raw instanceof Raw.Mapping in
            ? in.scalar("stem").map(Raw.Scalar::text).orElse(stemAround)
            : stemAround;
    List<Raw> inner = new ArrayList<>();
    if (raw instanceof Raw.Sequence list) {
      inner.addAll(list.items());
    } else if (raw instanceof Raw.Mapping mapping) {
      mapping.entries().forEach(it -> inner.add(it.value()));
    }
    // What begins last before the place holds it.
    Optional<Raw> holds =
        inner.stream()
            .filter(it -> !(it instanceof Raw.Scalar))
            .filter(it -> !isBehind(it.span(), line, column))
            .reduce((first, last) -> last);
    return holds
        .flatMap(it -> around(file, it, stem, line, column))
        .or(
            () ->
                raw instanceof Raw.Mapping mapping && isAnswer(mapping)
                    ? Optional.of(new EditableAnswer(file, mapping, stem))
                    : Optional.empty());
  }

  private static boolean isBehind(SourceSpan span, int line, int column) {
    return span.line() > line || (span.line() == line && span.column() > column);
  }

  private static boolean isAnswer(Raw.Mapping mapping) {
    return TEXTS.stream().anyMatch(key -> mapping.scalar(key).isPresent()) && !mapping.has("stem");
  }

  /** The question that it answers. */
  public String stem() {
    return stem;
  }

  /** Its words. */
  public String text() {
    return TEXTS.stream()
        .flatMap(key -> mapping.scalar(key).stream())
        .map(Raw.Scalar::text)
        .findFirst()
        .orElse("");
  }

  /** What a learner is told who gives it; empty where that is not written yet. */
  public String feedback() {
    return mapping.scalar("feedback").map(Raw.Scalar::text).orElse("");
  }

  public boolean isRight() {
    return mapping.isTrue("correct");
  }

  /** Whether {@code correct:} is a choice here: a pair is always right. */
  public boolean canBeWrong() {
    return mapping.has("text");
  }

  /** The principle that it applies or breaks. */
  public Optional<String> principle() {
    return mapping.text("applies").or(() -> mapping.text("breaks")).map(it -> it.value());
  }

  /** The file with another mapping of this answer; nothing where that cannot be written here. */
  public Optional<EditableFile> with(boolean right, String principle) {
    String key = right || !canBeWrong() ? "applies" : "breaks";
    Optional<EditableFile> changed = Optional.of(file);
    if (canBeWrong() && right != isRight()) {
      changed =
          right ? changed.flatMap(it -> set(it, "correct", "true")) : without(file, "correct");
    }
    String other = key.equals("applies") ? "breaks" : "applies";
    changed = changed.flatMap(it -> same(it)).flatMap(it -> rename(it, other, key));
    changed = changed.flatMap(it -> same(it)).flatMap(it -> set(it.file, it, key, principle));
    return changed.filter(it -> says(it, right, principle));
  }

  private boolean says(EditableFile changed, boolean right, String principle) {
    return same(changed)
        .filter(it -> !canBeWrong() || it.isRight() == right)
        .flatMap(EditableAnswer::principle)
        .filter(principle::equals)
        .isPresent();
  }

  /** This answer in a changed file, where it begins at the same place. */
  private Optional<EditableAnswer> same(EditableFile changed) {
    return at(changed, mapping.span().line(), mapping.span().column())
        .filter(it -> it.text().equals(text()));
  }

  private static Optional<EditableFile> rename(EditableAnswer in, String from, String to) {
    for (Raw.Entry entry : in.mapping.entries()) {
      if (entry.key().value().equals(from)) {
        SourceSpan at = entry.key().span();
        return Optional.of(in.file.replaced(in.file.start(at), in.file.end(at), to));
      }
    }
    return Optional.of(in.file);
  }

  private Optional<EditableFile> set(EditableFile in, String key, String value) {
    return same(in).flatMap(it -> set(in, it, key, value));
  }

  private static Optional<EditableFile> set(
      EditableFile in, EditableAnswer answer, String key, String value) {
    Optional<Raw.Scalar> known = answer.mapping.scalar(key);
    if (known.isPresent()) {
      SourceSpan at = known.get().span();
      return Optional.of(in.replaced(in.start(at), in.end(at), value));
    }
    // After the words, and after `correct`.
    Optional<Raw.Scalar> last =
        answer
            .mapping
            .scalar("correct")
            .or(() -> TEXTS.stream().flatMap(it -> answer.mapping.scalar(it).stream()).findFirst());
    return last.map(
        it -> {
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
        });
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
