package dev.rebound.course;

import dev.rebound.source.Located;
import java.util.List;

/**
 * {@code quizzes/<id>.yaml}
 *
 * @param graded whether its key is kept from whoever has not answered yet: it is left out of the
 *     site, and packages for learning platforms alone carry it
 * @param allowances what its questions say under {@code allow:}
 */
public record QuestionBank(
    Located<String> id,
    Located<String> title,
    boolean graded,
    List<Question> questions,
    List<Allowance> allowances) {}
