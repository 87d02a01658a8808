package dev.rebound.check;

import dev.rebound.course.Attachment;
import dev.rebound.course.CoursePlan;
import dev.rebound.course.Excerpt;
import dev.rebound.course.GlossaryTerm;
import dev.rebound.course.Principle;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Scenario;
import dev.rebound.course.Settings;
import dev.rebound.course.Source;
import dev.rebound.source.Block;
import dev.rebound.source.Fields;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.ScalarStyle;
import dev.rebound.source.Sha256;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Any record of a content as lists, maps and texts, component by component, without its places: two
 * are the same when their authors wrote the same. Nothing is chosen here, so that nothing can be
 * forgotten: what is left out is named in {@link #UNSEEN}, each with its reason.
 */
final class PlainRecord {
  /** What no learner meets, or what is compared as a thing of its own. */
  static final Map<Class<?>, Map<String, String>> UNSEEN =
      Map.of(
          Source.class,
          Map.of(
              "lock", "proves quotations, and is shown nowhere",
              "text", "is never shown; its excerpts are",
              "quotation", "bounds what may be quoted, and is shown nowhere",
              "blocks", "says whose a paragraph is, and is shown nowhere",
              "excerpts", "are things of their own"),
          Excerpt.class,
          Map.of("paragraph", "helps to find it, and is shown nowhere"),
          Principle.class,
          Map.of("terms", "help a rule, and are shown nowhere"),
          QuestionBank.class,
          Map.of(
              "questions", "are things of their own",
              "allowances", "are said to the checker alone",
              "draft", "is what makes its questions come and go"),
          GlossaryTerm.class,
          Map.of("also", "helps the search, and is shown nowhere"),
          Scenario.class,
          Map.of("allowances", "are said to the checker alone"),
          Settings.class,
          Map.of("reviewed", "decides what is published, which is compared itself"),
          Attachment.class,
          Map.of("file", "is where it stands on this disk; of what it holds, its size is compared"),
          CoursePlan.class,
          Map.of("folder", "is where its files stand"));

  /** Found once for each kind of record. */
  private final Map<Class<?>, Map<String, Fields.Field>> fields = new HashMap<>();

  /** The components of one record by name. */
  static Map<String, Object> of(Record record) {
    return new PlainRecord().parts(record);
  }

  /** The components of one of many records by name. */
  Map<String, Object> parts(Record record) {
    Map<String, Object> parts = new LinkedHashMap<>();
    Map<String, String> unseen = UNSEEN.getOrDefault(record.getClass(), Map.of());
    fields
        .computeIfAbsent(record.getClass(), Fields::of)
        .forEach(
            (name, field) -> {
              Class<?> type = field.component().getType();
              if (!unseen.containsKey(name)
                  && type != SourceSpan.class
                  && type != ScalarStyle.class) {
                parts.put(name, value(field.of(record)));
              }
            });
    return parts;
  }

  private Object value(Object value) {
    if (value instanceof Located<?> located) {
      return value(located.value());
    } else if (value instanceof Prose prose) {
      return CanonicalText.of(prose);
    } else if (value instanceof Record record) {
      return parts(record);
    } else if (value instanceof Optional<?> optional) {
      return optional.map(this::value).map(List::of).orElse(List.of());
    } else if (value instanceof OptionalInt number) {
      return number.toString();
    } else if (value instanceof List<?> list) {
      return list(list);
    } else if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      map.forEach((key, one) -> plain.put(String.valueOf(key), value(one)));
      return plain;
    } else if (value instanceof byte[] bytes) {
      return Sha256.of(bytes);
    }
    return String.valueOf(value);
  }

  /** Markup in its canonical form, in which lines may be wrapped anew. */
  private List<Object> list(List<?> list) {
    if (!list.isEmpty() && list.stream().allMatch(Inline.class::isInstance)) {
      return CanonicalText.inlines(list.stream().map(Inline.class::cast).toList());
    }
    if (!list.isEmpty() && list.stream().allMatch(Block.class::isInstance)) {
      return CanonicalText.blocks(list.stream().map(Block.class::cast).toList());
    }
    List<Object> plain = new ArrayList<>();
    list.forEach(one -> plain.add(value(one)));
    return plain;
  }
}
