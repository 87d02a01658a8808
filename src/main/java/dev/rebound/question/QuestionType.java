package dev.rebound.question;

import dev.rebound.course.Answer;
import dev.rebound.course.Interaction;
import dev.rebound.course.QuestionTraits;
import dev.rebound.source.Problems;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import java.util.List;

/**
 * A kind of question. Each lives in a folder of its own with its template ({@code
 * templates/site/question/<name>.ftlh}) and its player module ({@code
 * src/main/player/types/<name>.js}).
 */
public interface QuestionType {
  /** What everything else must know of it: how it is answered, kept, scored, reported. */
  QuestionTraits traits();

  /** The value of {@code type:} in a bank. */
  default String name() {
    return traits().name();
  }

  /**
   * Everything a learner can answer that the author foresaw. What is missing or misshapen has been
   * reported by the schema and is left out here.
   */
  List<Answer> answers(Raw.Mapping question, ProseReader prose);

  /** The same as publishers see it. */
  Interaction interaction(Raw.Mapping question, List<Answer> answers, ProseReader prose);

  /** Reports what is wrong with the question's shape that no schema can say. */
  default void check(Raw.Mapping question, Problems problems) {}
}
