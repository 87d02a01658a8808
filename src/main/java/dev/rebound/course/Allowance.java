package dev.rebound.course;

import dev.rebound.source.Located;
import dev.rebound.source.SourceSpan;
import java.util.Optional;

/**
 * {@code allow: { NegativeStem: "The exception is the point." }} on a question, a node or a reply:
 * this rule is silenced from its start to the start of the next.
 *
 * @param from where that starts
 * @param until where the next one starts; nothing for the last
 */
public record Allowance(
    Located<String> rule, Located<String> reason, SourceSpan from, Optional<SourceSpan> until) {
  /** Whether a place lies in what it stands in. */
  public boolean covers(SourceSpan place) {
    return place.file().equals(from.file())
        && place.compareTo(from) >= 0
        && until.filter(next -> place.compareTo(next) >= 0).isEmpty();
  }
}
