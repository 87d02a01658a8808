package dev.rebound.load;

import dev.rebound.course.ControlDocument;
import dev.rebound.course.Dialogue;
import dev.rebound.course.Excerpt;
import dev.rebound.course.FontFile;
import dev.rebound.course.GlossaryTerm;
import dev.rebound.course.ParagraphKind;
import dev.rebound.course.Principle;
import dev.rebound.course.Review;
import dev.rebound.course.Settings;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.course.SourceText;
import dev.rebound.course.Study;
import dev.rebound.course.Windows;
import dev.rebound.question.Answers;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Problem;
import dev.rebound.source.Problems;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import dev.rebound.source.Reference;
import dev.rebound.source.Slug;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what all courses share: settings, sources, principles, dialogues, glossary. One method a
 * file kind.
 */
final class LibraryReader {
  private static final Pattern PARAGRAPH = Pattern.compile("Paragraph (\\d{1,4})\\.?");
  private static final Pattern LOOKS_LIKE_A_DAY = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");
  private static final Pattern ACCENT = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final Pattern CITATION = Pattern.compile("([a-z0-9-]+) ¶(\\d{1,4})");

  private static final String AGAIN =
      "Take the last good one, or run `rebound source add` with the source at hand.";

  private LibraryReader() {}

  /**
   * {@code rebound.yaml}; what is missing has been reported and gets a harmless stand-in.
   *
   * @param picture reads the file that is named
   * @param schemas reads the folder that is named, by standard
   * @param fonts that lie beside the content
   */
  static Settings settings(
      Raw.Mapping raw,
      SourceSpan at,
      Function<Located<String>, Optional<String>> picture,
      Function<Located<String>, Map<String, List<ControlDocument>>> schemas,
      List<FontFile> fonts) {
    Raw.Mapping brand = raw.mapping("brand").orElse(new Raw.Mapping(at, List.of()));
    return new Settings(
        text(raw, "publisher").orElse(new Located<>("Publisher", at)),
        text(brand, "name").orElse(new Located<>("Rebound", at)),
        brand
            .text("accent")
            .filter(accent -> ACCENT.matcher(accent.value()).matches())
            .orElse(new Located<>("#0b6e4f", at)),
        brand.text("logo").flatMap(picture),
        value(raw, "language", "en"),
        text(raw, "rights").orElse(new Located<>("", at)),
        text(raw, "edition")
            .filter(day -> Schema.isDay(day.value()))
            .orElse(new Located<>("1980-01-01", at)),
        text(raw, "version").orElse(new Located<>("0", at)),
        text(raw, "site"),
        raw.text("controlDocuments").map(schemas).orElse(Map.of()),
        raw.text("review").filter(it -> it.value().equals("required")).isPresent(),
        text(raw, "page")
            .filter(page -> page.value().equals("letter"))
            .orElse(new Located<>("a4", at)),
        text(raw, "report"),
        raw.mapping("fields").map(LibraryReader::fields).orElse(Map.of()),
        fonts);
  }

  private static Map<String, Located<String>> fields(Raw.Mapping raw) {
    Map<String, Located<String>> fields = new TreeMap<>();
    for (String name : Settings.FIELDS) {
      raw.text(name).ifPresent(value -> fields.put(name, value));
    }
    return fields;
  }

  /** {@code principles/<source-id>.yaml} */
  static List<Principle> principles(Raw.Mapping raw, String source, ProseReader prose) {
    List<Principle> principles = new ArrayList<>();
    for (Raw.Mapping one : raw.mappings("principles")) {
      Optional<Located<String>> id = one.text("id");
      Optional<Raw.Scalar> says = one.scalar("says");
      if (id.isEmpty() || says.isEmpty()) {
        continue;
      }
      principles.add(
          new Principle(
              id.get(),
              source,
              prose.read(says.get()),
              stance(one),
              Answers.prose(one, "evidence", prose),
              one.texts("excerpts"),
              one.texts("cites").stream().flatMap(LibraryReader::citation).toList(),
              one.texts("terms"),
              proses(one, "try", prose),
              proses(one, "avoid", prose)));
    }
    return principles;
  }

  private static Principle.Stance stance(Raw.Mapping one) {
    return switch (value(one, "stance", "")) {
      case "contested" -> Principle.Stance.CONTESTED;
      case "opinion" -> Principle.Stance.OPINION;
      default -> Principle.Stance.SUPPORTED;
    };
  }

  private static java.util.stream.Stream<Principle.Citation> citation(Located<String> written) {
    Matcher matcher = CITATION.matcher(written.value());
    return matcher.matches()
        ? java.util.stream.Stream.of(
            new Principle.Citation(
                written.with(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : java.util.stream.Stream.empty();
  }

  /** {@code glossary.yaml} */
  static List<GlossaryTerm> glossary(Raw.Mapping raw, ProseReader prose) {
    List<GlossaryTerm> terms = new ArrayList<>();
    for (Raw.Mapping one : raw.mappings("terms")) {
      Optional<Located<String>> id = one.text("id");
      Optional<Raw.Scalar> meaning = one.scalar("meaning");
      if (id.isPresent() && meaning.isPresent()) {
        terms.add(
            new GlossaryTerm(
                id.get(),
                text(one, "term").orElse(id.get()),
                one.texts("also"),
                prose.read(meaning.get()),
                one.texts("principles")));
      }
    }
    return terms;
  }

  /** {@code references.yaml} */
  static List<Study> studies(Raw.Mapping raw) {
    List<Study> studies = new ArrayList<>();
    for (Raw.Mapping one : raw.mappings("references")) {
      Optional<Located<String>> id = one.text("id");
      if (id.isPresent() && one.has("found") && !one.texts("authors").isEmpty()) {
        studies.add(
            new Study(
                id.get(),
                one.texts("authors"),
                number(one, "year"),
                text(one, "title"),
                text(one, "container"),
                text(one, "doi"),
                text(one, "found").orElse(id.get())));
      }
    }
    return studies;
  }

  /** {@code sources/<id>.md} */
  static Source source(
      MarkdownFile file,
      Located<String> id,
      Optional<SourceLock> lock,
      Optional<SourceText> text,
      Problems problems) {
    Raw.Mapping matter = file.matter();
    freeText(id, matter.text("license"), text, problems);
    matter
        .text("date")
        .filter(
            date -> LOOKS_LIKE_A_DAY.matcher(date.value()).matches() && !Schema.isDay(date.value()))
        .ifPresent(
            date ->
                problems.schema(
                    date.span(),
                    "`date` is no day of the calendar: \"" + date + "\".",
                    "When it was published: 2012, 2012-05-01."));
    return new Source(
        id,
        text(matter, "title"),
        text(matter, "creator"),
        value(matter, "kind", "article"),
        text(matter, "about"),
        text(matter, "container"),
        text(matter, "url"),
        text(matter, "date"),
        text(matter, "retrieved"),
        text(matter, "rights"),
        text(matter, "license"),
        matter.texts("trademarks"),
        limit(matter, id.span()),
        ranges(matter),
        excerpts(file, id.value(), problems),
        lock,
        matter.has("license") ? text : Optional.empty());
  }

  /** A text stands beside its record where its licence allows that, and only there. */
  private static void freeText(
      Located<String> id,
      Optional<Located<String>> license,
      Optional<SourceText> text,
      Problems problems) {
    String name = id.value() + ".txt";
    if (license.isPresent() && text.isEmpty()) {
      problems.add(
          new Problem(
              "QuoteNotInSource",
              license.get().span(),
              "the text of this source is not beside its record.",
              "Put it there as " + name + ", or remove `license:` and lock what you quote."));
    } else if (license.isEmpty() && text.isPresent()) {
      problems.add(
          new Problem(
              "OrphanFile",
              SourceSpan.wholeFile(id.span().file().replaceFirst("[^/]+$", name)),
              "is the text of a source that is not said to be free.",
              "Take it out and run `rebound source add` on it; or say `license: ours`, or the SPDX id of its open licence, in "
                  + id.value()
                  + ".md."));
    }
  }

  private static Source.QuotationLimit limit(Raw.Mapping matter, SourceSpan id) {
    Raw.Mapping raw = matter.mapping("quotation").orElse(new Raw.Mapping(id, List.of()));
    double percent = 10;
    try {
      percent = Double.parseDouble(value(raw, "share", "10%").replace("%", ""));
    } catch (NumberFormatException reported) {
      // The schema has said so; the default holds.
    }
    return new Source.QuotationLimit(
        raw.span(),
        raw.integer("words").orElse(25),
        percent,
        raw.integer("quotes").map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  private static List<Source.ParagraphRange> ranges(Raw.Mapping matter) {
    List<Source.ParagraphRange> ranges = new ArrayList<>();
    for (Raw.Entry entry :
        matter.mapping("blocks").map(Raw.Mapping::entries).orElse(List.<Raw.Entry>of())) {
      Optional<ParagraphKind> kind =
          entry.value() instanceof Raw.Scalar scalar
              ? List.of(ParagraphKind.values()).stream()
                  .filter(k -> k.word().equals(scalar.text()))
                  .findFirst()
              : Optional.empty();
      String[] ends = entry.key().value().split("-", 2);
      if (kind.isPresent()
          && ends[0].matches("\\d{1,4}")
          && ends[ends.length - 1].matches("\\d{1,4}")) {
        ranges.add(
            new Source.ParagraphRange(
                entry.key().span(),
                Integer.parseInt(ends[0]),
                Integer.parseInt(ends[ends.length - 1]),
                kind.get()));
      }
    }
    return List.copyOf(ranges);
  }

  private static List<Excerpt> excerpts(MarkdownFile file, String source, Problems problems) {
    List<Excerpt> excerpts = new ArrayList<>();
    List<Block> body = file.body();
    for (int i = 0; i < body.size(); i++) {
      if (!(body.get(i) instanceof Block.Heading heading)) {
        continue;
      }
      Located<String> id =
          new Located<>(
              Markup.plain(heading.content()), extent(heading.content()).orElse(heading.span()));
      if (!Slug.isId(id.value())) {
        problems.syntax(
            id.span(),
            "\"" + id.value() + "\" cannot be an excerpt's id.",
            "An id is lower-case letters, digits and single hyphens.");
        continue;
      }
      if (i + 1 < body.size()
          && body.get(i + 1) instanceof Block.BlockQuote quote
          && quote.content().size() == 1
          && quote.content().get(0) instanceof Block.Paragraph words) {
        Located<String> text =
            new Located<>(
                Markup.plain(words.content()), extent(words.content()).orElse(words.span()));
        excerpts.add(new Excerpt(source, id, text, paragraph(body, i + 2)));
      } else {
        problems.syntax(
            heading.span(),
            "excerpt \"" + id.value() + "\" has no words.",
            "Write them under the heading as a quote of one paragraph: > a short fragment");
      }
    }
    return List.copyOf(excerpts);
  }

  /** From its first part to its last. */
  private static Optional<SourceSpan> extent(List<Inline> run) {
    return run.isEmpty()
        ? Optional.empty()
        : Optional.of(run.get(0).span().to(run.get(run.size() - 1).span()));
  }

  private static OptionalInt paragraph(List<Block> body, int at) {
    if (at < body.size() && body.get(at) instanceof Block.Paragraph note) {
      Matcher matcher = PARAGRAPH.matcher(Markup.plain(note.content()));
      if (matcher.matches()) {
        return OptionalInt.of(Integer.parseInt(matcher.group(1)));
      }
    }
    return OptionalInt.empty();
  }

  /** {@code sources/<id>.lock} */
  static Optional<SourceLock> lock(SourceFile file, Problems problems) {
    List<Problem> broken = new ArrayList<>();
    Optional<Raw> raw = YamlReader.read(file, broken::add);
    raw.ifPresent(value -> Schema.of("lock").check(value, "the lock", broken::add));
    if (!broken.isEmpty() || raw.isEmpty()) {
      // Nobody mends a lock by hand: the first flaw says enough.
      broken.stream()
          .limit(1)
          .forEach(
              first -> problems.syntax(first.span(), "damaged lock: " + first.message(), AGAIN));
      return Optional.empty();
    }
    Raw.Mapping lock = (Raw.Mapping) raw.get();
    List<SourceLock.LockedParagraph> paragraphs = new ArrayList<>();
    for (Raw.Mapping one : lock.mappings("paragraphs")) {
      paragraphs.add(
          new SourceLock.LockedParagraph(
              number(one, "number"),
              ParagraphKind.of(value(one, "kind", "boilerplate")),
              number(one, "words"),
              text(one, "digest").map(Located::value)));
    }
    List<SourceLock.LockedExcerpt> excerpts = new ArrayList<>();
    for (Raw.Mapping one : lock.mappings("excerpts")) {
      excerpts.add(
          new SourceLock.LockedExcerpt(
              one.span(),
              value(one, "id", ""),
              number(one, "paragraph"),
              number(one, "firstWord"),
              number(one, "words"),
              one.isTrue("wholeSentence"),
              Math.max(1, number(one, "places")),
              value(one, "digest", "")));
    }
    SourceLock read =
        new SourceLock(
            lock.span(),
            lock.integer("version").orElse(1),
            value(lock, "salt", ""),
            lock.text("creator").map(Located::value),
            List.copyOf(paragraphs),
            List.copyOf(excerpts),
            windows(lock, broken::add));
    Optional<Located<String>> checksum = lock.text("checksum");
    if (broken.isEmpty()
        && read.version() > 1
        && checksum.filter(it -> it.value().equals(read.checksum())).isEmpty()) {
      problems.syntax(
          checksum.map(Located::span).orElse(lock.span()),
          "damaged lock: something in it was changed after it was written.",
          AGAIN);
      return Optional.empty();
    }
    broken.forEach(problems::add);
    return Optional.of(read);
  }

  private static Windows windows(Raw.Mapping lock, Problems problems) {
    Raw.Scalar packed = lock.scalar("windows").orElseThrow();
    try {
      byte[] bytes = Base64.getDecoder().decode(packed.text().replace("\n", ""));
      long[] windows = new long[bytes.length / Long.BYTES];
      ByteBuffer.wrap(bytes).asLongBuffer().get(windows);
      if (windows.length * Long.BYTES == bytes.length) {
        return Windows.of(windows);
      }
    } catch (IllegalArgumentException broken) {
      // Said below.
    }
    problems.syntax(packed.span(), "damaged lock: the windows cannot be read.", AGAIN);
    return Windows.of(List.of());
  }

  /** {@code reviews.lock} */
  static List<Review> reviews(Raw.Mapping raw) {
    List<Review> reviews = new ArrayList<>();
    int version = raw.integer("version").orElse(1);
    for (Raw.Mapping one : raw.mappings("reviews")) {
      one.text("question")
          .ifPresent(
              question ->
                  reviews.add(
                      new Review(
                          question,
                          value(one, "reviewed", ""),
                          value(one, "by", ""),
                          one.integer("version").orElse(version),
                          one.texts("saw").stream()
                              .filter(part -> part.value().indexOf(' ') > 0)
                              .map(LibraryReader::part)
                              .toList())));
    }
    return reviews;
  }

  private static Review.Part part(Located<String> written) {
    int space = written.value().lastIndexOf(' ');
    return new Review.Part(
        written.value().substring(0, space), written.value().substring(space + 1));
  }

  /** {@code dialogues/<id>.md} */
  static Dialogue dialogue(MarkdownFile file, Located<String> id, Problems problems) {
    List<Dialogue.Turn> poor = new ArrayList<>();
    List<Dialogue.Turn> good = new ArrayList<>();
    List<Dialogue.Turn> current = null;
    for (Block block : file.body()) {
      if (block instanceof Block.Heading heading) {
        current =
            switch (Markup.plain(heading.content()).toLowerCase(Locale.ROOT)) {
              case "poor" -> poor;
              case "good" -> good;
              default -> null;
            };
        if (current == null) {
          problems.syntax(
              heading.span(), "a dialogue has no such part.", "Its parts are # Poor and # Good.");
        }
        continue;
      }
      Optional<Dialogue.Turn> turn = turn(block);
      if (turn.isEmpty()) {
        problems.syntax(
            block.span(),
            "this is no turn of a dialogue.",
            "A turn is a paragraph: **Name:** words");
      } else if (current != null) {
        current.add(turn.get());
      }
    }
    for (var part : List.of(new Part("Poor", poor), new Part("Good", good))) {
      if (part.turns.isEmpty() && file.isRead()) {
        problems.syntax(
            SourceSpan.wholeFile(file.file().name()),
            "has no turns under # " + part.name + ".",
            "Show the same moment twice: # Poor, then # Good.");
      }
    }
    return new Dialogue(
        id,
        text(file.matter(), "title").orElse(id),
        text(file.matter(), "setting"),
        List.copyOf(poor),
        List.copyOf(good));
  }

  private record Part(String name, List<Dialogue.Turn> turns) {}

  private static Optional<Dialogue.Turn> turn(Block block) {
    if (!(block instanceof Block.Paragraph paragraph)
        || paragraph.content().isEmpty()
        || !(paragraph.content().get(0) instanceof Inline.Strong name)) {
      return Optional.empty();
    }
    String speaker = Markup.plain(name.content());
    Optional<SourceSpan> written = extent(name.content());
    if (!speaker.endsWith(":") || written.isEmpty()) {
      return Optional.empty();
    }
    int length = speaker.length();
    Located<String> who =
        new Located<>(speaker.substring(0, length - 1), written.get().part(0, length - 1, length));
    List<Inline> words = new ArrayList<>();
    List<Reference> turningPoints = new ArrayList<>();
    for (Inline inline : paragraph.content().subList(1, paragraph.content().size())) {
      if (inline instanceof Inline.Mapping mapping) {
        turningPoints.add(mapping.to());
      } else {
        words.add(inline);
      }
    }
    return Optional.of(
        new Dialogue.Turn(paragraph.span(), who, List.copyOf(words), List.copyOf(turningPoints)));
  }

  private static List<dev.rebound.source.Prose> proses(
      Raw.Mapping raw, String key, ProseReader prose) {
    return raw
        .get(key)
        .filter(Raw.Sequence.class::isInstance)
        .map(list -> ((Raw.Sequence) list).items())
        .orElse(List.of())
        .stream()
        .filter(Raw.Scalar.class::isInstance)
        .map(item -> prose.read((Raw.Scalar) item))
        .toList();
  }

  static String value(Raw.Mapping raw, String key, String otherwise) {
    return raw.text(key).map(Located::value).orElse(otherwise);
  }

  private static Optional<Located<String>> text(Raw.Mapping raw, String key) {
    return raw.text(key);
  }

  private static int number(Raw.Mapping raw, String key) {
    return raw.integer(key).orElse(0);
  }
}
