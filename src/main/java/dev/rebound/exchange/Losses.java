package dev.rebound.exchange;

import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what does not come along, in the order in which it is met. */
public final class Losses {
  /** More is nobody's bank, but a file made to fill the memory. */
  private static final int MOST = 50_000;

  private final List<Loss> all = new ArrayList<>();

  public void add(SourceSpan span, String question, Loss.What what, String message) {
    if (all.size() < MOST) {
      all.add(new Loss(span, question, what, message));
    } else if (all.size() == MOST) {
      all.add(
          new Loss(
              span, "", Loss.What.BANK, "more than " + MOST + " losses: the rest is not listed."));
    }
  }

  /** About a question that has its id already. */
  public void add(BankQuestion question, Loss.What what, String message) {
    add(question.span(), question.id(), what, message);
  }

  public List<Loss> all() {
    return List.copyOf(all);
  }

  /** How many there are of each kind. */
  public static Map<Loss.What, Integer> counts(List<Loss> losses) {
    Map<Loss.What, Integer> counts = new EnumMap<>(Loss.What.class);
    losses.forEach(loss -> counts.merge(loss.what(), 1, Integer::sum));
    return counts;
  }
}
