package dev.rebound.exchange;

import dev.rebound.source.Inline;
import dev.rebound.source.Problems;
import java.util.List;

/** Reads one text of a bank as inline Markdown, its quotes as they are typed. */
@FunctionalInterface
public interface InlineParser {
  List<Inline> read(String markdown, Problems problems);
}
