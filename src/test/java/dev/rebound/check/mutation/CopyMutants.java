package dev.rebound.check.mutation;

import static dev.rebound.check.mutation.Operator.limited;
import static dev.rebound.check.mutation.Operator.sure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words of a source in what an author wrote. They come from the made-up source of
 * src/test/courses/base, the only one whose text may be here; so only that course breeds these.
 */
final class CopyMutants {
  /** Ten words of its ninth paragraph. */
  static final String COPY = "missed a drifting barge because her relief had nodded at";

  /** Where a text starts in a line of Markdown: after what makes it a heading, item, cell, turn. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^(?:[-*] +|\\d+\\. +|#{2,} +|\\| +|\\*\\*[^*\\n]+:\\*\\* +)?(?=[\\p{L}\\[])");

  /** YAML whose texts are prose. */
  private static final String[] PROSE = {
    "principles.says",
    "principles.evidence",
    "principles.try",
    "principles.avoid",
    "terms.meaning",
    "questions.stem",
    "questions.options.text",
    "questions.options.feedback",
    "questions.true.feedback",
    "questions.false.feedback",
    "nodes.ladder.line",
    "nodes.done.line",
    "nodes.ladder.replies.text",
    "nodes.ladder.replies.feedback"
  };

  /** YAML whose texts are shown, and short. */
  private static final String[] TITLES = {
    "title", "subtitle", "setting", "audience", "modules.title", "terms.term", "nodes.ladder.who"
  };

  private CopyMutants() {}

  private static boolean hasSource(Workspace course) {
    return course.files().containsKey("content/sources/night-watch.md");
  }

  private static Operator copies(String what, UnaryOperator<String> change) {
    return sure(
        what,
        "UnmarkedCopy",
        only(
            course ->
                Stream.concat(
                    inYaml(course, change.apply(COPY), PROSE),
                    inMarkdown(course, change.apply(COPY)))));
  }

  private static Function<Workspace, Stream<Mutant>> only(
      Function<Workspace, Stream<Mutant>> mutants) {
    return course -> hasSource(course) ? mutants.apply(course) : Stream.empty();
  }

  static List<Operator> all() {
    return List.of(
        copies("ten words of a source are copied", words -> words),
        copies("the same in capitals", words -> words.toUpperCase(java.util.Locale.ROOT)),
        copies(
            "the same with other punctuation",
            words -> words.replace("barge", "“barge”").replace("relief", "relief –")),
        copies("the same with emphasis inside", words -> words.replace("barge", "*barge*")),
        copies("the same with a word as code", words -> words.replace("barge", "`barge`")),
        copies(
            "the same with a link inside",
            words -> words.replace("barge", "[barge](principle:say-back)")),
        copies(
            "the same with soft hyphens and characters without a width",
            words -> words.replace("barge", "bar\u00adge").replace("relief", "re\u200blief")),
        copies(
            "the same with letters of other alphabets",
            words -> words.replace("barge", "b\u0430rge").replace("relief", "reli\u0435f")),
        limited(
            "the same with one word changed",
            "any",
            "Without the source at hand only eight words in a row are known; with it, ten of fifteen words in order are found.",
            only(
                course ->
                    Stream.concat(
                        inYaml(course, COPY.replace("barge", "boat"), PROSE),
                        inMarkdown(course, COPY.replace("barge", "boat"))))),
        sure(
            "ten words of a source are copied into a title, setting or term",
            "UnmarkedCopy",
            only(course -> inYaml(course, COPY, TITLES))),
        sure(
            "ten words of a source are copied into a picture's text",
            "UnmarkedCopy",
            only(
                course ->
                    course.find("/courses/", Pattern.compile("!\\[")).stream()
                        .map(
                            m ->
                                Mutant.of(
                                        m.file(), m.text(), new Edit(m.end(), m.end(), COPY + ". "))
                                    .expecting("UnmarkedCopy", m)))),
        sure(
            "ten words of a source are copied into a code span or code block",
            "UnmarkedCopy",
            only(CopyMutants::inCode)),
        limited(
            "a copy runs on from an excerpt: five words beside it, five of it",
            "any",
            "The lock leaves out every run that touches what is published, or it would give the source away (docs/sources.md).",
            only(
                course ->
                    inMarkdown(course, "part the pencil has no pride and it does not skip"))));
  }

  private static Stream<Mutant> inYaml(Workspace course, String words, String... paths) {
    return course
        .yaml()
        .filter(yaml -> !yaml.file().contains("/sources/"))
        .flatMap(yaml -> yaml.entries(paths))
        .flatMap(
            entry ->
                entry.scalars().stream()
                    .map(
                        scalar ->
                            entry
                                .yaml()
                                .with(
                                    new Edit(
                                        entry.yaml().start(scalar),
                                        entry.yaml().lastEnd(scalar),
                                        "\"" + scalar.getValue() + " " + words + ".\""))
                                .expecting(
                                    "UnmarkedCopy",
                                    entry.yaml().file(),
                                    entry.yaml().line(scalar))));
  }

  /** In each paragraph, heading, item, first cell and turn. */
  private static Stream<Mutant> inMarkdown(Workspace course, String words) {
    List<Mutant> mutants = new ArrayList<>();
    for (String file : course.markdown().filter(f -> !f.contains("/sources/")).toList()) {
      String text = course.text(file);
      Matcher line = LINE.matcher(text);
      line.region(text.indexOf("\n---", 3) + 5, text.length());
      while (line.find()) {
        mutants.add(
            Mutant.of(file, text, new Edit(line.end(), line.end(), words + ". "))
                .expecting("UnmarkedCopy", file, Edit.line(text, line.end())));
      }
    }
    return mutants.stream();
  }

  private static Stream<Mutant> inCode(Workspace course) {
    return course
        .in("lessons")
        .flatMap(
            file -> {
              String text = course.text(file);
              int end = text.length();
              int line = Edit.line(text, end);
              return Stream.of(
                  Mutant.of(file, text, new Edit(end, end, "\nSo: `" + COPY + "`.\n"))
                      .expecting("UnmarkedCopy", file, line + 1),
                  Mutant.of(file, text, new Edit(end, end, "\n```\n" + COPY + "\n```\n"))
                      .expecting("UnmarkedCopy", file, line + 2));
            });
  }
}
