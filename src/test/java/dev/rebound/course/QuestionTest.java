package dev.rebound.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.question.matching.Matching;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.SourceSpan;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuestionTest {
  private static final SourceSpan SPAN = new SourceSpan("content/test.yaml", 1, 1);

  private final AtomicInteger compared = new AtomicInteger();

  /** The words of a text, which count how often they are held against others. */
  private final class Words extends AbstractList<Inline> {
    private final Inline.Text text;

    Words(String text) {
      this.text = new Inline.Text(SPAN, text);
    }

    @Override
    public Inline get(int index) {
      return text;
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      compared.incrementAndGet();
      return super.equals(other);
    }

    @Override
    public int hashCode() {
      return super.hashCode();
    }
  }

  @Test
  void manyPairsAreNotEachHeldAgainstAll() {
    Question question = question(500);
    List<Prose> others = question.surroundings();
    assertThat(others).hasSize(500);
    assertThat(compared.get()).isLessThan(5_000);
  }

  @Test
  void anAnswerKnowsWhatItBelongsWith() {
    Question question = question(20);
    assertThat(question.target(question.answers().get(1)))
        .contains(question.interaction().targets().get(1).text());
    assertThat(question.target(question.answers().get(11)))
        .contains(question.interaction().targets().get(11).text());
  }

  private Question question(int pairs) {
    List<Answer> answers = new ArrayList<>();
    List<Interaction.Choice> choices = new ArrayList<>();
    List<Interaction.Choice> targets = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      Prose left = new Prose(SPAN, new Words("left " + i));
      answers.add(
          new Answer(
              SPAN,
              "a" + i,
              "pair",
              left,
              true,
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
      choices.add(new Interaction.Choice("a" + i, left));
      targets.add(new Interaction.Choice("t" + i, new Prose(SPAN, new Words("right " + i))));
      right.add("a" + i + ".t" + i);
    }
    return new Question(
        SPAN,
        "bank",
        new Located<>("pairs", SPAN),
        new Matching().traits(),
        Question.Level.APPLY,
        new Prose(SPAN, List.of()),
        answers,
        Optional.empty(),
        Interaction.matching(choices, targets, right),
        List.of(),
        new Delivery(Optional.empty(), false, false, Optional.empty()));
  }
}
