package dev.rebound.course;

import dev.rebound.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * What a learner takes in one go: a module's quiz, or the course's final.
 *
 * <pre>{@code
 * quiz: agree
 * quiz: { from: [agree, more-on-agree], draw: 5 }
 * final: { from: [assessment], draw: 20, attempts: 2 }
 * }</pre>
 *
 * @param from the banks it asks from, at least one; the first gives it id and title
 * @param draw how many questions an attempt asks; all of them when absent
 * @param attempts how often it may be taken; as often as one likes when absent
 */
public record Quiz(
    List<Located<String>> from, Optional<Located<Integer>> draw, Optional<Integer> attempts) {

  /** The id of its first bank: what its page, its links and its results are known by. */
  public Located<String> id() {
    return from.get(0);
  }
}
