package dev.rebound.check;

import dev.rebound.course.QuestionBank;
import dev.rebound.source.Finding;
import java.util.List;

/**
 * A rule about {@code draft: true} itself, which sums up what every other rule finds in a draft.
 */
public interface DraftRule extends FirmRule {
  /**
   * Says that a bank is a draft.
   *
   * @param open what is found in it
   */
  void open(QuestionBank draft, List<Finding> open, Findings found);
}
