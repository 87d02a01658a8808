package dev.rebound;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds what docs/architecture.md draws: who may import whom, and where each library may appear.
 */
class ArchitectureTest {
  /** Each package and what it may import of ours. */
  private static final Map<String, List<String>> MAY_IMPORT = new LinkedHashMap<>();

  static {
    MAY_IMPORT.put("source", List.of());
    MAY_IMPORT.put("course", List.of("source"));
    MAY_IMPORT.put("question", List.of("course", "source"));
    MAY_IMPORT.put("inspect", List.of("source"));
    MAY_IMPORT.put("load", List.of("question", "course", "source"));
    MAY_IMPORT.put("exchange", List.of("question", "course", "source"));
    MAY_IMPORT.put("check", List.of("question", "course", "source"));
    MAY_IMPORT.put("publish", List.of("check", "question", "course", "source"));
    MAY_IMPORT.put(
        "serve", List.of("load", "publish", "inspect", "check", "question", "course", "source"));
  }

  /** Each outside library and the one package that knows it; jsoup reads our HTML and others'. */
  private static final Map<String, String> LIVES_IN =
      Map.ofEntries(
          Map.entry("com.vladsch.flexmark..", "dev.rebound.load.."),
          Map.entry("org.snakeyaml..", "dev.rebound.load.."),
          Map.entry("freemarker..", "dev.rebound.publish.page.."),
          Map.entry("com.openhtmltopdf..", "dev.rebound.publish.print.."),
          Map.entry("org.apache.pdfbox..", "dev.rebound.publish.print.."),
          Map.entry("org.jsoup..", "dev.rebound.publish.print.. dev.rebound.exchange.."),
          Map.entry("io.nayuki..", "dev.rebound.publish.print.."),
          Map.entry("picocli..", "dev.rebound.app.."),
          Map.entry("de.siegmar..", "dev.rebound.source.."),
          Map.entry("org.dhatim..", "dev.rebound.exchange.table.."),
          Map.entry("org.zwobble..", "dev.rebound.exchange.word.."),
          Map.entry("org.apache.commons.compress..", "dev.rebound.exchange.."));

  private static JavaClasses classes = new ClassFileImporter().importPackages();

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rebound");
  }

  @TestFactory
  Stream<DynamicTest> importsGoOneWay() {
    return MAY_IMPORT.entrySet().stream()
        .map(
            entry -> {
              String own = "dev.rebound." + entry.getKey() + "..";
              String[] allowed =
                  Stream.concat(
                          Stream.of(own),
                          entry.getValue().stream().map(name -> "dev.rebound." + name + ".."))
                      .toArray(String[]::new);
              ArchRule rule =
                  noClasses()
                      .that()
                      .resideInAPackage(own)
                      .should()
                      .dependOnClassesThat(
                          resideInAPackage("dev.rebound..").and(not(resideInAnyPackage(allowed))));
              return DynamicTest.dynamicTest(entry.getKey(), () -> rule.check(classes));
            });
  }

  @TestFactory
  Stream<DynamicTest> eachLibraryHasOneHome() {
    return LIVES_IN.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        noClasses()
                            .that()
                            .resideOutsideOfPackages(entry.getValue().split(" ", -1))
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(entry.getKey())
                            .allowEmptyShould(true)
                            .check(classes)));
  }

  @Test
  void publishersDoNotKnowEachOther() {
    List<String> publishers = List.of("site", "print", "scorm12", "scorm2004", "cmi5");
    for (String one : publishers) {
      for (String other : publishers) {
        if (!one.equals(other)) {
          noClasses()
              .that()
              .resideInAPackage("dev.rebound.publish." + one + "..")
              .should()
              .dependOnClassesThat()
              .resideInAPackage("dev.rebound.publish." + other + "..")
              .check(classes);
        }
      }
    }
  }

  @Test
  void questionTypesDoNotKnowEachOther() {
    slices().matching("dev.rebound.question.(*)..").should().notDependOnEachOther().check(classes);
  }

  @Test
  void noPackageIsInACircle() {
    slices().matching("dev.rebound.(**)").should().beFreeOfCycles().check(classes);
  }

  /** A process may check and publish many contents: nothing of one may stay for the next. */
  @TestFactory
  Stream<DynamicTest> nothingStaticCanChange() {
    return classes.stream()
        .flatMap(one -> one.getFields().stream())
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
        .map(
            field ->
                DynamicTest.dynamicTest(
                    field.getFullName(),
                    () -> {
                      assertThat(field.getModifiers()).contains(JavaModifier.FINAL);
                      assertUnchangeable(field.reflect(), null);
                    }));
  }

  /** Libraries' types that never change, or that nothing of ours changes once they are made. */
  private static final Set<String> UNCHANGEABLE =
      Set.of(
          "com.vladsch.flexmark.parser.Parser",
          "org.apache.pdfbox.cos.COSName",
          "org.snakeyaml.engine.v2.api.LoadSettings",
          "org.snakeyaml.engine.v2.resolver.CoreScalarResolver");

  private static void assertUnchangeable(Field field, @Nullable Object of) throws Exception {
    field.setAccessible(true);
    Object value = field.get(of);
    if (value == null) {
      return;
    }
    Class<?> type = value.getClass();
    if (type.isArray()) {
      assertThat(type.getComponentType().isPrimitive() && Modifier.isPrivate(field.getModifiers()))
          .as("%s is a private array of numbers", field)
          .isTrue();
    } else if (type.getName().startsWith("dev.rebound.") && !type.isEnum() && !type.isHidden()) {
      for (Field part : type.getDeclaredFields()) {
        if (!Modifier.isStatic(part.getModifiers())) {
          assertThat(Modifier.isFinal(part.getModifiers())).as("%s is final", part).isTrue();
          assertUnchangeable(part, value);
        }
      }
    } else if (value instanceof ByteBuffer buffer) {
      assertThat(buffer.isReadOnly()).as("%s is read only", field).isTrue();
    } else if (value instanceof Iterable<?> || value instanceof Map<?, ?>) {
      assertThat(type.getName())
          .as("%s cannot be changed", field)
          .matches("java[.]util[.](ImmutableCollections|Collections[$](Unmodifiable|Empty)).*");
    } else {
      assertThat(
              value instanceof Enum<?>
                  || type.isHidden()
                  || UNCHANGEABLE.contains(type.getName())
                  || type.getName()
                      .matches(
                          "java[.](lang[.](String|Boolean|Character|Integer|Long|Float|Double)|(math|time)[.]\\w+)|java[.]util[.](Optional.*|regex[.]Pattern)"))
          .as("%s, a %s, cannot change", field, type)
          .isTrue();
    }
  }
}
