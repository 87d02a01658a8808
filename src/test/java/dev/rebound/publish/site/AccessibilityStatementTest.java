package dev.rebound.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.publish.page.Sample;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The statement says no more than tests hold. */
class AccessibilityStatementTest {
  private static final List<String> RUN =
      List.of("Test", "TestFactory", "ParameterizedTest", "RepeatedTest");

  static Stream<String> tests() {
    return AccessibilityClaim.ALL.stream().flatMap(claim -> claim.tests().stream()).distinct();
  }

  @ParameterizedTest
  @MethodSource("tests")
  void everyTestThatHoldsAClaimIsRun(String name) throws ClassNotFoundException {
    String[] parts = name.split("#", -1);
    assertThat(Class.forName("dev.rebound." + parts[0]).getDeclaredMethods())
        .filteredOn(method -> method.getName().equals(parts[1]))
        .as(name)
        .anyMatch(AccessibilityStatementTest::isRun);
  }

  private static boolean isRun(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(Class::getSimpleName)
        .anyMatch(RUN::contains);
  }

  @Test
  void whatNobodyHasCheckedStandsApartAndEveryPageLeadsThere() {
    List<String> pages =
        new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of())
            .artefacts(Sample.checked()).stream()
                .filter(it -> it.path().endsWith(".html"))
                .map(it -> new String(it.bytes(), StandardCharsets.UTF_8))
                .toList();
    assertThat(pages).allMatch(page -> page.contains("accessibility.html\">Accessibility</a>"));
    String statement =
        pages.stream().filter(it -> it.contains("id=\"unknown\"")).findFirst().orElseThrow();
    for (AccessibilityClaim claim : AccessibilityClaim.ALL) {
      String words = Sample.words().of("en").get("accessibility-" + claim.name());
      assertThat(statement).as(claim.name()).contains(words);
      assertThat(statement.indexOf(words) < statement.indexOf("id=\"unknown\""))
          .as(claim.name())
          .isEqualTo(claim.held());
    }
  }
}
