package dev.rebound.publish.page;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.source.Problem;
import dev.rebound.source.Severity;
import dev.rebound.source.SourceSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Each language that a course is in has all its interface words, and no others. */
public final class InterfaceWordsIncomplete implements FirmRule {
  private final BiFunction<String, SourceSpan, List<Problem>> problems;

  /**
   * @param problems what is wrong with the words of a language, given where it is named
   */
  public InterfaceWordsIncomplete(BiFunction<String, SourceSpan, List<Problem>> problems) {
    this.problems = problems;
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    Map<String, SourceSpan> named = new LinkedHashMap<>();
    for (Course course : content.courses()) {
      String language = course.language().split("-", 2)[0];
      // What is no language tag, SchemaViolation says.
      if (language.matches("[a-z]{2,3}")) {
        named.putIfAbsent(language, SourceSpan.wholeFile(course.folder() + "/course.yaml"));
      }
    }
    named.forEach(
        (language, span) ->
            problems
                .apply(language, span)
                .forEach(
                    it ->
                        found.at(
                            it.rule().equals(id()) ? severity() : Severity.ERROR,
                            it.span(),
                            it.message(),
                            it.hint())));
  }
}
