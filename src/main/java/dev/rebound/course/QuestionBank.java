package dev.rebound.course;

import dev.rebound.source.Located;
import java.util.List;

/** {@code quizzes/<id>.yaml} */
public record QuestionBank(Located<String> id, String title, List<Question> questions) {}
