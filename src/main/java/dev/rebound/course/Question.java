package dev.rebound.course;

import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What QTI calls an item: a stem and answers, each of which maps to a principle.
 *
 * @param span the start of the question in its file
 * @param bank the id of the bank it stands in
 * @param id unique in its bank
 * @param traits what its type says of all questions of that type
 * @param answers everything a learner can answer that the author foresaw, right or wrong
 * @param about the principle of a question without right and wrong
 * @param interaction what every publisher makes its own form from
 * @param hints what helps, one after the other
 */
public record Question(
    SourceSpan span,
    String bank,
    Located<String> id,
    QuestionTraits traits,
    Level level,
    Prose stem,
    List<Answer> answers,
    Optional<Located<String>> about,
    Interaction interaction,
    List<Prose> hints,
    Delivery delivery) {
  /** {@code agree/slow-service}, as references name it. */
  public String key() {
    return bank + "/" + id.value();
  }

  /** The value of {@code type:}. */
  public String type() {
    return traits.name();
  }

  /** Whether there is right and wrong. A reflection counts as answered, and not in a score. */
  public boolean scored() {
    return traits.scored();
  }

  /** Every principle it asks about, in the order of its answers. */
  public Stream<Located<String>> principles() {
    List<Located<String>> principles = new ArrayList<>();
    for (Answer answer : answers) {
      answer.principle().ifPresent(principles::add);
    }
    about.ifPresent(principles::add);
    return principles.stream();
  }

  /** The principles that the right response shows to be understood. */
  public Stream<Located<String>> tested() {
    List<Located<String>> tested = new ArrayList<>(1);
    for (Answer answer : answers) {
      if (answer.right() && scored()) {
        answer.principle().ifPresent(tested::add);
      }
    }
    return tested.stream();
  }

  /** What an answer belongs with in the right response, where it is one of pairs. */
  public Optional<Prose> target(Answer answer) {
    return interaction.targets().stream()
        .filter(
            target ->
                interaction.right().stream()
                    .anyMatch(right -> right.contains(answer.id() + "." + target.id())))
        .map(Interaction.Choice::text)
        .findFirst();
  }

  /** What a learner reads beside the stem, the answers and their feedback. */
  public List<Prose> surroundings() {
    List<Prose> texts = new ArrayList<>();
    addOthers(interaction.choices(), texts);
    addOthers(interaction.targets(), texts);
    addOthers(interaction.passage(), texts);
    texts.addAll(hints);
    return texts.size() < 2 ? texts : texts.stream().distinct().toList();
  }

  /** Adds what is no answer's text. */
  private void addOthers(List<Interaction.Choice> choices, List<Prose> texts) {
    for (int i = 0; i < choices.size(); i++) {
      Prose text = choices.get(i).text();
      // What can be picked is mostly each answer, in order.
      boolean isOwn = i < answers.size() && answers.get(i).text().equals(text);
      if (!isOwn && answers.stream().noneMatch(answer -> answer.text().equals(text))) {
        texts.add(text);
      }
    }
  }

  /** Bloom's levels as far as a quiz can reach them. */
  public enum Level {
    REMEMBER,
    UNDERSTAND,
    APPLY,
    ANALYSE;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
