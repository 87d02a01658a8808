package dev.rebound.check;

import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Interaction;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Review;
import dev.rebound.course.Source;
import dev.rebound.source.Json;
import dev.rebound.source.Located;
import dev.rebound.source.Reference;
import dev.rebound.source.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a thing says, part by part, wherever it stands in its file: two revisions differ when a
 * reader would see a difference. The names of a question's parts, and the {@link CanonicalText} of
 * each, are the format of {@code reviews.lock}; a new part is compared only where it was recorded.
 *
 * @param parts digests by name, in a fixed order
 */
public record Revision(Map<String, String> parts) {
  private static final String TYPE = "type";
  private static final String LEVEL = "level";
  private static final String STEM = "stem";
  private static final String ABOUT = "about";
  private static final String HINTS = "hints";
  private static final String ANSWERS = "answers";
  private static final String KEY = "key";
  private static final String MAPPING = "mapping";
  private static final String FEEDBACK = "feedback";
  private static final String ORDER = "order";
  private static final String TARGETS = "targets";
  private static final String PASSAGE = "passage";
  private static final String RESPONSE = "response";
  private static final String DELIVERY = "delivery";
  private static final String QUIZ = "quiz";
  private static final String PRINCIPLE = "principle:";
  private static final String ADVICE = "advice:";
  private static final String CREDIT = "credit:";
  private static final String TERM = "term:";
  private static final String PICTURE = "picture:";
  private static final String EXCERPT = "excerpt:";
  private static final String CREATOR = "creator:";

  /** All of a thing: news only where none of its parts is. */
  static final String REST = "record";

  /** What follows from the answers themselves, and is news only where nothing else is. */
  private static final List<String> DERIVED =
      List.of("interaction", RESPONSE, ORDER, TARGETS, PASSAGE, REST);

  /**
   * @param says lists, texts, numbers and truths
   */
  record Part(String name, Object says) {}

  /**
   * A question as a reviewer sees it: its own words, and the principles, excerpts and authors they
   * rest on.
   */
  public static Revision of(Question question, Content content) {
    return of(question, content, UnaryOperator.identity());
  }

  /**
   * The same as it is recorded in {@code reviews.lock}: with typewriter quotes. Which printed ones
   * stand for them is a matter of the course's language, and no change to a reviewer.
   */
  public static Revision reviewed(Question question, Content content) {
    return of(question, content, Revision::typewritten);
  }

  /**
   * @param json in which a quote is escaped
   */
  private static String typewritten(String json) {
    return json.replaceAll("[“”„]", "\\\\\"").replaceAll("[‘’‚]", "'");
  }

  /** A question's own words, without what they rest on. */
  static Revision own(Question question) {
    return new Revision(digests(says(question), UnaryOperator.identity()));
  }

  private static Revision of(Question question, Content content, UnaryOperator<String> spelt) {
    Map<String, String> parts = digests(says(question), spelt);
    for (String id : principles(question)) {
      content.principle(id).ifPresent(principle -> addBasis(parts, principle, content, spelt));
    }
    parts.putAll(digests(beside(question, content), spelt));
    return new Revision(parts);
  }

  private static List<Part> says(Question question) {
    List<Answer> answers = question.answers();
    Interaction interaction = question.interaction();
    return List.of(
        new Part(TYPE, question.type()),
        new Part(LEVEL, question.level().word()),
        new Part(STEM, CanonicalText.of(question.stem())),
        new Part(ABOUT, value(question.about())),
        new Part(HINTS, CanonicalText.each(question.hints(), CanonicalText::of)),
        new Part(ANSWERS, CanonicalText.each(answers, it -> CanonicalText.of(it.text()))),
        new Part(KEY, CanonicalText.each(answers, Answer::right)),
        new Part(
            MAPPING,
            CanonicalText.each(answers, it -> List.of(value(it.applies()), value(it.breaks())))),
        new Part(
            FEEDBACK,
            CanonicalText.each(
                answers, it -> it.feedback().map(CanonicalText::of).orElse(List.of()))),
        new Part(ORDER, CanonicalText.each(interaction.choices(), Revision::choice)),
        new Part(TARGETS, CanonicalText.each(interaction.targets(), Revision::choice)),
        new Part(PASSAGE, CanonicalText.each(interaction.passage(), Revision::choice)),
        new Part(
            RESPONSE,
            List.of(
                interaction.multiple(),
                CanonicalText.each(interaction.typed(), Revision::typed),
                value(interaction.unit()),
                interaction.correct())),
        new Part(DELIVERY, PlainRecord.of(question.delivery())));
  }

  /** What a learner meets with a question and the question does not say itself. */
  private static List<Part> beside(Question question, Content content) {
    List<Part> beside = new ArrayList<>();
    for (Course course : content.courses()) {
      Optional<QuestionBank> bank =
          course.bank(question.bank()).filter(it -> it.questions().contains(question));
      if (bank.isPresent()) {
        beside.add(new Part(QUIZ, List.of(bank.get().title().value(), bank.get().graded())));
        Set<String> shown = Impact.pictures(ContentWalk.in(question).all());
        course.imageFiles().stream()
            .filter(image -> shown.contains(image.path()))
            .forEach(image -> beside.add(new Part(PICTURE + image.path(), PlainRecord.of(image))));
      }
    }
    for (Reference to : ContentWalk.in(question).references()) {
      if (to.kind().equals("term")) {
        content
            .term(to.id())
            .ifPresent(term -> beside.add(new Part(TERM + to.id(), PlainRecord.of(term))));
      }
    }
    return beside;
  }

  private static Map<String, String> digests(List<Part> says, UnaryOperator<String> spelt) {
    Map<String, String> parts = new LinkedHashMap<>();
    says.forEach(part -> parts.put(part.name, digest(spelt.apply(Json.write(part.says)))));
    return parts;
  }

  private static void addBasis(
      Map<String, String> parts,
      Principle principle,
      Content content,
      UnaryOperator<String> spelt) {
    parts.put(
        PRINCIPLE + principle.id().value(),
        digest(
            spelt.apply(
                Json.write(
                    List.of(
                        CanonicalText.of(principle.says()),
                        principle.stance().word(),
                        principle.evidence().map(CanonicalText::of).orElse(List.of()),
                        CanonicalText.each(principle.excerpts(), Located::value),
                        CanonicalText.each(
                            principle.cites(),
                            cite -> cite.source() + " ¶" + cite.paragraph()))))));
    parts.put(
        ADVICE + principle.id().value(),
        digest(
            spelt.apply(
                Json.write(
                    List.of(
                        CanonicalText.each(principle.tryPhrases(), CanonicalText::of),
                        CanonicalText.each(principle.avoid(), CanonicalText::of))))));
    Set<String> sources = new LinkedHashSet<>();
    for (Located<String> key : principle.excerpts()) {
      Optional<Excerpt> excerpt = content.excerpt(key.value());
      excerpt.ifPresent(
          it -> {
            parts.put(EXCERPT + key.value(), digest(spelt.apply(Json.write(it.text().value()))));
            sources.add(it.source());
          });
    }
    principle.cites().forEach(cite -> sources.add(cite.source().value()));
    for (String id : sources) {
      Optional<Source> source = content.source(id);
      source.ifPresent(
          it -> {
            parts.put(
                CREATOR + id,
                digest(spelt.apply(Json.write(it.creator().map(Located::value).orElse("")))));
            parts.put(CREDIT + id, digest(spelt.apply(Json.write(PlainRecord.of(it)))));
          });
    }
  }

  private static List<Object> choice(Interaction.Choice choice) {
    List<Object> parts = List.of(choice.id(), CanonicalText.of(choice.text()));
    return choice
        .area()
        .<List<Object>>map(area -> List.of(parts, PlainRecord.of(area)))
        .orElse(parts);
  }

  private static List<Object> typed(Interaction.Typed typed) {
    if (typed instanceof Interaction.TypedNumber number) {
      return List.of(number.from(), number.to());
    }
    Interaction.TypedText text = (Interaction.TypedText) typed;
    return List.of(text.text(), text.typos());
  }

  static String value(Optional<Located<String>> located) {
    return located.map(Located::value).orElse("");
  }

  /** The principles a question is about, each once. */
  public static Set<String> principles(Question question) {
    Set<String> ids = new LinkedHashSet<>();
    question.principles().forEach(id -> ids.add(id.value()));
    return ids;
  }

  /** What a reviewer saw. */
  public static Revision of(Review review) {
    Map<String, String> parts = new LinkedHashMap<>();
    review.saw().forEach(part -> parts.put(part.name(), part.digest()));
    return new Revision(parts);
  }

  /** The parts of a question that differ from what its reviewer saw, as far as that is recorded. */
  public static List<String> changedSince(Review review, Question question, Content content) {
    Revision saw = of(review);
    if (review.version() == 1) {
      return ReviewedByVersion1.of(question, content).changedSince(saw);
    }
    List<String> changed = reviewed(question, content).among(saw).changedSince(saw);
    if (changed.isEmpty()) {
      return changed;
    }
    // Older tools recorded the quotes as they were printed.
    List<String> printed = of(question, content).among(saw).changedSince(saw);
    return changed.stream().filter(printed::contains).toList();
  }

  /** Its parts that another has, too. */
  private Revision among(Revision other) {
    Map<String, String> both = new LinkedHashMap<>(parts);
    both.keySet().retainAll(other.parts.keySet());
    return new Revision(both);
  }

  /** The names of the parts that differ: those of now, then those that are gone. */
  public List<String> changedSince(Revision before) {
    List<String> changed = new ArrayList<>();
    parts.forEach(
        (name, digest) -> {
          if (!digest.equals(before.parts.get(name))) {
            changed.add(name);
          }
        });
    before.parts.keySet().stream().filter(name -> !parts.containsKey(name)).forEach(changed::add);
    // A credit holds its creator, which older locks have alone.
    changed.removeIf(
        name ->
            name.startsWith(CREDIT) && changed.contains(CREATOR + name.substring(CREDIT.length())));
    for (String derived : DERIVED) {
      if (changed.size() > 1) {
        changed.remove(derived);
      }
    }
    return changed;
  }

  /** Parts as an author calls them: {@code its stem, principle "agree-with-value"}. */
  public static String words(List<String> parts) {
    return String.join(", ", parts.stream().map(Revision::word).distinct().toList());
  }

  /** The words of both versions; where they differ, those of version 1 stand second. */
  private static String word(String part) {
    return switch (part) {
      case ANSWERS, "text" -> "its answers";
      case KEY, "right" -> "which answers are right";
      case MAPPING, "applies", "breaks" -> "what its answers map to";
      case ORDER, "interaction" -> "the order of its answers";
      case TARGETS -> "what its answers belong with";
      case RESPONSE -> "how it is answered";
      case DELIVERY -> "how it is put and counted";
      case QUIZ -> "its quiz";
      case "tryPhrases" -> "what to try";
      case "avoid" -> "what to avoid";
      case "bytes" -> "its pixels or shapes";
      case "perModule" -> "its packaging";
      case "poor", "good" -> "its " + part + " half";
      case PASSAGE, "body" -> "its text";
      default ->
          part.contains(":")
              ? part.replaceFirst(":", " \"") + "\""
              : "its " + part.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    };
  }

  /** Eight hexadecimal digits. */
  static String digest(String text) {
    return Sha256.of(text).substring(0, 8);
  }
}
