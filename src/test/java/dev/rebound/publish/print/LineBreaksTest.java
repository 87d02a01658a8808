package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreaksTest {
  @Test
  void aLineBreaksAfterBlanksAndHyphensButNotInWordsOrTimes() {
    LineBreaks breaks = new LineBreaks();
    breaks.setText("the firm’s well-known ‘say so’ rule: 14:02");
    List<Integer> found = new ArrayList<>();
    for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
      found.add(at);
    }
    assertThat(found).containsExactly(4, 11, 16, 22, 27, 31, 37, 42);
  }
}
