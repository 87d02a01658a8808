package dev.rebound.exchange.qti;

import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.exchange.Gaps.Made;
import dev.rebound.exchange.Ids;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Scoring;
import dev.rebound.exchange.Texts;
import dev.rebound.exchange.qti.Interaction.Choice;
import dev.rebound.exchange.qti.Interaction.Kind;
import dev.rebound.exchange.qti.Scorer.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What belongs together: pairs, or, where several belong to one, a sort. */
final class Pairs {
  /** What the identifier of a category of ours begins with. */
  static final String CATEGORY = "c-";

  private final Interaction it;
  private final Keys keys;
  private final Texts texts;
  private final String noted;

  Pairs(Interaction interaction, Keys keys, Texts texts, String noted) {
    this.it = interaction;
    this.keys = keys;
    this.texts = texts;
    this.noted = noted;
  }

  Optional<Made> read() {
    boolean loose = it.kind() == Kind.ASSOCIATE;
    List<Choice> rights = loose ? it.choices() : it.targets();
    Optional<List<String>> key = keys.pairs(it.choices(), rights);
    if (key.isEmpty()) {
      texts.lost(Loss.What.QUESTION, "it does not say what belongs together; it is left out.");
      return Optional.empty();
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    Map<String, String> turned = new LinkedHashMap<>();
    boolean once = true;
    boolean onceTurned = true;
    for (String pair : key.get()) {
      String[] sides = pair.split(" ", 2);
      if (sides.length == 2) {
        once &= pairs.put(sides[0], sides[1]) == null;
        onceTurned &= turned.put(sides[1], sides[0]) == null;
      }
    }
    if (loose) {
      Set<String> used = new LinkedHashSet<>(pairs.keySet());
      used.retainAll(turned.keySet());
      if (!once || !onceTurned || !used.isEmpty()) {
        return lost("something belongs to several in it");
      }
      texts.lost(Loss.What.TYPE, "its pairs to find became left sides and right sides.");
      return Optional.of(matching(it.choices(), unused(it.choices(), pairs), pairs, key.get()));
    }
    if (once) {
      boolean sort = !onceTurned || isOurs(rights);
      return Optional.of(
          sort && !isMatching()
              ? sort(it.choices(), rights, pairs, key.get())
              : matching(it.choices(), rights, pairs, key.get()));
    }
    // A left side with several right ones: the right ones are sorted.
    return onceTurned
        ? Optional.of(sort(rights, it.choices(), turned, key.get()))
        : lost("each side of it belongs to several");
  }

  private boolean isMatching() {
    return noted.equals("sort") || noted.equals("sequencing") || noted.equals("matching");
  }

  private static boolean isOurs(List<Choice> targets) {
    return targets.stream().allMatch(one -> one.id().startsWith(CATEGORY));
  }

  private Optional<Made> lost(String why) {
    texts.lost(Loss.What.QUESTION, why + "; it is left out.");
    return Optional.empty();
  }

  /** Of one list, what is no left side. */
  private static List<Choice> unused(List<Choice> choices, Map<String, String> pairs) {
    return choices.stream().filter(one -> !pairs.containsKey(one.id())).toList();
  }

  private Made matching(
      List<Choice> lefts, List<Choice> rights, Map<String, String> pairs, List<String> key) {
    Map<String, String> right = new LinkedHashMap<>();
    rights.forEach(one -> right.put(one.id(), texts.html(one.html())));
    List<Said> said = keys.said(key);
    List<BankAnswer> answers = new ArrayList<>();
    Set<String> placed = new LinkedHashSet<>();
    for (Choice left : lefts) {
      String target = pairs.get(left.id());
      if (target != null) {
        placed.add(target);
        answers.add(
            BankAnswer.of(Role.PAIR, texts.html(left.html()), right.getOrDefault(target, ""))
                .with(BankAnswer.FEEDBACK, feedback(said, left.id())));
      } else if (it.kind() != Kind.ASSOCIATE) {
        texts.lost(Loss.What.ANSWER, "a left side that belongs to nothing is left out.");
      }
    }
    rights.stream()
        .filter(one -> !placed.contains(one.id()))
        .forEach(
            one ->
                answers.add(
                    new BankAnswer(
                            Role.EXTRA, "", right.getOrDefault(one.id(), ""), false, Map.of())
                        .with(BankAnswer.FEEDBACK, feedback(said, one.id()))));
    return new Made("matching", "", general(answers, said, lefts, rights), part(key));
  }

  private Made sort(
      List<Choice> entries, List<Choice> categories, Map<String, String> pairs, List<String> key) {
    Ids ids = new Ids();
    Map<String, String> byId = new LinkedHashMap<>();
    List<Said> said = keys.said(key);
    List<BankAnswer> answers = new ArrayList<>();
    for (Choice category : categories) {
      String title = texts.html(category.html());
      String own = category.id().startsWith(CATEGORY) ? category.id().substring(2) : title;
      byId.put(category.id(), ids.next(own, "category"));
      answers.add(
          BankAnswer.of(Role.CATEGORY, title, false)
              .with(BankAnswer.ID, byId.getOrDefault(category.id(), "")));
    }
    for (Choice entry : entries) {
      String target = pairs.get(entry.id());
      if (target == null) {
        texts.lost(Loss.What.ANSWER, "what belongs in no category is left out.");
      } else {
        answers.add(
            BankAnswer.of(Role.ENTRY, texts.html(entry.html()), byId.getOrDefault(target, ""))
                .with(BankAnswer.FEEDBACK, feedback(said, entry.id())));
      }
    }
    return new Made("sort", "", general(answers, said, entries, categories), part(key));
  }

  private Map<String, String> part(List<String> key) {
    return keys.countsInPart(key) ? Scoring.PART : Map.of();
  }

  private String feedback(List<Said> said, String id) {
    List<Said> own = Answers.own(said, id);
    return own.isEmpty() ? "" : texts.html(own.get(0).html());
  }

  private List<BankAnswer> general(
      List<BankAnswer> answers, List<Said> said, List<Choice> lefts, List<Choice> rights) {
    Set<String> known = new LinkedHashSet<>();
    lefts.forEach(one -> known.add(one.id()));
    rights.forEach(one -> known.add(one.id()));
    List<String> other =
        said.stream()
            .filter(one -> !known.contains(one.id()) && !one.html().isBlank())
            .map(Said::html)
            .toList();
    return other.isEmpty()
        ? answers
        : Scoring.generalFeedback(answers, texts.html(String.join("<br>", other)), texts);
  }
}
