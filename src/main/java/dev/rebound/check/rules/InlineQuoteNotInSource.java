package dev.rebound.check.rules;

import dev.rebound.check.AuthoredText;
import dev.rebound.check.Authors;
import dev.rebound.check.CheckContext;
import dev.rebound.check.ContentWalk;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.check.Quotations;
import dev.rebound.course.Content;
import dev.rebound.source.SourceSpan;
import dev.rebound.source.Words;
import java.util.List;
import java.util.Optional;

/** Words between quotation marks beside an author's name are words of an excerpt of theirs. */
public final class InlineQuoteNotInSource implements FirmRule {
  /** Two words may be a term that anybody uses. */
  private static final int FEWEST_WORDS = 3;

  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    Authors authors =
        context.kept(Authors.class, content.sources(), () -> new Authors(content.sources()));
    if (authors.all().isEmpty() || UnreadableFiles.folder(content, "sources")) {
      return;
    }
    for (ContentWalk.Part part : context.parts()) {
      context.keptFindings(
          this,
          part.thing(),
          authors,
          found,
          own -> context.in(part).texts().forEach(text -> text(text, authors, own)));
    }
  }

  private static void text(AuthoredText text, Authors authors, Findings found) {
    String plain = text.plain();
    if (plain.indexOf('"') < 0 && plain.indexOf('“') < 0 && plain.indexOf('«') < 0) {
      return;
    }
    for (Quotations.Sentence sentence : Quotations.sentences(plain)) {
      List<Authors.Author> named =
          sentence.quoted().isEmpty() ? List.of() : authors.namedIn(Words.texts(sentence.told()));
      if (!named.isEmpty()) {
        sentence.quoted().forEach(quoted -> quoted(quoted, named, text, authors, found));
      }
    }
  }

  private static void quoted(
      Quotations.Quoted quoted,
      List<Authors.Author> named,
      AuthoredText text,
      Authors authors,
      Findings found) {
    List<String> words = Words.texts(quoted.text());
    if (words.size() < FEWEST_WORDS || named.stream().anyMatch(author -> author.said(words))) {
      return;
    }
    String name = named.get(0).name();
    Optional<Authors.Author> other = authors.whoSaid(words);
    found.at(
        place(text, words),
        "\""
            + AnswerWithoutPrinciple.shortened(quoted.text())
            + "\" stands beside the name of "
            + name
            + (other.isPresent()
                ? " and is an excerpt of " + other.get().name() + "'s."
                : " and is in no excerpt of theirs."),
        "Quote an excerpt to the letter, or say it in your own words without marks.");
  }

  /** Where these words stand in the text. */
  private static SourceSpan place(AuthoredText text, List<String> words) {
    List<AuthoredText.LocatedWord> located = text.located();
    for (int i = 0; i + words.size() <= located.size(); i++) {
      int same = 0;
      while (same < words.size() && located.get(i + same).text().equals(words.get(same))) {
        same++;
      }
      if (same == words.size()) {
        return located.get(i).span().to(located.get(i + same - 1).span());
      }
    }
    return text.run().get(0).span();
  }
}
