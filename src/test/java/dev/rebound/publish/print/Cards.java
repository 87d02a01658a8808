package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.fail;

import dev.rebound.check.Unchecked;
import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.CourseFiles;
import dev.rebound.course.CoursePlan;
import dev.rebound.course.Extras;
import dev.rebound.course.Lesson;
import dev.rebound.course.Module;
import dev.rebound.course.Principle;
import dev.rebound.course.Principle.Stance;
import dev.rebound.course.Printing;
import dev.rebound.course.Settings;
import dev.rebound.course.Source;
import dev.rebound.load.WordsReader;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.Reference;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A small course with five cards, made without reading a file. */
final class Cards {
  static final SourceSpan SPAN = new SourceSpan("content/test.yaml", 1, 1);

  static final Map<String, String> WORDS = words();

  static final List<Card> FIVE =
      List.of(
          card(
              "agree",
              "Agree with the value",
              "When the customer attacks",
              List.of(
                  "Hear what they care about.",
                  "Agree that it matters.",
                  "Give it to them now, by an act.",
                  "Look at the facts later, together."),
              List.of(
                  List.of("Your time matters. Let me move.", "Our log shows it was on time."),
                  List.of("This has dragged on for you.", "Please watch your tone."),
                  List.of("A safe home matters. I'll ask him.", "Yes, he broke it. Our fault."))),
          card(
              "friction",
              "Find the leak",
              "When the same trouble comes back",
              List.of(
                  "Product: does the thing do its job?",
                  "Delivery: was it easy to get, and on time?",
                  "Attitude: how did we speak and care?",
                  "Relationship: did we stay in touch?"),
              List.of(
                  List.of("Thank you. Now we can act on it.", "We hear that from no one else."),
                  List.of("Who does this better than we do?", "We are not that company."),
                  List.of("You may settle it, up to 50 euros.", "Ask me before you promise."))),
          card(
              "bounce",
              "Fix, concern, something extra",
              "When we have let someone down",
              List.of(
                  "Fix it now. Ask about fault later.",
                  "Say sorry for the trouble you name.",
                  "Then add a small extra.",
                  "Call some days later."),
              List.of(
                  List.of("Sorry. You waited in the rain for us.", "These things happen."),
                  List.of("Let me carry it to your car.", "Here is ten per cent off."),
                  List.of("How has it been since Friday?", "The ticket is closed.")),
              "raised"),
          card(
              "four-steps",
              "Four steps",
              "When the customer is furious",
              List.of(
                  "Listen to the end. Say it back.",
                  "Hold corrections. Feel with them.",
                  "Offer the best you can do now.",
                  "Name obstacles, then ask for ideas."),
              List.of(
                  List.of("So: late, scratched, no call. Right?", "Let me stop you there."),
                  List.of("In your place I'd be angry too.", "Actually, it was Tuesday."),
                  List.of("What would help until Thursday?", "That is our final offer."))),
          card(
              "dont-defend",
              "Reassure, don't defend",
              "When our own people are blamed",
              List.of(
                  "Make it about the customer.",
                  "Own it in one short sentence.",
                  "Answer the feeling and the need.",
                  "Show your standard now."),
              List.of(
                  List.of("This time we failed you.", "Our ratings are excellent."),
                  List.of("You deserved a gentle answer.", "She is our kindest nurse."),
                  List.of("I'm bringing the right one myself.", "It will not happen again."))));

  private Cards() {}

  private static Map<String, String> words() {
    String file = new Templates(Optional.empty()).text("words/en.yaml");
    return WordsReader.read("words/en.yaml", file, problem -> fail(problem.message()));
  }

  static Card card(
      String id, String title, String subtitle, List<String> lines, List<List<String>> pairs) {
    return card(id, title, subtitle, lines, pairs, "plain");
  }

  static Card card(
      String id,
      String title,
      String subtitle,
      List<String> lines,
      List<List<String>> pairs,
      String principle) {
    List<List<Block>> items = new ArrayList<>();
    lines.forEach(line -> items.add(List.of(new Block.Paragraph(SPAN, line(line, principle)))));
    List<List<List<Inline>>> rows = new ArrayList<>();
    pairs.forEach(pair -> rows.add(pair.stream().map(cell -> line(cell, principle)).toList()));
    return new Card(
        new Located<>(id, SPAN),
        new Located<>(title, SPAN),
        Optional.of(subtitle)
            .filter(text -> !text.isEmpty())
            .map(text -> new Located<>(text, SPAN)),
        List.of(new Block.ItemList(SPAN, true, 1, items)),
        List.of(new Block.Table(SPAN, List.of(text("Say"), text("Instead of")), rows)));
  }

  static Content content(List<Card> cards, String... stocks) {
    return content(cards, Optional.empty(), List.of(), stocks);
  }

  private static Content content(
      List<Card> cards, Optional<String> site, List<Lesson> lessons, String... stocks) {
    Settings settings =
        new Settings(
            new Located<>("Rebound", SPAN),
            new Located<>("Rebound", SPAN),
            new Located<>("#0b6e4f", SPAN),
            Optional.empty(),
            "en",
            new Located<>("CC BY 4.0. Quotations belong to their authors.", SPAN),
            new Located<>("2026-11-22", SPAN),
            new Located<>("1.0.0", SPAN),
            site.map(it -> new Located<>(it, SPAN)),
            Map.of(),
            false,
            new Located<>("a4", SPAN),
            Optional.empty(),
            Map.of(),
            List.of());
    Course course =
        new Course(
            new CoursePlan(
                new Located<>("recovery", SPAN),
                "content/courses/recovery",
                new Located<>("Service recovery", SPAN),
                "en",
                Optional.empty(),
                80,
                lessons.isEmpty()
                    ? List.of()
                    : List.of(
                        new Module(
                            1,
                            new Located<>("calm", SPAN),
                            new Located<>("Calm", SPAN),
                            List.of(),
                            lessons.stream().map(Lesson::id).toList(),
                            List.of(),
                            Optional.empty())),
                Optional.empty(),
                cards.stream().map(Card::id).toList(),
                Optional.of(
                    new Printing(
                        List.of(stocks).stream().map(name -> new Located<>(name, SPAN)).toList(),
                        false,
                        1)),
                false,
                false),
            new CourseFiles(
                lessons, List.of(), cards, List.of(), List.of(), List.of(), Extras.NONE));
    return new Content(
        settings,
        List.of(source()),
        List.of(
            principle("plain", Stance.SUPPORTED, "Known since long (Smith 1999)."),
            principle(
                "raised",
                Stance.CONTESTED,
                "Satisfaction can rise, but repurchase, word of mouth and image do not (de Matos,"
                    + " Henrique & Rossi 2007). Likelier after a mild first failure outside the"
                    + " firm’s control (Magnini et al. 2007); gone after a second failure (Maxham &"
                    + " Netemeyer 2002).")),
        List.of(),
        List.of(),
        List.of(course),
        List.of(),
        List.of());
  }

  static byte[] pdf(List<Card> cards, String stock) {
    return pdf(content(cards, stock));
  }

  /** The cards of a course on its first stock. */
  static byte[] pdf(Content content) {
    List<Artefact> artefacts = publisher().artefacts(Unchecked.content(content));
    return artefacts.get(0).bytes();
  }

  static Content withAddress(String stock) {
    return withAddress(FIVE, stock);
  }

  /** Where the publisher has a site, and one lesson teaches what the cards map to. */
  static Content withAddress(List<Card> cards, String stock) {
    return content(
        cards,
        Optional.of("https://example.org/training"),
        List.of(
            new Lesson(
                new Located<>("calm", SPAN),
                new Located<>("Calm", SPAN),
                List.of(new Located<>("plain", SPAN), new Located<>("raised", SPAN)),
                5,
                List.of())),
        stock);
  }

  static CardPrinter printer() {
    Templates templates = new Templates(Optional.empty());
    return new CardPrinter(() -> templates, templates.digest(), UiMessages.always(WORDS));
  }

  static PrintPublisher publisher() {
    return new PrintPublisher(
        new Templates(Optional.empty()), UiMessages.always(WORDS), KeptResults.NONE);
  }

  private static Source source() {
    return new Source(
        new Located<>("nasser", SPAN),
        Optional.of(
            new Located<>("Leaders, Can You Ace This Customer Service Recovery Moment?", SPAN)),
        Optional.of(new Located<>("Kate Nasser", SPAN)),
        "article",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Located<>("2012", SPAN)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new Source.QuotationLimit(SPAN, 25, 10, OptionalInt.empty()),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Principle principle(String id, Stance stance, String evidence) {
    return new Principle(
        new Located<>(id, SPAN),
        "nasser",
        new Prose(SPAN, text("So it is.")),
        stance,
        Optional.of(new Prose(SPAN, text(evidence))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<Inline> line(String words, String principle) {
    return List.of(
        new Inline.Text(SPAN, words + " "),
        new Inline.Mapping(new Reference("principle", principle, SPAN)));
  }

  private static List<Inline> text(String words) {
    return List.of(new Inline.Text(SPAN, words));
  }
}
