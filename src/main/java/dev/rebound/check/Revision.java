package dev.rebound.check;

import dev.rebound.check.quotation.Digests;
import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.Review;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.SourceSpan;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a thing says, part by part, wherever it stands in its file: two revisions differ when a
 * reader would see a difference. A part is a component of its record, so a new key of the format is
 * a part of its own; one that is left out counts for nothing, so that old revisions stay good.
 *
 * @param parts by name, in the order of the record; a digest each
 */
public record Revision(Map<String, String> parts) {

  /**
   * What a question has that is no part of what it says, and its answers, which are taken apart.
   */
  private static final Set<String> OF_NO_REVIEW = Set.of("answers", "bank", "id", "delivery");

  /** The parts of any record of {@code course} or {@code source}. */
  public static Revision of(Record thing) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (RecordComponent component : thing.getClass().getRecordComponents()) {
      String text = text(value(component, thing));
      if (!text.isEmpty()) {
        parts.put(component.getName(), digest(text));
      }
    }
    return new Revision(parts);
  }

  /**
   * A question as a reviewer sees it: its own words, and the principles and excerpts they rest on.
   */
  public static Revision of(Question question, Content content) {
    Map<String, String> parts = new LinkedHashMap<>();
    of((Record) question)
        .parts
        .forEach(
            (name, digest) -> {
              if (!OF_NO_REVIEW.contains(name)) {
                parts.put(name, digest);
              }
            });
    Map<String, StringBuilder> answers = new LinkedHashMap<>();
    for (Answer answer : question.answers()) {
      for (RecordComponent component : Answer.class.getRecordComponents()) {
        if (!component.getName().equals("id") && !component.getName().equals("noun")) {
          answers
              .computeIfAbsent(component.getName(), name -> new StringBuilder())
              .append(text(value(component, answer)))
              .append('\n');
        }
      }
    }
    answers.forEach(
        (name, all) -> {
          if (!all.toString().isBlank()) {
            parts.put(name, digest(all.toString()));
          }
        });
    addBasis(parts, principles(question), content);
    return new Revision(parts);
  }

  /** A thing of any kind with what it rests on. */
  public static Revision of(Record thing, Set<String> principles, Content content) {
    Map<String, String> parts = new LinkedHashMap<>(of(thing).parts);
    addBasis(parts, principles, content);
    return new Revision(parts);
  }

  private static void addBasis(Map<String, String> parts, Set<String> principles, Content content) {
    for (String id : principles) {
      Optional<Principle> principle = content.principle(id);
      principle.ifPresent(
          p -> {
            parts.put(
                "principle:" + id,
                digest(text(List.of(p.says(), p.stance(), p.evidence(), p.excerpts(), p.cites()))));
            for (Located<String> key : p.excerpts()) {
              Optional<Excerpt> excerpt = content.excerpt(key.value());
              excerpt.ifPresent(e -> parts.put("excerpt:" + key.value(), digest(text(e.text()))));
            }
          });
    }
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
    // What an answer is made of says all that its interaction could.
    if (changed.size() > 1) {
      changed.remove("interaction");
    }
    return changed;
  }

  /** Parts as an author calls them: {@code its stem, principle "agree-with-value"}. */
  public static String words(List<String> parts) {
    return String.join(", ", parts.stream().map(Revision::word).distinct().toList());
  }

  private static String word(String part) {
    return switch (part) {
      case "text" -> "its answers";
      case "right" -> "which answers are right";
      case "applies", "breaks" -> "what its answers map to";
      case "interaction" -> "the order of its answers";
      case "poor", "good" -> "its " + part + " half";
      case "body" -> "its text";
      default -> part.contains(":") ? part.replaceFirst(":", " \"") + "\"" : "its " + part;
    };
  }

  private static String digest(String text) {
    return Digests.sha256(text).substring(0, 8);
  }

  /** Everything a value holds but places; nothing where it holds nothing. */
  private static String text(Object value) {
    if (value instanceof SourceSpan) {
      return "";
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(Revision::text).orElse("");
    }
    if (value instanceof List<?> list) {
      StringBuilder out = new StringBuilder();
      list.forEach(one -> out.append('[').append(text(one)).append(']'));
      return out.toString();
    }
    if (value instanceof Boolean flag) {
      return flag ? "true" : "";
    }
    if (value instanceof Inline.Text run) {
      return run.text().isEmpty() ? "" : "text(" + run.text() + ")";
    }
    if (value instanceof Record thing) {
      StringBuilder out = new StringBuilder();
      for (RecordComponent component : thing.getClass().getRecordComponents()) {
        String part = text(value(component, thing));
        if (!part.isEmpty()) {
          out.append(component.getName()).append('(').append(part).append(')');
        }
      }
      return out.toString();
    }
    return value.toString();
  }

  private static Object value(RecordComponent component, Record thing) {
    try {
      return component.getAccessor().invoke(thing);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
