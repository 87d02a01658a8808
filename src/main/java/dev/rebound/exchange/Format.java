package dev.rebound.exchange;

import java.util.List;
import java.util.Optional;

/**
 * A format that banks travel in. Each lives in a folder of its own and knows no other; {@code
 * Catalog} lists them.
 */
public interface Format {
  /** As {@code --as} names it: {@code gift}. */
  String name();

  /**
   * The first of these that recognises a file, or else the one that its name ends like, which can
   * say what is wrong with it.
   *
   * @throws Unreadable when it is of none
   */
  static Format of(Upload upload, List<Format> formats) throws Unreadable {
    for (Format format : formats) {
      if (format.recognises(upload)) {
        return format;
      }
    }
    Optional<Unreadable> stranger = Stranger.of(upload);
    if (stranger.isPresent()) {
      throw stranger.get();
    }
    return formats.stream()
        .filter(format -> format.endings().stream().anyMatch(upload::isNamed))
        .findFirst()
        .orElseThrow(
            () ->
                new Unreadable(
                    upload.whole(),
                    "is no file of questions that is known.",
                    "There are: "
                        + String.join(", ", formats.stream().map(Format::name).toList())
                        + ". If it is one, say which with --as."));
  }

  /** What a file's name ends in, the usual one first: {@code .gift}. */
  List<String> endings();

  /** Whether a file is one, by what it holds; formats are asked in the catalog's order. */
  boolean recognises(Upload file);

  /**
   * Reads a file.
   *
   * @param file of whatever origin: nothing of it is trusted
   * @throws Unreadable when nothing of it can be had
   */
  Imported read(Upload file, Incoming in) throws Unreadable;

  /** Writes a bank; the same bank gives the same bytes. */
  byte[] write(Bank bank, Outgoing out);
}
