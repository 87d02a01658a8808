package dev.rebound.question.fillin;

import dev.rebound.course.Answer;
import dev.rebound.course.Interaction;
import dev.rebound.course.QuestionTraits;
import dev.rebound.question.Answers;
import dev.rebound.question.QuestionType;
import dev.rebound.source.Problems;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Type a word or a few; what is accepted, and what is wrong in a way the author foresaw:
 *
 * <pre>{@code
 * - id: one-word
 *   type: fill-in
 *   level: remember
 *   stem: Which word do you say before any fact?
 *   accept:
 *     - { text: sorry, typos: 1, applies: concern-restores }
 *     - { text: I apologise, typos: 2, applies: concern-restores }
 *   wrong:
 *     - { text: but, breaks: no-fact-fight, feedback: … }
 * }</pre>
 *
 * Case, quotation marks, stops and doubled blanks do not count.
 */
public final class FillIn implements QuestionType {
  @Override
  public QuestionTraits traits() {
    return new QuestionTraits(
        "fill-in",
        Interaction.Type.FILL_IN,
        QuestionTraits.Response.TYPED,
        true,
        QuestionTraits.Feedback.WRONG_ANSWERS,
        QuestionTraits.Options.NONE);
  }

  @Override
  public List<Answer> answers(Raw.Mapping question, ProseReader prose) {
    List<Answer> answers = new ArrayList<>();
    answers.addAll(Answers.listed(question, "accept", "accepted answer", one -> true, prose));
    answers.addAll(Answers.listed(question, "wrong", "foreseen answer", one -> false, prose));
    return List.copyOf(answers);
  }

  @Override
  public Interaction interaction(Raw.Mapping question, List<Answer> answers, ProseReader prose) {
    List<Raw.Mapping> raw = new ArrayList<>(question.mappings("accept"));
    raw.addAll(question.mappings("wrong"));
    List<Raw.Mapping> read = raw.stream().filter(one -> one.scalar("text").isPresent()).toList();
    List<Interaction.Typed> typed = new ArrayList<>();
    List<List<String>> correct = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      String text = answer.text().plain();
      typed.add(
          new Interaction.TypedText(answer.id(), text, read.get(i).integer("typos").orElse(0)));
      if (answer.right()) {
        correct.add(List.of(text));
      }
    }
    return Interaction.typed(typed, Optional.empty(), correct);
  }

  /** With as many typos as letters, anything would be accepted. */
  @Override
  public void check(Raw.Mapping question, Problems problems) {
    for (Raw.Mapping one : question.mappings("accept")) {
      Optional<Raw.Scalar> text = one.scalar("text");
      Optional<Integer> typos = one.integer("typos");
      if (text.isPresent() && typos.isPresent() && typos.get() * 3 > text.get().text().length()) {
        problems.schema(
            one.scalar("typos").orElseThrow().span(),
            "`typos` is "
                + typos.get()
                + ", too many for a text of "
                + text.get().text().length()
                + " characters: another word would be accepted.",
            "Allow at most one typo for every three characters.");
      }
    }
  }
}
