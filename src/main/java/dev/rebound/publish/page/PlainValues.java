package dev.rebound.publish.page;

import dev.rebound.source.Fields;
import dev.rebound.source.Lazy;
import dev.rebound.source.Nearest;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets templates see plain values, finished HTML and the components of our records, and no other
 * Java object. An empty {@code Optional} is absent, a {@code Lazy} is found when it is asked for;
 * to ask a record for what no record of its type has is an error.
 */
final class PlainValues extends SimpleObjectWrapper {
  private final Map<Class<?>, Map<String, Fields.Field>> known = new ConcurrentHashMap<>();

  PlainValues() {
    super(Configuration.VERSION_2_3_33);
  }

  @Override
  protected @Nullable TemplateModel handleUnknownType(Object value) throws TemplateModelException {
    if (value instanceof Html html) {
      return HTMLOutputFormat.INSTANCE.fromMarkup(html.text());
    }
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty() ? null : wrap(optional.get());
    }
    if (value instanceof Lazy<?> lazy) {
      return wrap(lazy.get());
    }
    if (value instanceof Record record
        && record.getClass().getPackageName().startsWith("dev.rebound.publish")) {
      return new View(record, true);
    }
    return super.handleUnknownType(value);
  }

  /**
   * The record that a template starts from. A name it lacks may be a variable of the template that
   * is not set yet.
   */
  TemplateHashModel root(Record data) {
    return new View(data, false);
  }

  /** The names in a record. */
  Map<String, Fields.Field> names(Record record) {
    return known.computeIfAbsent(record.getClass(), Fields::of);
  }

  private final class View implements TemplateHashModel {
    private final Record record;
    private final boolean strict;

    View(Record record, boolean strict) {
      this.record = record;
      this.strict = strict;
    }

    @Override
    public @Nullable TemplateModel get(String name) throws TemplateModelException {
      Fields.Field field = names(record).get(name);
      if (field == null && strict) {
        throw new UnknownName(record, name, names(record));
      }
      return field == null ? null : wrap(field.of(record));
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }

  /** What no record of a type has. */
  static final class UnknownName extends TemplateModelException {
    private static final long serialVersionUID = 1L;

    UnknownName(Record record, String name, Map<String, Fields.Field> names) {
      super(spoken(record) + " has no \"" + name + "\".\n    " + hint(name, names));
    }

    static String hint(String name, Map<String, Fields.Field> names) {
      return Nearest.hint(name, names.keySet()) + " docs/templates.md lists them all.";
    }

    private static String spoken(Record record) {
      String words = words(record.getClass());
      return ("aeiou".indexOf(words.charAt(0)) < 0 ? "a " : "an ") + words;
    }

    /** {@code LessonPage} is a {@code lesson page}, {@code AnswerView} an {@code answer}. */
    static String words(Class<?> record) {
      return record
          .getSimpleName()
          .replaceFirst("View$", "")
          .replaceAll("(?<=.)(?=[A-Z])", " ")
          .toLowerCase(Locale.ROOT);
    }
  }
}
