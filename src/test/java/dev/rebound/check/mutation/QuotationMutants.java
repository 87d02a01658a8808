package dev.rebound.check.mutation;

import static dev.rebound.check.mutation.Operator.limited;
import static dev.rebound.check.mutation.Operator.sure;

import dev.rebound.check.mutation.YamlText.Entry;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Excerpts, quotes of them, their credit, their locks, and how much may be quoted. */
final class QuotationMutants {
  /** An excerpt as sources/ writes it: its id, its words, where it stands. */
  private static final Pattern EXCERPT =
      Pattern.compile("(?m)^## ([a-z0-9-]+)\\n+> (.+)\\n+(?:Paragraph (\\d+)\\.\\n?)?");

  /** A quote as lessons write it: its words, its credit. */
  private static final Pattern QUOTE =
      Pattern.compile("(?m)^> (.+)\\n(> — \\[[^\\]]+\\]\\(excerpt:([a-z0-9-]+)/([a-z0-9-]+)\\))");

  private QuotationMutants() {}

  private record Quoted(Workspace.Match match, int group) {
    String said() {
      return match.group(group);
    }

    /** Where its words start. */
    int words() {
      return match.text().indexOf("> " + said(), match.start()) + 2;
    }

    Mutant by(String words) {
      return Mutant.of(
              match.file(), match.text(), new Edit(words(), words() + said().length(), words))
          .expecting("QuoteNotInSource", match.file(), Edit.line(match.text(), words()));
    }
  }

  private static Stream<Quoted> excerpts(Workspace course) {
    return course.find("/sources/", EXCERPT).stream()
        .filter(match -> match.file().endsWith(".md"))
        .map(match -> new Quoted(match, 2));
  }

  private static Stream<Quoted> quotes(Workspace course) {
    return course.find("/courses/", QUOTE).stream().map(match -> new Quoted(match, 1));
  }

  /** One mutant for each word of a quotation. */
  private static Stream<Mutant> eachWord(
      Quoted quoted, BiFunction<String, Words.Word, String> change) {
    return Words.of(quoted.said()).stream()
        .map(word -> change.apply(quoted.said(), word))
        .filter(changed -> !Words.texts(changed).equals(Words.texts(quoted.said())))
        .map(quoted::by);
  }

  private static String replaced(String said, Words.Word word) {
    return said.substring(0, word.start()) + "zebra" + said.substring(word.end());
  }

  private static String dropped(String said, Words.Word word) {
    return said.substring(0, word.start()) + said.substring(word.end());
  }

  /** The word changes places with the one before it. */
  private static String transposed(String said, Words.Word word) {
    List<String> words = new ArrayList<>(Words.texts(said));
    int at = Words.of(said).indexOf(word);
    if (at > 0) {
      java.util.Collections.swap(words, at - 1, at);
    }
    return String.join(" ", words);
  }

  private static Function<Workspace, Stream<Mutant>> everyWord(
      Function<Workspace, Stream<Quoted>> quotations) {
    return course ->
        quotations
            .apply(course)
            .flatMap(
                quoted ->
                    Stream.of(
                            eachWord(quoted, QuotationMutants::replaced),
                            eachWord(quoted, QuotationMutants::dropped),
                            eachWord(quoted, QuotationMutants::transposed))
                        .flatMap(mutants -> mutants));
  }

  static List<Operator> all() {
    return List.of(
        sure(
            "a word of an excerpt is replaced, dropped or moved",
            "QuoteNotInSource",
            everyWord(QuotationMutants::excerpts)),
        sure(
            "a word of a quote in a lesson or card is replaced, dropped or moved",
            "QuoteNotInSource",
            everyWord(QuotationMutants::quotes)),
        sure(
            "two excerpts of a source exchange their words",
            "QuoteNotInSource, at both",
            QuotationMutants::exchanged),
        sure(
            "a quote is credited to another excerpt",
            "QuoteNotInSource",
            QuotationMutants::otherCredit),
        sure(
            "a quote's credit line is removed",
            "CreditMissing",
            course ->
                quotes(course)
                    .map(
                        q ->
                            Mutant.of(
                                    q.match.file(),
                                    q.match.text(),
                                    new Edit(q.words() + q.said().length(), q.match.end(), ""))
                                .expecting("CreditMissing", q.match))),
        sure(
            "an excerpt is removed",
            "UnknownExcerpt, wherever it is named",
            QuotationMutants::excerptRemoved),
        sure(
            "an excerpt is cut to its first three words",
            "QuoteTooShort",
            course ->
                excerpts(course)
                    .map(
                        q ->
                            q.by(q.said().substring(0, Words.of(q.said()).get(2).end()))
                                .expecting(
                                    "QuoteTooShort",
                                    q.match.file(),
                                    Edit.line(q.match.text(), q.words())))),
        sure(
            "an excerpt's paragraph number is changed",
            "QuoteNotInSource",
            QuotationMutants::otherParagraph),
        limited(
            "an excerpt's paragraph line is removed",
            "any",
            "The line is for people: the lock knows the paragraph.",
            course ->
                excerpts(course)
                    .filter(q -> q.match.group(3) != null)
                    .map(
                        q ->
                            Mutant.of(
                                q.match.file(),
                                q.match.text(),
                                new Edit(q.words() + q.said().length(), q.match.end(), "\n")))),
        sure(
            "the author's paragraphs are declared to be somebody else's",
            "QuoteNotByAuthor",
            QuotationMutants::blurb),
        sure(
            "an excerpt's digest in a lock is changed",
            "SyntaxError",
            course -> locked(course, "digest: \"", 9, "0123456789abcdef")),
        sure(
            "an excerpt's paragraph in a lock is changed",
            "SyntaxError",
            course -> locked(course, "paragraph: ", 11, "97")),
        sure(
            "a lock is removed",
            "QuoteNotInSource, at every excerpt",
            course ->
                course
                    .in("sources")
                    .filter(file -> file.endsWith(".lock"))
                    .map(file -> unlocked(file, course))),
        sure(
            "a source names nobody",
            "CreditMissing",
            course -> course.yamlIn("sources").map(QuotationMutants::anonymous)),
        sure(
            "a source allows a smaller share than is quoted",
            "QuotationBudgetExceeded",
            course ->
                course
                    .yamlIn("sources")
                    .filter(yaml -> course.find(yaml.file(), EXCERPT).size() > 0)
                    .flatMap(yaml -> yaml.entries("quotation.share"))
                    .map(
                        share ->
                            share
                                .yaml()
                                .with(share.valueBy("0.1%"))
                                .expecting(
                                    "QuotationBudgetExceeded",
                                    share.yaml().file(),
                                    share.line()))));
  }

  private static Stream<Mutant> exchanged(Workspace course) {
    List<Quoted> all = excerpts(course).toList();
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        Quoted one = all.get(i);
        Quoted other = all.get(j);
        if (one.match.file().equals(other.match.file())) {
          String text = one.match.text();
          mutants.add(
              Mutant.of(
                      one.match.file(),
                      text,
                      new Edit(one.words(), one.words() + one.said().length(), other.said()),
                      new Edit(other.words(), other.words() + other.said().length(), one.said()))
                  .expecting("QuoteNotInSource", one.match.file(), Edit.line(text, one.words()))
                  .expecting("QuoteNotInSource", one.match.file(), Edit.line(text, other.words())));
        }
      }
    }
    return mutants.stream();
  }

  private static Stream<Mutant> otherCredit(Workspace course) {
    return quotes(course)
        .flatMap(
            quote ->
                excerpts(course)
                    .filter(e -> e.match.file().endsWith("/" + quote.match.group(3) + ".md"))
                    .filter(e -> !e.match.group(1).equals(quote.match.group(4)))
                    .map(
                        e -> {
                          int end = quote.match.end() - 1;
                          return Mutant.of(
                                  quote.match.file(),
                                  quote.match.text(),
                                  new Edit(
                                      end - quote.match.group(4).length(), end, e.match.group(1)))
                              .expecting("QuoteNotInSource", quote.match);
                        }));
  }

  private static Stream<Mutant> excerptRemoved(Workspace course) {
    return excerpts(course)
        .map(
            excerpt -> {
              String source = excerpt.match.file().replaceAll(".*/|\\.md$", "");
              Mutant mutant =
                  Mutant.of(
                      excerpt.match.file(),
                      excerpt.match.text(),
                      new Edit(excerpt.match.start(), excerpt.match.end(), ""));
              Pattern use =
                  Pattern.compile(
                      "(?<![a-z0-9-])" + source + "/" + excerpt.match.group(1) + "(?![a-z0-9-])");
              for (Workspace.Match match : course.find("content/", use)) {
                mutant = mutant.expecting("UnknownExcerpt", match);
              }
              return mutant;
            });
  }

  private static Stream<Mutant> otherParagraph(Workspace course) {
    return excerpts(course)
        .filter(q -> q.match.group(3) != null)
        .map(
            q -> {
              int at = q.match.text().indexOf("Paragraph ", q.words()) + 10;
              return Mutant.of(q.match.file(), q.match.text(), new Edit(at, at, "9"))
                  .expecting(
                      "QuoteNotInSource", q.match.file(), Edit.line(q.match.text(), q.words()));
            });
  }

  private static Stream<Mutant> blurb(Workspace course) {
    return course
        .yamlIn("sources")
        .map(
            yaml -> {
              List<Edit> edits =
                  yaml.entries()
                      .filter(e -> e.path().startsWith("blocks."))
                      .filter(e -> e.said().equals("transcript") || e.said().equals("article"))
                      .map(e -> e.valueBy("blurb"))
                      .toList();
              Mutant mutant = yaml.with(edits.toArray(Edit[]::new));
              for (Quoted excerpt : excerpts(course).toList()) {
                if (excerpt.match.file().equals(yaml.file())) {
                  mutant =
                      mutant.expecting(
                          "QuoteNotByAuthor", yaml.file(), Edit.line(yaml.text(), excerpt.words()));
                }
              }
              return mutant;
            });
  }

  /** What a lock says of each excerpt, changed; the finding stands at the excerpt. */
  private static Stream<Mutant> locked(Workspace course, String key, int skip, String by) {
    return excerpts(course)
        .flatMap(
            excerpt -> {
              String lock = excerpt.match.file().replace(".md", ".lock");
              Pattern line =
                  Pattern.compile("\\{ id: " + excerpt.match.group(1) + ", .*?(" + key + "\\w+)");
              return course.find(lock, line).stream()
                  .map(
                      match ->
                          Mutant.of(
                                  lock,
                                  match.text(),
                                  new Edit(
                                      match.end() - match.group(1).length() + skip,
                                      match.end(),
                                      by))
                              .expecting("SyntaxError", lock, 0));
            });
  }

  private static Mutant unlocked(String lock, Workspace course) {
    Mutant mutant = Mutant.without(lock);
    for (Quoted excerpt : excerpts(course).toList()) {
      if (excerpt.match.file().equals(lock.replace(".lock", ".md"))) {
        mutant = mutant.expecting("QuoteNotInSource", excerpt.match);
      }
    }
    return mutant;
  }

  private static Mutant anonymous(YamlText yaml) {
    List<Edit> edits = yaml.entries("title", "creator", "about").map(Entry::removed).toList();
    return yaml.with(edits.toArray(Edit[]::new)).expecting("CreditMissing", yaml.file(), 0);
  }
}
