package dev.rebound.exchange;

import java.util.List;

/**
 * A format that banks travel in. Each lives in a folder of its own and knows no other; {@code
 * Catalog} lists them.
 */
public interface Format {
  /** As {@code --as} names it: {@code gift}. */
  String name();

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
