package dev.rebound.load;

import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.Problem;
import dev.rebound.source.Problems;
import dev.rebound.source.Reference;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a part of a text means once {@link MarkdownReader} has found where it begins and ends:
 * {@code [text](card:agree)} is a reference, {@code ```chart} a drawing.
 */
final class MarkdownParts {
  private static final Set<String> EMBEDS = Set.of("dialogue", "question");

  private final Optional<Body> body;
  private final Extent extent;
  private final Typography typography;
  private final Problems problems;

  /** A file's Markdown, from an offset on. */
  record Body(SourceFile file, int from) {}

  /**
   * {@code ```info}, what stands below it, and where.
   *
   * @param infoFrom as {@code from} and {@code to} an offset in the text that is read
   */
  record Fence(SourceSpan span, String info, int infoFrom, String content, int from, int to) {}

  /**
   * @param body nothing for a one-line text
   * @param extent where a part of the text that is read stands
   */
  MarkdownParts(Optional<Body> body, Extent extent, Typography typography, Problems problems) {
    this.body = body;
    this.extent = extent;
    this.typography = typography;
    this.problems = problems;
  }

  /** Neighbours join, so that a run reads as one. */
  void text(SourceSpan span, String words, List<Inline> run) {
    String text = typography.curl(words, run);
    if (text.isEmpty()) {
      return;
    }
    if (!run.isEmpty() && run.get(run.size() - 1) instanceof Inline.Text before) {
      run.set(run.size() - 1, new Inline.Text(before.span().to(span), before.text() + text));
    } else {
      run.add(new Inline.Text(span, text));
    }
  }

  /** A link to what its destination may name; of any other only its content is left. */
  void link(SourceSpan span, String destination, List<Inline> content, List<Inline> run) {
    Optional<Reference> reference = Reference.parse(destination, span);
    if (reference.isPresent()) {
      boolean mapping =
          reference.get().kind().equals("principle") && Markup.plain(content).equals("·");
      run.add(
          mapping
              ? new Inline.Mapping(reference.get())
              : new Inline.ReferenceLink(reference.get(), content));
      return;
    }
    String lower = destination.toLowerCase(Locale.ROOT);
    if (lower.startsWith("https://")
        || lower.startsWith("http://")
        || lower.startsWith("mailto:")
        || lower.startsWith("#")) {
      run.add(new Inline.WebLink(span, destination, content));
      return;
    }
    int colon = destination.indexOf(':');
    String hint =
        colon > 0
            ? "Links take https:, mailto:, #section, or one of ours: "
                + String.join(":, ", new TreeSet<>(Reference.LINK_KINDS))
                + ":."
            : "Link to a lesson by its id: [text](lesson:id).";
    problems.add(
        new Problem(
            "BrokenLink", span, "a link cannot go to \"" + shortened(destination) + "\".", hint));
    run.addAll(content);
  }

  /**
   * A quote whose last line credits an excerpt is that excerpt's; any other is the author's own.
   */
  static Block quote(SourceSpan span, List<Block> content) {
    if (!content.isEmpty() && content.get(content.size() - 1) instanceof Block.Paragraph last) {
      List<Inline> run = last.content();
      int end = run.size();
      if (end >= 2
          && run.get(end - 1) instanceof Inline.ReferenceLink credit
          && credit.to().kind().equals("excerpt")
          && run.get(end - 2) instanceof Inline.Text dash
          && (dash.text().strip().equals("—") || dash.text().strip().equals("--"))) {
        boolean ownParagraph = end == 2;
        List<Inline> words = new ArrayList<>();
        if (ownParagraph
            && content.size() == 2
            && content.get(0) instanceof Block.Paragraph quoted) {
          words.addAll(quoted.content());
        } else if (content.size() == 1 && end > 3 && run.get(end - 3) instanceof Inline.Break) {
          words.addAll(run.subList(0, end - 3));
        }
        if (!words.isEmpty()) {
          return new Block.ExcerptQuote(span, List.copyOf(words), credit.to(), credit.content());
        }
      }
    }
    return new Block.BlockQuote(span, content);
  }

  /** An embed, a chart or code; nothing when it is neither, which is reported. */
  Optional<Block> fence(Fence fence) {
    String info = fence.info.strip();
    String[] words = info.split("\\s+", 2);
    if (words.length == 2 && EMBEDS.contains(words[0])) {
      int end = fence.infoFrom + info.length();
      SourceSpan id = extent.of(end - words[1].length(), end);
      return Optional.of(new Block.Embed(new Reference(words[0], words[1], id)));
    }
    if (words.length == 1 && EMBEDS.contains(words[0])) {
      problems.syntax(
          fence.span,
          "this " + words[0] + " block names no " + words[0] + ".",
          "Write its id after the word: ```"
              + words[0]
              + " "
              + (words[0].equals("dialogue") ? "id" : "bank/id"));
      return Optional.empty();
    }
    if (words[0].equals("chart")) {
      return chart(fence);
    }
    return Optional.of(
        new Block.CodeBlock(extent.of(fence.from, fence.to), words[0], fence.content));
  }

  /** A chart's YAML is read where it stands, so that what is wrong in it is found there. */
  private Optional<Block> chart(Fence fence) {
    if (fence.span.column() != 1) {
      problems.syntax(
          fence.span,
          "a chart cannot stand inside a list or a quote.",
          "Start the block at the beginning of a line.");
      return Optional.empty();
    }
    if (isBlank(fence.content)) {
      problems.syntax(
          fence.span, "this chart block is empty.", "Say its `type:` and what it shows.");
      return Optional.empty();
    }
    return body.flatMap(
            b -> YamlReader.read(b.file, b.from + fence.from, b.from + fence.to, problems))
        .flatMap(raw -> ChartReader.read(raw, fence.span, typography, problems))
        .map(Block.ChartBlock::new);
  }

  /** As Markdown counts blanks; what else is invisible is YAML's to report. */
  private static boolean isBlank(String text) {
    return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r' || c == '\n');
  }

  static String shortened(String text) {
    int newline = text.indexOf('\n');
    String line = newline < 0 ? text : text.substring(0, newline);
    return line.length() <= 60 ? line : line.substring(0, 57) + "…";
  }
}
