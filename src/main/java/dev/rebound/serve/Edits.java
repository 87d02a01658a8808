package dev.rebound.serve;

import dev.rebound.check.scorer.PrincipleFits;
import dev.rebound.course.Content;
import dev.rebound.course.Principle;
import dev.rebound.load.EditableAnswer;
import dev.rebound.load.EditableFile;
import dev.rebound.load.EditableText;
import dev.rebound.load.NewEntry;
import dev.rebound.source.Finding;
import dev.rebound.source.Problem;
import dev.rebound.source.Severity;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Changes texts in their files: one at a time, only where the file still says what was shown, and
 * only to what can be read again. All of it can be undone.
 */
final class Edits {
  private static final Pattern PLACE =
      Pattern.compile("(.+):(\\d{1,7}):(\\d{1,7})-(\\d{1,7}):(\\d{1,7})");

  /**
   * A text as it stands in its file.
   *
   * @param answer the place of the answer that it is the words of
   */
  record Shown(String text, Optional<String> answer) {}

  /** A finding that a change would bring. */
  record Would(String rule, String severity, String message, String hint) {
    static Would of(Finding finding) {
      return new Would(
          finding.rule(), finding.severity().word(), finding.message(), finding.hint());
    }
  }

  /** A principle to pick, and what it says and rests on. */
  record Pick(String id, String says, String source) {}

  /** An answer and what it can be mapped to, nearest first. */
  record Mapping(
      String stem,
      String text,
      boolean right,
      boolean canBeWrong,
      Optional<String> principle,
      List<Pick> principles) {}

  private final Workshop workshop;
  private final EditedFiles files;

  Edits(Workspace workspace, Workshop workshop) {
    this.workshop = workshop;
    files = new EditedFiles(workspace);
  }

  Shown text(String place) throws IOException {
    SourceSpan span = span(place);
    EditableFile file = files.read(span.file());
    EditableText text = EditableText.at(file, span).orElseThrow(EditedFiles::moved);
    Optional<String> answer =
        EditableAnswer.at(file, span.line(), span.column())
            .filter(it -> it.text().equals(text.text()))
            .map(it -> span.file() + ":" + span.line() + ":" + span.column());
    return new Shown(text.text(), answer);
  }

  /** What would be found if the text were another, and is not found now. */
  List<Would> tried(String place, String wanted) throws IOException {
    SourceSpan span = span(place);
    Optional<EditableFile> changed =
        EditableText.at(files.read(span.file()), span).orElseThrow(EditedFiles::moved).with(wanted);
    return changed.isEmpty()
        ? List.of(new Would("SyntaxError", "error", "this cannot be written here.", ""))
        : workshop.found(workshop.supposing(Map.of(span.file(), changed.get().bytes()))).stream()
            .map(Would::of)
            .toList();
  }

  /**
   * @param was the text that the change was made to
   */
  synchronized void save(String place, String was, String wanted) throws IOException {
    SourceSpan span = span(place);
    EditableText text =
        EditableText.at(files.read(span.file()), span).orElseThrow(EditedFiles::moved);
    if (!text.text().equals(was)) {
      throw new Refusal(409, text.text());
    }
    write(span.file(), () -> text.with(wanted));
  }

  Mapping mapping(String at) throws IOException {
    SourceSpan span = point(at);
    EditableAnswer answer =
        EditableAnswer.at(files.read(span.file()), span.line(), span.column())
            .orElseThrow(() -> new Refusal(404, "No answer of a quiz stands there."));
    List<Principle> principles = new ArrayList<>(workshop.now().content().principles());
    List<String> nearest =
        workshop
            .nearest()
            .of(answer.text() + " " + answer.feedback())
            .best(principles.size())
            .stream()
            .map(PrincipleFits.Fit::principle)
            .toList();
    principles.sort(
        Comparator.comparingInt((Principle it) -> place(nearest, it.id().value()))
            .thenComparing(it -> it.id().value()));
    return new Mapping(
        answer.stem(),
        answer.text(),
        answer.isRight(),
        answer.canBeWrong(),
        answer.principle(),
        principles.stream()
            .map(
                it ->
                    new Pick(
                        it.id().value(),
                        it.says().plain(),
                        workshop
                            .now()
                            .content()
                            .source(it.source())
                            .map(source -> source.name())
                            .orElse(it.source())))
            .toList());
  }

  private static int place(List<String> nearest, String id) {
    int place = nearest.indexOf(id);
    return place < 0 ? nearest.size() : place;
  }

  synchronized void map(String at, String was, boolean right, String principle) throws IOException {
    SourceSpan span = point(at);
    EditableAnswer answer =
        EditableAnswer.at(files.read(span.file()), span.line(), span.column())
            .orElseThrow(EditedFiles::moved);
    if (!answer.text().equals(was)) {
      throw EditedFiles.moved();
    }
    if (workshop.now().content().principle(principle).isEmpty()) {
      throw new Refusal(422, "There is no principle \"" + principle + "\".");
    }
    write(span.file(), () -> answer.with(right, principle));
  }

  /** Takes back what was changed last, unless somebody has changed it since. */
  String undo() throws IOException {
    return files.undo();
  }

  private void write(String name, Supplier<Optional<EditableFile>> change) throws IOException {
    Path path = files.path(name);
    byte[] before = Files.readAllBytes(path);
    byte[] after =
        change
            .get()
            .orElseThrow(() -> new Refusal(422, "The file has no way to say this here."))
            .bytes();
    refuseBroken(name, workshop.supposing(Map.of(name, after)));
    files.change(List.of(new EditedFiles.Change(path, Optional.of(before), after)));
  }

  private void refuseBroken(String name, Content other) {
    List<Problem> broken = workshop.broken(name, other);
    if (!broken.isEmpty()) {
      Problem first = broken.get(0);
      throw new Refusal(
          422,
          ("Not saved, because it could not be read again: " + first.message() + " " + first.hint())
              .strip());
    }
  }

  /**
   * Adds to a file what a form gives.
   *
   * @param key what it stands under; empty for what is a file of its own
   * @param otherwise what a file begins with that is not there yet; empty where it must be
   */
  synchronized void add(String name, String key, String json, String otherwise) throws IOException {
    if (key.isEmpty()) {
      create(name, entry(otherwise).text());
      return;
    }
    NewEntry entry = entry(json);
    if (!otherwise.isEmpty() && !files.isThere(name)) {
      create(name, entry(otherwise).text());
      return;
    }
    EditableFile file = files.read(name);
    write(name, () -> entry.in(file, key));
  }

  /** Waits until the pages show what was written, so that they can be opened. */
  void settle(Workshop.Seen before) throws InterruptedException {
    long end = System.nanoTime() + 2_000_000_000L;
    Workshop.Seen seen = workshop.seen();
    while (seen.version() == before.version() && System.nanoTime() < end) {
      workshop.await(seen, 100);
      seen = workshop.seen();
    }
  }

  /** Makes a file of front matter and text. */
  synchronized void create(String name, String json, String body) throws IOException {
    create(name, page(json, body));
  }

  private static String page(String json, String body) {
    return "---\n" + entry(json).text() + "---\n\n" + body.strip() + "\n";
  }

  private static NewEntry entry(String json) {
    return NewEntry.of(json).orElseThrow(() -> new Refusal(400, "That is no entry."));
  }

  private void create(String name, String text) throws IOException {
    Path path = files.fresh(name);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    refuseBroken(name, workshop.supposing(Map.of(name, bytes)));
    files.change(List.of(new EditedFiles.Change(path, Optional.empty(), bytes)));
  }

  /**
   * Writes a source's record, and beside it what proves its excerpts: both, or neither.
   *
   * @param json its front matter; empty where the record is there, and gets more excerpts
   * @param body its excerpts
   * @param pasted its own text
   */
  synchronized void source(String name, String json, String body, String pasted)
      throws IOException {
    boolean fresh = !json.isEmpty();
    Path record = fresh ? files.fresh(name) : files.path(name);
    Optional<byte[]> before = fresh ? Optional.empty() : Optional.of(Files.readAllBytes(record));
    byte[] after =
        before
            .map(it -> new String(it, StandardCharsets.UTF_8).stripTrailing() + "\n\n" + body)
            .orElseGet(() -> page(json, body))
            .strip()
            .concat("\n")
            .getBytes(StandardCharsets.UTF_8);
    String id = record.getFileName().toString().replaceFirst("[.]md$", "");
    NewSource source = NewSource.of(workshop, name, id, after, pasted);
    refuseBroken(name, source.content());
    String wrong =
        workshop.found(source.content()).stream()
            .filter(it -> it.span().file().equals(name) && it.severity() == Severity.ERROR)
            .map(it -> it.message() + " " + it.hint())
            .collect(Collectors.joining(" "));
    if (!wrong.isEmpty()) {
      throw new Refusal(422, "Not saved: " + wrong);
    }
    Path beside = record.resolveSibling(id + source.ending());
    Optional<byte[]> was =
        Files.isRegularFile(beside, LinkOption.NOFOLLOW_LINKS) && !fresh
            ? Optional.of(Files.readAllBytes(beside))
            : Optional.empty();
    files.change(
        List.of(
            // Before the record: whoever reads between the two finds a lock, and no loose excerpt.
            new EditedFiles.Change(beside, was, source.text().getBytes(StandardCharsets.UTF_8)),
            new EditedFiles.Change(record, before, after)));
  }

  private static SourceSpan span(String place) {
    Matcher it = PLACE.matcher(place);
    if (!it.matches()) {
      throw new Refusal(404, "That is no place in a file.");
    }
    return new SourceSpan(it.group(1), number(it, 2), number(it, 3), number(it, 4), number(it, 5));
  }

  private static SourceSpan point(String at) {
    return span(at + at.replaceFirst("^.*?(:\\d+:\\d+)$", "$1").replaceFirst("^:", "-"));
  }

  private static int number(Matcher it, int group) {
    return Integer.parseInt(it.group(group));
  }

  /** What a request says, by name. */
  static Map<String, String> form(String body) {
    Map<String, String> values = new java.util.HashMap<>();
    for (String one : body.split("&", 20)) {
      int equals = one.indexOf('=');
      if (equals > 0) {
        values.put(
            one.substring(0, equals),
            java.net.URLDecoder.decode(
                one.substring(equals + 1), java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return values;
  }
}
