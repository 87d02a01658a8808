package dev.rebound.source;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes JSON, equal values to equal bytes: maps that have an order keep it, and others, which the
 * JDK puts into another order each time it starts, are sorted. {@code <} is escaped, so that the
 * text can stand in a {@code <script>} element as it is.
 */
public final class Json {
  private final StringBuilder out = new StringBuilder();
  private final Map<Class<?>, Map<String, Fields.Field>> records = new HashMap<>();

  private Json() {}

  /**
   * @param value records, maps with text keys, iterables, texts, numbers, booleans; an empty {@code
   *     Optional} is left out, a {@code Lazy} is found
   */
  public static String write(Object value) {
    Json json = new Json();
    json.value(value);
    return json.out.toString();
  }

  private void value(Object value) {
    if (value instanceof Record record) {
      Map<String, Object> values = new LinkedHashMap<>();
      records
          .computeIfAbsent(record.getClass(), Fields::of)
          .forEach((name, field) -> values.put(name, field.of(record)));
      values.values().removeIf(Optional.empty()::equals);
      value(values);
    } else if (value instanceof Optional<?> present) {
      value(present.orElseThrow());
    } else if (value instanceof Lazy<?> lazy) {
      value(lazy.get());
    } else if (value instanceof Map<?, ?> map) {
      out.append('{');
      Iterator<? extends Map.Entry<?, ?>> entries = ordered(map).entrySet().iterator();
      while (entries.hasNext()) {
        Map.Entry<?, ?> entry = entries.next();
        string(String.valueOf(entry.getKey()));
        out.append(':');
        value(entry.getValue());
        out.append(entries.hasNext() ? "," : "");
      }
      out.append('}');
    } else if (value instanceof Iterable<?> list) {
      out.append('[');
      Iterator<?> items = list.iterator();
      while (items.hasNext()) {
        value(items.next());
        out.append(items.hasNext() ? "," : "");
      }
      out.append(']');
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      string(String.valueOf(value));
    }
  }

  private static Map<?, ?> ordered(Map<?, ?> map) {
    return map instanceof LinkedHashMap || map instanceof SortedMap ? map : new TreeMap<>(map);
  }

  /** By runs: to add each character for itself takes several times as long. */
  private void string(String text) {
    out.append('"');
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c == '<' || (c > '~' && isUnsafe(text, i))) {
        out.append(text.substring(done, i)).append(escaped(c));
        done = i + 1;
      }
    }
    out.append(done == 0 ? text : text.substring(done)).append('"');
  }

  /** What ends a line in a script, and half a character. */
  private static boolean isUnsafe(String text, int at) {
    char c = text.charAt(at);
    return c == '\u2028' || c == '\u2029' || (Character.isSurrogate(c) && lone(text, at));
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      // The most frequent in HTML.
      case '<' -> "\\u003c";
      default -> String.format("\\u%04x", (int) c);
    };
  }

  private static boolean lone(String text, int at) {
    char c = text.charAt(at);
    return Character.isHighSurrogate(c)
        ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }
}
