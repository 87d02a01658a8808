package dev.rebound.serve;

import dev.rebound.check.quotation.LockFile;
import dev.rebound.check.quotation.SourceLocker;
import dev.rebound.course.Content;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.course.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A source whose text an author has at hand: what stands beside its record. That is the lock that
 * proves its excerpts; of a free one, the text itself.
 *
 * @param ending of the file's name
 * @param content what the content is with it
 */
record NewSource(String ending, String text, Content content) {
  /**
   * @param name of the record's file
   * @param record what it is to hold
   * @param pasted the source's own text
   */
  static NewSource of(Workshop workshop, String name, String id, byte[] record, String pasted)
      throws IOException {
    SourceText text = SourceText.of(pasted);
    if (text.paragraphs().isEmpty()) {
      throw new Refusal(422, "Paste the text of the source: its excerpts are proved by it.");
    }
    String own = pasted.replace("\r\n", "\n").replace('\r', '\n').strip() + "\n";
    Content free =
        workshop.supposing(
            Map.of(
                name,
                record,
                name.replaceFirst("[.]md$", ".txt"),
                own.getBytes(StandardCharsets.UTF_8)));
    Optional<Source> source = free.source(id);
    if (source.isEmpty() || source.get().isFree()) {
      // What is no record at all is refused by whoever asks.
      return new NewSource(".txt", own, free);
    }
    Content content = workshop.supposing(Map.of(name, record));
    SourceLocker.Result result =
        SourceLocker.lock(
            source.get(), text, SourceLocker.saltOf(source.get(), content.sources(), text));
    SourceLock lock = result.lock().orElseThrow(() -> new Refusal(422, unsound(result)));
    List<Source> all = new ArrayList<>(content.sources());
    all.replaceAll(it -> it.id().value().equals(id) ? it.with(text, lock) : it);
    return new NewSource(".lock", LockFile.of(lock), content.withSources(all, List.of()));
  }

  private static String unsound(SourceLocker.Result result) {
    return "Not saved. "
        + result.excerpts().stream()
            .filter(it -> !it.isSound())
            .map(it -> "Excerpt \"" + it.excerpt().id() + "\" " + it.message() + " " + it.hint())
            .collect(Collectors.joining(" "));
  }
}
