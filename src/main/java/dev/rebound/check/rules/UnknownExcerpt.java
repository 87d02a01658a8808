package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.check.ReferenceUse;
import dev.rebound.course.Content;
import dev.rebound.course.ParagraphKind;
import dev.rebound.course.Principle;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.source.Nearest;
import java.util.List;
import java.util.Optional;

/** Every excerpt that is named exists, and every paragraph that is cited is the author's own. */
public final class UnknownExcerpt implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    List<String> names =
        content.sources().stream()
            .flatMap(source -> source.excerpts().stream())
            .map(excerpt -> excerpt.key())
            .toList();
    for (ReferenceUse use : context.references("excerpt")) {
      String id = use.to().id();
      if (content.excerpt(id).isEmpty()
          && !UnreadableFiles.file(content, "/sources/" + id.replaceFirst("/.*", "") + ".md")) {
        found.at(use.to().span(), "there is no excerpt \"" + id + "\".", Nearest.hint(id, names));
      }
    }
    for (Principle principle : content.principles()) {
      principle.cites().forEach(citation -> paragraph(citation, content, found));
    }
  }

  private static void paragraph(Principle.Citation citation, Content content, Findings found) {
    Optional<Source> source = content.source(citation.source().value());
    Optional<SourceLock> lock = source.flatMap(Source::lock);
    if (source.isEmpty() || lock.isEmpty()) {
      return;
    }
    int last = lock.get().paragraphs().size();
    ParagraphKind kind = source.get().kindOf(citation.paragraph());
    if (citation.paragraph() < 1 || citation.paragraph() > last) {
      found.at(
          citation.source().span(),
          "source \""
              + citation.source().value()
              + "\" has no paragraph "
              + citation.paragraph()
              + ".",
          "It has " + last + ".");
    } else if (!kind.isAuthors() && !UnreadableFiles.source(content, source.get())) {
      found.at(
          citation.source().span(),
          "paragraph "
              + citation.paragraph()
              + " of \""
              + citation.source().value()
              + "\" is "
              + kind.word()
              + ", not the author's own.",
          "Cite a paragraph of the transcript or article.");
    }
  }
}
