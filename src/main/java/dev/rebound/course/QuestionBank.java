package dev.rebound.course;

import dev.rebound.source.Located;
import java.util.List;

/**
 * {@code quizzes/<id>.yaml}
 *
 * @param allowances what its questions say under {@code allow:}
 */
public record QuestionBank(
    Located<String> id, String title, List<Question> questions, List<Allowance> allowances) {}
