package dev.rebound.course;

import dev.rebound.source.Located;
import dev.rebound.source.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * {@code quizzes/<id>.yaml}
 *
 * @param graded whether its key is kept from whoever has not answered yet: it is left out of the
 *     site, and packages for learning platforms alone carry it
 * @param draft where it says {@code draft: true}; see {@link Course#draftFiles}
 * @param allowances what its questions say under {@code allow:}
 */
public record QuestionBank(
    Located<String> id,
    Located<String> title,
    boolean graded,
    Optional<SourceSpan> draft,
    List<Question> questions,
    List<Allowance> allowances) {
  /** Whether it is still being written, and in no output. */
  public boolean isDraft() {
    return draft.isPresent();
  }

  /** The question with this id, when there is one; of two, the first. */
  Optional<Question> question(String wanted) {
    return questions.stream().filter(it -> it.id().value().equals(wanted)).findFirst();
  }
}
