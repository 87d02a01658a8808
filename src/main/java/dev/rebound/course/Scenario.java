package dev.rebound.course;

import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.SourceSpan;
import java.util.List;
import java.util.Optional;

/** {@code scenarios/<id>.yaml}: a branching practice conversation. */
public record Scenario(Located<String> id, String title, Located<String> start, List<Node> nodes) {
  /**
   * @param who the speaker of the line
   * @param heat how angry they are, 0 to 10
   */
  public record Node(
      Located<String> id, Optional<String> who, Prose line, int heat, List<Reply> replies) {}

  /**
   * @param heat by how much it changes
   */
  public record Reply(
      SourceSpan span,
      Prose text,
      Optional<Located<String>> applies,
      Optional<Located<String>> breaks,
      int heat,
      Optional<Located<String>> next,
      Optional<Prose> feedback) {}
}
