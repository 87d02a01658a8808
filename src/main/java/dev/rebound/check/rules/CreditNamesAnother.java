package dev.rebound.check.rules;

import dev.rebound.check.AuthoredText;
import dev.rebound.check.Authors;
import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Source;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Reference;
import dev.rebound.source.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The credit below a quotation, and a link to an excerpt, name the creator of its source. */
public final class CreditNamesAnother implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    if (UnreadableFiles.folder(content, "sources")) {
      return;
    }
    Authors authors =
        context.kept(Authors.class, content.sources(), () -> new Authors(content.sources()));
    for (Course course : content.courses()) {
      for (List<Block> body : course.bodies()) {
        Markup.eachBlock(
            body,
            block -> {
              if (block instanceof Block.ExcerptQuote quote) {
                credit(quote.excerpt(), quote.credit(), true, content, authors, found);
              }
            });
      }
    }
    for (AuthoredText text : context.marked()) {
      Markup.eachInline(
          text.run(),
          inline -> {
            if (inline instanceof Inline.ReferenceLink link && link.to().kind().equals("excerpt")) {
              credit(link.to(), link.content(), false, content, authors, found);
            }
          });
    }
  }

  /**
   * @param must whether the text is there to name somebody
   */
  private static void credit(
      Reference to,
      List<Inline> text,
      boolean must,
      Content content,
      Authors authors,
      Findings found) {
    Optional<Source> source =
        content.excerpt(to.id()).map(Excerpt::source).flatMap(content::source);
    if (source.isEmpty()) {
      return;
    }
    List<String> words = Markup.words(text);
    List<Authors.Author> named = authors.namedIn(words);
    Optional<String> creator = source.get().creator().map(Located::value);
    boolean right =
        creator
            .map(name -> names(words, name) && (!must || named.size() == 1 || isOneOf(name, named)))
            .orElse(named.isEmpty() && (!must || isCalledSo(words, source.get())));
    boolean wrong = creator.isPresent() ? !right && (must || !named.isEmpty()) : !right;
    if (wrong) {
      found.at(
          to.span(),
          "the credit \""
              + Markup.plain(text)
              + "\" "
              + (creator.isPresent()
                  ? "does not name " + creator.get() + ", whose work this is."
                  : "names somebody, and the record of \""
                      + source.get().id()
                      + "\" knows no creator."),
          creator.isPresent()
              ? "Write `[" + creator.get() + "](excerpt:" + to.id() + ")`."
              : "Name its title, or say in the record who wrote it.");
    }
  }

  /** Whether a credit has a word of what a source without a known creator is called. */
  private static boolean isCalledSo(List<String> words, Source source) {
    Set<String> called = WordStatistics.stems(Words.texts(source.id().value()));
    source.title().ifPresent(it -> called.addAll(WordStatistics.stems(Words.texts(it.value()))));
    source.about().ifPresent(it -> called.addAll(WordStatistics.stems(Words.texts(it.value()))));
    return WordStatistics.common(WordStatistics.stems(words), called) > 0;
  }

  /** Whether every person's surname is there. */
  private static boolean names(List<String> words, String creator) {
    return Authors.names(creator).stream()
        .map(Words::texts)
        .filter(name -> !name.isEmpty())
        .allMatch(name -> words.contains(name.get(name.size() - 1)));
  }

  private static boolean isOneOf(String creator, List<Authors.Author> named) {
    List<String> own = Authors.names(creator);
    return named.stream().allMatch(author -> own.contains(author.name()));
  }
}
