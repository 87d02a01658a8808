package dev.rebound.exchange.qti;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a response earns by what its declaration says is correct, whatever the item makes of it. */
record Declared(Declaration declaration) implements Scorer {
  @Override
  public Optional<Result> score(Map<String, List<String>> responses) {
    List<String> given = responses.getOrDefault(declaration.id(), List.of());
    Optional<Declaration.Mapping> mapping = declaration.mapping();
    if (mapping.isPresent()) {
      return Optional.of(
          new Result(given.stream().distinct().mapToDouble(mapping.get()::of).sum(), List.of()));
    }
    if (declaration.correct().isEmpty()) {
      return Optional.empty();
    }
    boolean right =
        Expressions.same(given, declaration.correct(), declaration.cardinality().equals("ordered"));
    return Optional.of(new Result(right ? 1 : 0, List.of()));
  }

  @Override
  public Set<String> constants() {
    Set<String> constants = new LinkedHashSet<>(declaration.correct());
    declaration.mapping().ifPresent(it -> constants.addAll(it.entries().keySet()));
    return constants;
  }

  @Override
  public Set<String> texts() {
    return constants();
  }

  @Override
  public List<List<String>> suggestions(String response) {
    List<List<String>> suggestions = new ArrayList<>();
    if (!declaration.correct().isEmpty()) {
      suggestions.add(declaration.correct());
    }
    return suggestions;
  }

  @Override
  public List<Range> ranges() {
    return List.of();
  }

  @Override
  public boolean caseCounts() {
    return declaration.mapping().map(Declaration.Mapping::caseCounts).orElse(true);
  }
}
