package dev.rebound.check.mutation;

import static dev.rebound.check.mutation.Operator.sure;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Links, embeds, pictures, headings and markup in Markdown. */
final class LinkMutants {
  private static final Pattern LINK =
      Pattern.compile("\\]\\((principle|excerpt|lesson|card|term):([a-z0-9/-]+)\\)");
  private static final Pattern EMBED =
      Pattern.compile("(?m)^```(dialogue|question) ([a-z0-9/-]+)$");
  private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)\\]\\(([^)]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^(##+) ");

  /** A line that starts in a letter: a paragraph, outside front matter. */
  private static final Pattern PARAGRAPH = Pattern.compile("(?m)(?<=\\n\\n)\\p{L}.*$");

  private LinkMutants() {}

  /** A mutant at each place of a pattern, with one finding in its line. */
  private static Function<Workspace, Stream<Mutant>> each(
      String part,
      Pattern pattern,
      Function<Workspace.Match, Edit> edit,
      Function<Workspace.Match, String> rule) {
    return course ->
        course.find(part, pattern).stream()
            .filter(match -> match.file().endsWith(".md"))
            .map(
                match ->
                    Mutant.of(match.file(), match.text(), edit.apply(match))
                        .expecting(rule.apply(match), match));
  }

  private static String ruleOf(String kind) {
    return switch (kind) {
      case "principle" -> "UnknownPrinciple";
      case "excerpt" -> "UnknownExcerpt";
      default -> "UnknownReference";
    };
  }

  static List<Operator> all() {
    return List.of(
        sure(
            "a link names something that does not exist",
            "UnknownPrinciple, UnknownExcerpt, UnknownReference",
            each(
                "content/",
                LINK,
                m -> new Edit(m.end() - 1, m.end() - 1, "-gone"),
                m -> ruleOf(m.group(1)))),
        sure(
            "a link's kind is misspelt",
            "BrokenLink",
            each(
                "content/",
                LINK,
                m -> new Edit(m.start() + 2, m.start() + 3, "x"),
                m -> "BrokenLink")),
        sure(
            "an embedded dialogue or question does not exist",
            "UnknownReference",
            each(
                "content/",
                EMBED,
                m -> new Edit(m.end(), m.end(), "-gone"),
                m -> "UnknownReference")),
        sure(
            "an embed loses its name",
            "SyntaxError",
            each(
                "content/",
                EMBED,
                m -> new Edit(m.end() - m.group(2).length() - 1, m.end(), ""),
                m -> "SyntaxError")),
        sure(
            "a picture's path is misspelt",
            "BrokenLink",
            each(
                "content/",
                PICTURE,
                m -> new Edit(m.end() - 1, m.end() - 1, "x"),
                m -> "BrokenLink")),
        sure(
            "a picture loses its text",
            "MissingAltText",
            each(
                "content/",
                PICTURE,
                m -> new Edit(m.start() + 2, m.start() + 2 + m.group(1).length(), ""),
                m -> "MissingAltText")),
        sure(
            "a heading skips a level",
            "HeadingSkipsLevel",
            each(
                "/lessons/",
                HEADING,
                m -> new Edit(m.start(), m.start(), "##"),
                m -> "HeadingSkipsLevel")),
        sure(
            "a section becomes a second title",
            "HeadingSkipsLevel",
            each(
                "/lessons/",
                HEADING,
                m -> new Edit(m.start(), m.start() + m.group(1).length(), "#"),
                m -> "HeadingSkipsLevel")),
        sure(
            "a line of a card loses what it maps to",
            "AnswerWithoutPrinciple",
            each(
                "/cards/",
                Pattern.compile(" \\[·\\]\\(principle:[a-z0-9-]+\\)"),
                m -> new Edit(m.start(), m.end(), ""),
                m -> "AnswerWithoutPrinciple")),
        sure(
            "a paragraph holds raw HTML",
            "UnsafeHtml",
            each(
                "content/",
                PARAGRAPH,
                m -> new Edit(m.end(), m.end(), " <b>so</b>"),
                m -> "UnsafeHtml")),
        sure(
            "a paragraph holds a script link",
            "BrokenLink",
            each(
                "content/",
                PARAGRAPH,
                m -> new Edit(m.end(), m.end(), " [so](javascript:alert(1))"),
                m -> "BrokenLink")));
  }
}
