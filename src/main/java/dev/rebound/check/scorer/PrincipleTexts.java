package dev.rebound.check.scorer;

import dev.rebound.check.AuthoredText;
import dev.rebound.check.ContentWalk;
import dev.rebound.check.Places;
import dev.rebound.course.Dialogue;
import dev.rebound.course.GlossaryTerm;
import dev.rebound.course.Lesson;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Scenario;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Prose;
import dev.rebound.source.Reference;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one part of a course says of principles: its own entry, the paragraphs and lines that link
 * to it, the answers that map to it.
 */
final class PrincipleTexts {
  private static final double SAYS = 3;
  private static final double NAME = 2;
  private static final double LINKED = 2;
  private static final double PHRASE = 1;
  private static final double EVIDENCE = .5;

  private final Map<String, Weights> weights = new LinkedHashMap<>();

  /** How much each word that is said of a principle counts. */
  private static final class Weights {
    private final Places places = new Places(16);
    private double[] each = new double[16];

    void add(int[] words, double weight) {
      for (int word : words) {
        int place = places.of(word);
        each = place < each.length ? each : Arrays.copyOf(each, 2 * each.length);
        each[place] += weight;
      }
    }
  }

  /**
   * What a part says of a principle.
   *
   * @param words each once, as {@link Wording#key} numbers them
   * @param weights how much each counts, over all texts that have it
   * @param spoken all of that together
   */
  record About(String principle, int[] words, double[] weights, double spoken) {
    static About of(String principle, Weights weights) {
      long[] numbers = weights.places.numbers();
      int[] words = new int[numbers.length];
      double spoken = 0;
      for (int i = 0; i < words.length; i++) {
        words[i] = (int) numbers[i];
        spoken += weights.each[i];
      }
      return new About(principle, words, Arrays.copyOf(weights.each, words.length), spoken);
    }
  }

  private PrincipleTexts() {}

  /**
   * @param thing of a {@link ContentWalk.Part}
   * @param answers what {@link Wording} finds there
   */
  static List<About> in(Object thing, List<Wording> answers) {
    PrincipleTexts texts = new PrincipleTexts();
    if (thing instanceof Principle principle) {
      texts.principle(principle);
    } else if (thing instanceof GlossaryTerm term) {
      texts.shared(ids(term.principles()), term.meaning().plain());
    } else if (thing instanceof Dialogue dialogue) {
      dialogue.poor().forEach(texts::turn);
      dialogue.good().forEach(texts::turn);
    } else if (thing instanceof QuestionBank bank) {
      bank.questions().forEach(texts::reflection);
    } else if (!(thing instanceof Scenario)) {
      texts.body(thing);
    }
    answers.forEach(texts::answer);
    return texts.weights.entrySet().stream()
        .map(it -> About.of(it.getKey(), it.getValue()))
        .toList();
  }

  private void principle(Principle principle) {
    String id = principle.id().value();
    add(id, principle.says().plain(), SAYS);
    add(id, id.replace('-', ' '), NAME);
    principle.tryPhrases().forEach(phrase -> add(id, phrase.plain(), PHRASE));
    principle.avoid().forEach(phrase -> add(id, phrase.plain(), PHRASE));
    principle.terms().forEach(term -> add(id, term.value(), PHRASE));
    principle.evidence().map(Prose::plain).ifPresent(note -> add(id, note, EVIDENCE));
  }

  private void turn(Dialogue.Turn turn) {
    shared(principles(turn.turningPoints()), Markup.plain(turn.words()));
  }

  /** A reflection maps as a whole. */
  private void reflection(Question question) {
    question.about().ifPresent(id -> add(id.value(), question.stem().plain(), PHRASE));
  }

  private void answer(Wording answer) {
    answer
        .principle()
        .ifPresent(id -> answer.said().forEach(it -> add(id.value(), it.words(), it.weight())));
  }

  /** Paragraphs and lines with links; a lesson without any speaks of all that it teaches. */
  private void body(Object thing) {
    List<List<Inline>> runs =
        ContentWalk.in(thing).texts().stream().map(AuthoredText::run).toList();
    for (List<Inline> run : runs) {
      shared(principles(Markup.referencesOf(run)), run);
    }
    if (weights.isEmpty() && thing instanceof Lesson lesson) {
      Set<String> taught = ids(lesson.teaches());
      runs.forEach(run -> shared(taught, run));
    }
  }

  private void shared(Set<String> ids, List<Inline> run) {
    if (!ids.isEmpty()) {
      shared(ids, Markup.plain(run));
    }
  }

  private void shared(Set<String> ids, String text) {
    ids.forEach(id -> add(id, text, LINKED / ids.size()));
  }

  private void add(String principle, String text, double weight) {
    add(principle, Wording.keys(text), weight);
  }

  private void add(String principle, int[] words, double weight) {
    weights.computeIfAbsent(principle, id -> new Weights()).add(words, weight);
  }

  private static Set<String> ids(List<Located<String>> names) {
    Set<String> ids = new LinkedHashSet<>();
    names.forEach(name -> ids.add(name.value()));
    return ids;
  }

  private static Set<String> principles(List<Reference> references) {
    Set<String> ids = new LinkedHashSet<>();
    for (Reference to : references) {
      if (to.kind().equals("principle")) {
        ids.add(to.id());
      }
    }
    return ids;
  }
}
