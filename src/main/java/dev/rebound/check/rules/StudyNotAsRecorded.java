package dev.rebound.check.rules;

import dev.rebound.check.AuthoredText;
import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Quotations;
import dev.rebound.check.StudyCitations;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Study;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text says of a study is what its record says: all its authors, its year, and the numbers
 * that stand in the same sentence or in the same row of a table.
 */
public final class StudyNotAsRecorded extends StudyRule {
  /** Smaller ones may count anything, the rungs of a ladder or the drawers of a desk. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\d.¶-])\\d[\\d,]*\\d(?:\\.\\d+)?(?![\\p{L}\\d])");

  private static final Pattern COUNT =
      Pattern.compile(
          "\\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d) (\\p{L}+)");

  private static final String HINT = "Look at the study, then mend the text or references.yaml.";

  @Override
  void text(String plain, AuthoredText text, Content content, Findings found) {
    for (StudyCitations.Citation citation : StudyCitations.in(plain)) {
      boolean known = content.studies().stream().anyMatch(citation::beginsAs);
      if (known && content.studies().stream().noneMatch(citation::is)) {
        List<String> recorded =
            content.studies().stream().filter(citation::beginsAs).map(Study::cited).toList();
        found.at(
            place(text, citation),
            "\""
                + citation.text()
                + "\" is not what is recorded: "
                + String.join("; ", recorded)
                + ".",
            HINT);
      }
    }
    if (text.role() != AuthoredText.Role.CELL) {
      SourceSpan at = text.run().get(0).span().to(text.run().get(text.run().size() - 1).span());
      for (Quotations.Sentence sentence :
          Quotations.sentences(plain.replace("et al. ", "et al ").replace("et al.", "et al"))) {
        numbers(sentence.told(), at, content, found);
      }
    }
  }

  /** A table's reference stands in a column of its own. */
  @Override
  void whole(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      for (List<Block> body : course.bodies()) {
        Markup.eachBlock(
            body,
            block -> {
              if (block instanceof Block.Table table) {
                table.rows().forEach(row -> row(row, table.span(), context.content(), found));
              }
            });
      }
    }
  }

  private static void row(
      List<List<Inline>> row, SourceSpan table, Content content, Findings found) {
    StringBuilder all = new StringBuilder();
    SourceSpan at = table;
    for (List<Inline> cell : row) {
      all.append("; ").append(Markup.plain(cell));
      if (at.equals(table) && !cell.isEmpty()) {
        at = cell.get(0).span();
      }
    }
    numbers(all.toString(), at, content, found);
  }

  private static void numbers(String text, SourceSpan at, Content content, Findings found) {
    List<Study> named = new ArrayList<>();
    List<StudyCitations.Citation> citations = StudyCitations.in(text);
    for (Study study : content.studies()) {
      if (citations.stream().anyMatch(it -> it.is(study))
          || StudyCitations.namesBody(text, study)) {
        named.add(study);
      }
    }
    if (named.isEmpty()) {
      return;
    }
    Set<String> recorded = new HashSet<>();
    for (Study study : named) {
      recorded.addAll(numbersIn(study.found().value()));
      recorded.add(String.valueOf(study.year()));
    }
    citations.forEach(citation -> recorded.add(String.valueOf(citation.year())));
    Set<String> wrong = new LinkedHashSet<>(numbersIn(text));
    wrong.removeAll(recorded);
    wrong.addAll(countedOtherwise(text, named));
    for (String number : wrong) {
      found.at(
          at,
          "this names "
              + String.join(" and ", named.stream().map(Study::cited).toList())
              + " with the number "
              + number
              + ", which no record of them has.",
          HINT);
    }
  }

  /** "Nine groups", where the record of a study counts eight groups. */
  private static List<String> countedOtherwise(String text, List<Study> named) {
    List<String> wrong = new ArrayList<>();
    Map<String, Set<String>> counted = new HashMap<>();
    for (Study study : named) {
      each(
          study.found().value(),
          (count, of) -> counted.computeIfAbsent(of, key -> new HashSet<>()).add(count));
    }
    each(
        text,
        (count, of) -> {
          if (counted.containsKey(of) && !counted.getOrDefault(of, Set.of()).contains(count)) {
            wrong.add(count);
          }
        });
    return wrong;
  }

  private static void each(String text, BiConsumer<String, String> take) {
    Matcher matcher = COUNT.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      take.accept(matcher.group(1), matcher.group(2));
    }
  }

  private static List<String> numbersIn(String text) {
    List<String> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      numbers.add(matcher.group().replace(",", ""));
    }
    return numbers;
  }
}
