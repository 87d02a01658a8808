package dev.rebound.app;

import dev.rebound.check.Checker;
import dev.rebound.check.Rule;
import dev.rebound.check.quotation.LockFile;
import dev.rebound.check.quotation.SourceLocker;
import dev.rebound.course.Content;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.course.SourceText;
import dev.rebound.source.Finding;
import dev.rebound.source.Slug;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code rebound source add FILE --id ID}: numbers the paragraphs of a source, writes its record to
 * fill in when there is none, and its lock. The text itself is never copied, but where it is free:
 * then it stands beside the record, and needs no lock.
 */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description =
        "Numbers a source's paragraphs, finds its excerpts, and writes its record and lock.")
final class SourceAddCommand implements Callable<Integer> {
  /** What may be wrong with an excerpt that stands in its source, or with what is said about it. */
  private static final Set<String> QUOTATIONS =
      Set.of(
          "QuotationBudgetExceeded",
          "QuoteAmbiguous",
          "QuoteNotByAuthor",
          "QuoteNotInSource",
          "QuoteTooShort",
          "UnmarkedCopy",
          "WholeSentenceQuoted");

  @Parameters(paramLabel = "FILE", description = "The source's text, UTF-8. It stays where it is.")
  private Path file = Path.of("");

  @Option(names = "--id", required = true, paramLabel = "ID", description = "The source's id.")
  private String id = "";

  @Mixin private ContentOption content = new ContentOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter out = command.commandLine().getOut();
    if (!Slug.isId(id)) {
      throw new ParameterException(
          command.commandLine(),
          "\"" + id + "\" cannot be an id: use lower-case letters, digits and single hyphens.");
    }
    SourceText text = SourceFiles.read(file);
    Path sources = content.folder.resolve("sources");
    Path record = sources.resolve(id + ".md");
    Content loaded = content.load();
    Optional<Source> source = loaded.source(id);
    for (SourceText.Paragraph paragraph : text.paragraphs()) {
      String kind = source.map(s -> s.kindOf(paragraph.number()).word()).orElse("");
      out.printf("%4d  %-11s  %s%n", paragraph.number(), kind, start(paragraph.text()));
    }
    out.println();
    if (!Files.exists(record)) {
      Files.createDirectories(sources);
      TextFile.write(record, skeleton(text));
      out.println("Wrote " + record + ". Fill in what is known, say whose each paragraph is under");
      out.println("`blocks:`, choose excerpts, and run this command again to lock them.");
      return Main.CLEAN;
    }
    if (source.isEmpty()) {
      out.println(record + " cannot be read; `rebound validate` says why. Nothing was written.");
      return Main.CONTENT_HAS_ERRORS;
    }
    if (source.get().isFree()) {
      Path copy = sources.resolve(id + ".txt");
      TextFile.write(copy, Files.readString(file));
      out.println("Wrote " + copy + ": the licence of this source allows that. It needs no lock.");
      return refused(content.load(), out);
    }
    return lock(source.get(), loaded, text, sources.resolve(id + ".lock"), out);
  }

  /** Says at once what {@code validate} will say of the excerpts. */
  private int refused(Content now, PrintWriter out) {
    List<Rule> rules =
        Catalog.rules().stream().filter(rule -> QUOTATIONS.contains(rule.id())).toList();
    List<Finding> refused =
        new Checker(rules)
            .check(now, false).report().findings().stream()
                .filter(it -> it.span().file().endsWith("/sources/" + id + ".md"))
                .toList();
    if (refused.isEmpty()) {
      return Main.CLEAN;
    }
    out.println();
    out.println("`rebound validate` will refuse:");
    for (Finding finding : refused) {
      out.println(finding.span() + ": " + finding.message() + " [" + finding.rule() + "]");
      out.println("    " + finding.hint());
    }
    return Main.CONTENT_HAS_ERRORS;
  }

  private int lock(Source source, Content content, SourceText text, Path file, PrintWriter out)
      throws IOException {
    SourceLocker.Result result =
        SourceLocker.lock(source, text, SourceLocker.saltOf(source, content.sources(), text));
    for (SourceLocker.Located one : result.excerpts()) {
      String name = one.excerpt().id().value();
      if (!one.message().isEmpty()) {
        out.println(one.excerpt().text().span() + ": excerpt \"" + name + "\" " + one.message());
        out.println("    " + one.hint());
      }
      if (!one.isSound()) {
        continue;
      }
      SourceLock.LockedExcerpt now = one.place().orElseThrow();
      Optional<SourceLock.LockedExcerpt> before = source.lock().flatMap(l -> l.excerpt(name));
      boolean moved =
          before.isPresent()
              && (before.get().paragraph() != now.paragraph()
                  || before.get().firstWord() != now.firstWord());
      out.println(
          name
              + ": paragraph "
              + now.paragraph()
              + ", words "
              + now.firstWord()
              + " to "
              + (now.firstWord() + now.words() - 1)
              + (moved
                  ? " (moved from paragraph "
                      + before.get().paragraph()
                      + ", word "
                      + before.get().firstWord()
                      + ")"
                  : ""));
    }
    if (result.lock().isEmpty()) {
      out.println("Nothing was written: mend these excerpts first.");
      return Main.CONTENT_HAS_ERRORS;
    }
    TextFile.write(file, LockFile.of(result.lock().get()));
    out.println("Wrote " + file + ".");
    SourceLock lock = result.lock().get();
    List<Source> others = new ArrayList<>(content.sources());
    others.replaceAll(it -> it.id().value().equals(id) ? it.with(text, lock) : it);
    return refused(content.withSources(others, List.of()), out);
  }

  private static String start(String text) {
    return text.length() <= 64 ? text : text.substring(0, 63) + "…";
  }

  private static String skeleton(SourceText text) {
    return """
        ---
        # What is unknown stays absent: title, creator, container, url, date, retrieved.
        kind: article
        rights: All rights reserved; quoted for comment
        quotation: { words: 25, share: 10%% }
        # Whose each paragraph is: transcript, article, blurb, comment or boilerplate.
        blocks: { 1-%d: article }
        ---
        """
        .formatted(text.paragraphs().size());
  }
}
