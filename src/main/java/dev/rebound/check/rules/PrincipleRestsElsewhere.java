package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Content;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Principle;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.source.Located;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A principle rests on the source whose file it stands in: its excerpts lie in the paragraphs that
 * it cites, and what else it rests on is the same author's.
 */
public final class PrincipleRestsElsewhere implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    if (UnreadableFiles.folder(content, "sources")
        || UnreadableFiles.folder(content, "principles")) {
      return;
    }
    for (Principle principle : content.principles()) {
      Optional<Source> own = content.source(principle.source());
      own.ifPresent(source -> restsOn(principle, source, content, found));
      principle.excerpts().forEach(id -> cited(id, principle, content, found));
    }
  }

  /** The file is named after the source; a file of another name holds principles of several. */
  private static void restsOn(Principle principle, Source own, Content content, Findings found) {
    boolean rests = false;
    for (Located<String> excerpt : principle.excerpts()) {
      Optional<String> of = content.excerpt(excerpt.value()).map(Excerpt::source);
      rests |= of.filter(own.id().value()::equals).isPresent();
      of.flatMap(content::source).ifPresent(it -> sameAuthor(excerpt, it, own, principle, found));
    }
    for (Principle.Citation cite : principle.cites()) {
      rests |= cite.source().value().equals(own.id().value());
      content
          .source(cite.source().value())
          .ifPresent(it -> sameAuthor(cite.source(), it, own, principle, found));
    }
    if (!rests && !(principle.excerpts().isEmpty() && principle.cites().isEmpty())) {
      found.at(
          principle.id().span(),
          "principle \""
              + principle.id()
              + "\" stands in the file of \""
              + own.id()
              + "\" and rests on nothing of it.",
          "Cite the paragraph it comes from, or move it to the file of its source.");
    }
  }

  private static void sameAuthor(
      Located<String> at, Source source, Source own, Principle principle, Findings found) {
    if (!source.id().value().equals(own.id().value()) && !source.name().equals(own.name())) {
      found.at(
          at.span(),
          "principle \""
              + principle.id()
              + "\" stands among those of "
              + own.name()
              + " and rests on "
              + source.name()
              + ".",
          "Cite what its own source says; where two authors agree, each has a principle.");
    }
  }

  private static void cited(
      Located<String> id, Principle principle, Content content, Findings found) {
    Optional<Excerpt> excerpt = content.excerpt(id.value());
    Optional<SourceLock.LockedExcerpt> locked =
        excerpt
            .flatMap(it -> content.source(it.source()))
            .flatMap(Source::lock)
            .flatMap(lock -> lock.excerpt(excerpt.get().id().value()));
    Set<Integer> cited = new TreeSet<>();
    for (Principle.Citation cite : principle.cites()) {
      if (excerpt.isPresent() && cite.source().value().equals(excerpt.get().source())) {
        cited.add(cite.paragraph());
      }
    }
    if (locked.isPresent()
        && !principle.cites().isEmpty()
        && !cited.contains(locked.get().paragraph())) {
      List<String> paragraphs = cited.stream().map(number -> "¶" + number).toList();
      found.at(
          id.span(),
          "excerpt \""
              + id.value()
              + "\" stands in ¶"
              + locked.get().paragraph()
              + ", and principle \""
              + principle.id()
              + "\" cites "
              + (paragraphs.isEmpty() ? "nothing of it" : String.join(", ", paragraphs))
              + ".",
          "Cite the paragraph of the excerpt, or take another excerpt.");
    }
  }
}
