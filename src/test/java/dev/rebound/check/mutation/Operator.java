package dev.rebound.check.mutation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One way to break a course, wherever it can be broken so.
 *
 * @param name in words, for the table of docs/proof.md: {@code an answer's mapping is removed}
 * @param rules what must say so
 * @param limit why not every such mutant can be caught; empty where every one is
 * @param mutants the course broken in this way, once for each place
 */
record Operator(
    String name, String rules, String limit, Function<Workspace, Stream<Mutant>> mutants) {

  /** Every mutant is caught by the right rule at the right line. */
  static Operator sure(String name, String rules, Function<Workspace, Stream<Mutant>> mutants) {
    return new Operator(name, rules, "", mutants);
  }

  /** Some mutants are no flaw, or none that a program can see. */
  static Operator limited(
      String name, String rules, String limit, Function<Workspace, Stream<Mutant>> mutants) {
    return new Operator(name, rules, limit, mutants);
  }

  boolean isSure() {
    return limit.isEmpty();
  }

  /** All of them, in the order of the table. */
  static List<Group> all() {
    return List.of(
        new Group("Answers", AnswerMutants.all()),
        new Group("Questions", QuestionMutants.all()),
        new Group("From principle to source", ChainMutants.all()),
        new Group("Quotations", QuotationMutants.all()),
        new Group("What contradicts itself", MeaningMutants.all()),
        new Group("Copied words", CopyMutants.all()),
        new Group("Links, pictures, headings", LinkMutants.all()),
        new Group("Files", FileMutants.all()));
  }

  record Group(String title, List<Operator> operators) {}
}
