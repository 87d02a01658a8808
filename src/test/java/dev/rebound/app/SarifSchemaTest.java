package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rebound.Courses;
import dev.rebound.check.Report;
import dev.rebound.check.ReportSarif;
import dev.rebound.source.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --format sarif} prints, against the schema that OASIS publishes. */
@Tag("slow")
class SarifSchemaTest {
  private static final Schema THEIRS = theirs();

  @TempDir private Path temp;

  /** Of each rule one bad course, so that every rule's finding is among them. */
  @Test
  void everyRulesFindingsFollowIt() throws IOException {
    List<Finding> all = new ArrayList<>();
    for (Path rule : Courses.folders(Courses.ROOT.resolve("rules"))) {
      Path bad =
          Courses.folders(rule).stream()
              .filter(one -> !one.getFileName().toString().startsWith("good"))
              .findFirst()
              .orElseThrow();
      all.addAll(
          Courses.report(Courses.lay(temp.resolve(rule.getFileName()), bad), bad.resolve("sources"))
              .findings());
    }
    assertThat(all).extracting(Finding::rule).contains("SourceDrifted", "UnknownPrinciple");
    assertFollows(ReportSarif.of(new Report(all, List.of()), "1", RulePages.all()));
  }

  @Test
  void aCleanReportFollowsIt() throws IOException {
    assertFollows(ReportSarif.of(new Report(List.of(), List.of()), "1", RulePages.all()));
  }

  private static void assertFollows(String sarif) {
    assertThat(THEIRS.validate(sarif, InputFormat.JSON)).isEmpty();
    // The schema does judge: what it must refuse, it refuses.
    assertThat(THEIRS.validate(sarif.replace("\"level\"", "\"lavel\""), InputFormat.JSON).isEmpty())
        .isEqualTo(!sarif.contains("\"level\""));
  }

  private static Schema theirs() {
    String path = "/schema/sarif-schema-2.1.0.json";
    try (InputStream in = SarifSchemaTest.class.getResourceAsStream(path)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(
              SchemaLocation.of("https://example.org/sarif-schema-2.1.0.json"),
              new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8),
              InputFormat.JSON);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
