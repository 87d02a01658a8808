package dev.rebound.source;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The components of a record by name, in order: all that templates and JSON see of it. */
public final class Fields {
  private Fields() {}

  /** What a component is called where Java has no such name: {@code @Named("try")}. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  public @interface Named {
    String value();
  }

  /**
   * The components of this record stand beside the outer record's, which hides those of the same
   * name.
   */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  public @interface Inlined {}

  /**
   * @param component as it is declared
   * @param path the accessors to call one on the result of the other
   */
  public record Field(RecordComponent component, List<Method> path) {
    /** Its value. */
    public Object of(Record record) {
      Object value = record;
      for (Method accessor : path) {
        try {
          value = accessor.invoke(value);
        } catch (ReflectiveOperationException impossible) {
          throw new IllegalStateException(impossible);
        }
      }
      return value;
    }

    private Field behind(Method accessor) {
      List<Method> longer = new ArrayList<>(List.of(accessor));
      longer.addAll(path);
      return new Field(component, List.copyOf(longer));
    }
  }

  public static Map<String, Field> of(Class<?> record) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (RecordComponent component : record.getRecordComponents()) {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      if (component.isAnnotationPresent(Inlined.class)) {
        of(component.getType()).forEach((name, it) -> fields.put(name, it.behind(accessor)));
      } else {
        Named named = component.getAnnotation(Named.class);
        fields.put(
            named == null ? component.getName() : named.value(),
            new Field(component, List.of(accessor)));
      }
    }
    return fields;
  }
}
