package dev.rebound.exchange.qti;

import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Notes;
import dev.rebound.exchange.Texts;
import dev.rebound.exchange.XmlElement;
import dev.rebound.exchange.qti.Interaction.Choice;
import dev.rebound.exchange.qti.Interaction.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an {@code assessmentItem} of QTI 2.0 to 3.0. */
final class ItemReader {
  /** What is written around a unit, and around what cannot be marked in hot text. */
  static final String UNIT = "unit";

  static final String SEGMENT = "segment";

  private static final int MOST_FEEDBACK = 2_000;

  private static final Set<String> COMPUTED =
      Set.of("templateBlock", "templateInline", "printedVariable");

  private final XmlElement xml;
  private final Texts texts;
  private final List<Interaction> interactions = new ArrayList<>();
  private final List<ResponseProcessing.Feedback> feedback = new ArrayList<>();
  private final Set<String> unknown = new LinkedHashSet<>();
  private boolean computed;
  private String model = "";
  private String unit = "";

  /**
   * @param xml by the names of 2.x
   */
  ItemReader(XmlElement xml, Texts texts) {
    this.xml = xml;
    this.texts = texts;
  }

  /**
   * @param id of the question
   * @param notes what its package says of it
   * @return nothing where it is no question here, which is reported
   */
  Optional<Item> read(String id, List<String> notes) {
    String stem =
        xml.child("itemBody").map(body -> HtmlOf.of(body.children(), this::instead)).orElse("");
    xml.children("modalFeedback").forEach(this::feedback);
    if (computed || xml.child("templateProcessing").isPresent()) {
      texts.lost(
          Loss.What.QUESTION, "its text or key is computed for each learner, so it is left out.");
      return Optional.empty();
    }
    if (xml.attribute("adaptive").equals("true")) {
      texts.lost(
          Loss.What.QUESTION, "it changes with what was answered before, so it is left out.");
      return Optional.empty();
    }
    if (!unknown.isEmpty()) {
      texts.lost(
          Loss.What.QUESTION,
          "there is no type for " + String.join(", ", unknown) + " here; it is left out.");
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>(notes);
    xml.children(XmlElement.COMMENT)
        .map(XmlElement::text)
        .filter(it -> it.startsWith(Notes.OURS))
        .forEach(lines::add);
    List<String> tags = new ArrayList<>();
    List<Notes.Note> ours = Notes.read(lines, tags);
    tags.forEach(tag -> texts.lost(Loss.What.TAG, "the keyword \"" + tag + "\" is left out."));
    if (xml.child("assessmentStimulusRef").isPresent()) {
      texts.lost(Loss.What.TEXT, "a text that several items share is left out.");
    }
    return Optional.of(
        new Item(
            xml.span(),
            id,
            xml.attribute("title"),
            stem,
            interactions,
            new ResponseProcessing(xml, feedback),
            model,
            unit,
            ours));
  }

  private Optional<String> instead(XmlElement it) {
    String name = it.name();
    if (COMPUTED.contains(name)) {
      computed = true;
      return Optional.of("");
    }
    switch (name) {
      case "feedbackBlock", "feedbackInline" -> {
        feedback(it);
        return Optional.of("");
      }
      case "rubricBlock" -> {
        return Optional.of(rubric(it));
      }
      case "stylesheet", "catalogInfo" -> {
        return Optional.of("");
      }
      case "span" -> {
        if (it.attribute("class").equals(UNIT)) {
          unit = it.text().strip();
          return Optional.of("");
        }
        return Optional.empty();
      }
      case "endAttemptInteraction" -> {
        texts.lost(Loss.What.HINTS, "a button that asks for a hint is left out.");
        return Optional.of("");
      }
      default -> {}
    }
    if (!name.endsWith("Interaction")) {
      return Optional.empty();
    }
    Optional<Interaction> read = interaction(it);
    if (read.isEmpty()) {
      unknown.add(name);
      return Optional.of("");
    }
    interactions.add(read.get());
    return Optional.of(Interaction.mark(interactions.size() - 1));
  }

  private void feedback(XmlElement it) {
    if (feedback.size() >= MOST_FEEDBACK) {
      return;
    }
    feedback.add(
        new ResponseProcessing.Feedback(
            it.attribute("outcomeIdentifier"),
            it.attribute("identifier"),
            !it.attribute("showHide").equals("hide"),
            HtmlOf.of(it.children(), this::instead)));
  }

  private String rubric(XmlElement it) {
    String view = it.attribute("view");
    String html = HtmlOf.of(it.children(), this::instead);
    if (view.contains("candidate")) {
      return "<div>" + html + "</div>";
    }
    if (view.contains("scorer")) {
      model += html;
    } else {
      texts.lost(Loss.What.TEXT, "what is said to " + view + " alone is left out.");
    }
    return "";
  }

  private Optional<Interaction> interaction(XmlElement it) {
    return switch (it.name()) {
      case "choiceInteraction" -> Optional.of(list(Kind.CHOICE, it, "simpleChoice"));
      case "orderInteraction" -> Optional.of(list(Kind.ORDER, it, "simpleChoice"));
      case "inlineChoiceInteraction" -> Optional.of(list(Kind.INLINE, it, "inlineChoice"));
      case "associateInteraction" ->
          Optional.of(list(Kind.ASSOCIATE, it, "simpleAssociableChoice"));
      case "matchInteraction" -> match(it);
      case "gapMatchInteraction" -> gaps(it);
      case "hottextInteraction" -> hotText(it);
      case "textEntryInteraction" ->
          Optional.of(simple(isNumber(it) ? Kind.NUMBER : Kind.TEXT, it));
      case "sliderInteraction" -> {
        texts.lost(Loss.What.TYPE, "its slider became a number to type.");
        yield Optional.of(simple(Kind.NUMBER, it));
      }
      case "extendedTextInteraction" -> Optional.of(simple(Kind.ESSAY, it));
      default -> Optional.empty();
    };
  }

  private Optional<XmlElement> declaration(XmlElement interaction) {
    String response = interaction.attribute("responseIdentifier");
    return xml.children("responseDeclaration")
        .filter(it -> it.attribute("identifier").equals(response))
        .findFirst();
  }

  private boolean isNumber(XmlElement interaction) {
    return declaration(interaction).map(Declaration::of).filter(Declaration::isNumber).isPresent();
  }

  private boolean isMultiple(XmlElement interaction) {
    return declaration(interaction)
        .filter(it -> it.attribute("cardinality").equals("multiple"))
        .isPresent();
  }

  private String prompt(XmlElement it) {
    return it.child("prompt").map(prompt -> HtmlOf.of(prompt.children(), this::instead)).orElse("");
  }

  private Interaction simple(Kind kind, XmlElement it) {
    return new Interaction(kind, it.attribute("responseIdentifier"), prompt(it));
  }

  private Interaction list(Kind kind, XmlElement it, String choice) {
    return new Interaction(
        kind,
        it.attribute("responseIdentifier"),
        prompt(it),
        "",
        isMultiple(it),
        it.attribute("shuffle").equals("true"),
        choices(it, choice),
        List.of());
  }

  private List<Choice> choices(XmlElement parent, String name) {
    return parent
        .children(name)
        .map(
            it ->
                new Choice(
                    it.attribute("identifier"), HtmlOf.of(it.children(), this::instead).strip()))
        .toList();
  }

  private Optional<Interaction> match(XmlElement it) {
    List<XmlElement> sets = it.children("simpleMatchSet").toList();
    if (sets.size() != 2) {
      return Optional.empty();
    }
    return Optional.of(
        new Interaction(
            Kind.MATCH,
            it.attribute("responseIdentifier"),
            prompt(it),
            "",
            true,
            it.attribute("shuffle").equals("true"),
            choices(sets.get(0), "simpleAssociableChoice"),
            choices(sets.get(1), "simpleAssociableChoice")));
  }

  /** Words to drag into gaps; pictures to drag are something else. */
  private Optional<Interaction> gaps(XmlElement it) {
    if (it.child("gapImg").isPresent()) {
      return Optional.empty();
    }
    List<Choice> gaps = new ArrayList<>();
    String body = inText(it, "gap", gaps);
    return Optional.of(
        new Interaction(
            Kind.GAPS,
            it.attribute("responseIdentifier"),
            prompt(it),
            body,
            true,
            false,
            choices(it, "gapText"),
            gaps));
  }

  private Optional<Interaction> hotText(XmlElement it) {
    List<Choice> phrases = new ArrayList<>();
    String body = inText(it, "hottext", phrases);
    return Optional.of(
        new Interaction(
            Kind.HOT_TEXT,
            it.attribute("responseIdentifier"),
            prompt(it),
            body,
            isMultiple(it),
            false,
            phrases,
            List.of()));
  }

  /**
   * A text with a mark for each of these. What cannot be marked but is a segment of its own has a
   * mark, too, and an empty identifier.
   */
  private String inText(XmlElement interaction, String name, List<Choice> found) {
    List<XmlElement> nodes =
        interaction.children().stream()
            .filter(it -> !it.is("prompt") && !it.is("gapText"))
            .toList();
    return HtmlOf.of(
        nodes,
        it -> {
          boolean segment = it.is("span") && it.attribute("class").equals(SEGMENT);
          if (!it.is(name) && !segment) {
            return instead(it);
          }
          String id = segment ? "" : it.attribute("identifier");
          found.add(new Choice(id, HtmlOf.of(it.children(), this::instead).strip()));
          return Optional.of(Interaction.mark(found.size() - 1));
        });
  }
}
