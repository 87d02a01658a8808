package dev.rebound.exchange.qti;

import dev.rebound.exchange.qti.Interaction.Choice;
import dev.rebound.exchange.qti.Scorer.Result;
import dev.rebound.exchange.qti.Scorer.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what is right by giving responses to a scorer. */
final class Keys {
  /** So many options are tried in every combination. */
  private static final int FEW = 10;

  private static final int MOST_PAIRS = 2_000;
  private static final double CLOSE = 1e-6;

  private final Scorer scorer;
  private final String response;

  Keys(Scorer scorer, String response) {
    this.scorer = scorer;
    this.response = response;
  }

  Optional<Result> result(List<String> given) {
    return scorer.score(Map.of(response, given));
  }

  double score(List<String> given) {
    return result(given).map(Result::score).orElse(0.0);
  }

  /** The options that together score most; nothing where none scores. */
  Optional<List<String>> several(List<Choice> choices) {
    List<String> ids = choices.stream().map(Choice::id).toList();
    List<List<String>> tried = new ArrayList<>(scorer.suggestions(response));
    if (ids.size() <= FEW) {
      for (int set = 1; set < 1 << ids.size(); set++) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
          if ((set >> i & 1) == 1) {
            some.add(ids.get(i));
          }
        }
        tried.add(some);
      }
    } else {
      tried.add(ids.stream().filter(it -> score(List.of(it)) > CLOSE).toList());
    }
    return best(tried);
  }

  /** The best of some responses; of two that score the same the first, then the shorter. */
  Optional<List<String>> best(List<List<String>> tried) {
    List<String> best = List.of();
    double most = CLOSE;
    for (List<String> one : tried) {
      double score = one.isEmpty() ? 0 : score(one);
      if (score > most + CLOSE) {
        most = score;
        best = one;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** Whether a part of what is right earns something, and less than all. */
  boolean countsInPart(List<String> key) {
    if (key.size() < 2) {
      return false;
    }
    double all = score(key);
    double most = score(key.subList(0, key.size() - 1));
    return most > CLOSE && most < all - CLOSE;
  }

  /** For an order: whether it earns something when the last two are swapped. */
  boolean orderCountsInPart(List<String> key) {
    List<String> swapped = new ArrayList<>(key);
    swapped.set(key.size() - 1, key.get(key.size() - 2));
    swapped.set(key.size() - 2, key.get(key.size() - 1));
    double some = score(swapped);
    return some > CLOSE && some < score(key) - CLOSE;
  }

  /** The pairs that together score most. */
  Optional<List<String>> pairs(List<Choice> lefts, List<Choice> rights) {
    List<List<String>> tried = new ArrayList<>(scorer.suggestions(response));
    Set<String> known = new HashSet<>(scorer.constants());
    if ((long) lefts.size() * rights.size() <= MOST_PAIRS) {
      List<String> all = new ArrayList<>();
      for (Choice left : lefts) {
        String best = "";
        double most = CLOSE;
        for (Choice right : rights) {
          String pair = left.id() + " " + right.id();
          double score = score(List.of(pair));
          if (score > most) {
            most = score;
            best = pair;
          }
        }
        if (!best.isEmpty()) {
          all.add(best);
        }
      }
      tried.add(all);
    }
    tried.add(
        lefts.stream()
            .flatMap(left -> rights.stream().map(right -> left.id() + " " + right.id()))
            .limit(MOST_PAIRS)
            .filter(known::contains)
            .toList());
    return best(tried);
  }

  /** What is shown after a response. */
  List<Said> said(List<String> given) {
    return result(given).map(Result::said).orElse(List.of());
  }
}
