package dev.rebound.exchange.qti;

import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Notes;
import dev.rebound.exchange.Texts;
import dev.rebound.exchange.XmlElement;
import dev.rebound.exchange.qti.Interaction.Choice;
import dev.rebound.exchange.qti.Interaction.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an {@code item} of QTI 1.2, of a cartridge, or as Canvas and Blackboard write it. */
final class ResultItem {
  private static final String MATCH = "pairs";

  private final XmlElement xml;
  private final Texts texts;
  private final Map<String, String> metadata;
  private final Map<String, String> feedback = new LinkedHashMap<>();
  private final List<XmlElement> responses = new ArrayList<>();
  private final List<String> hints = new ArrayList<>();
  private String model = "";

  ResultItem(XmlElement xml, Map<String, String> metadata, Texts texts) {
    this.xml = xml;
    this.metadata = metadata;
    this.texts = texts;
  }

  /** Every {@code qtimetadatafield} below, by its label in lower case; the last counts. */
  static Map<String, String> metadata(XmlElement it) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields(it, fields);
    return fields;
  }

  private static void fields(XmlElement it, Map<String, String> fields) {
    if (it.is("qtimetadatafield")) {
      fields.put(it.value("fieldlabel"), it.value("fieldentry"));
    } else if (it.name().startsWith("qmd_") || it.name().startsWith("bbmd_")) {
      fields.put(it.name(), it.text().strip());
    } else if (!it.is("presentation")) {
      it.children().forEach(child -> fields(child, fields));
    }
  }

  List<String> hints() {
    return hints;
  }

  Optional<Item> read(String id, List<Notes.Note> notes) {
    xml.children("itemfeedback").forEach(this::itemFeedback);
    String stem = xml.child("presentation").map(it -> Material.html(it, this::response)).orElse("");
    if (stem.length() > Questions.LONGEST) {
      texts.lost(Loss.What.QUESTION, "its text is very long; it is left out.");
      return Optional.empty();
    }
    Optional<XmlElement> unknown =
        responses.stream()
            .filter(it -> it.is("response_xy") || it.is("response_grp") || !hasRender(it))
            .findFirst();
    if (unknown.isPresent()) {
      texts.lost(
          Loss.What.QUESTION,
          "there is no type for " + unknown.get().name() + " here; it is left out.");
      return Optional.empty();
    }
    Set<String> ordered = new LinkedHashSet<>();
    responses.stream()
        .filter(it -> it.attribute("rcardinality").equalsIgnoreCase("ordered"))
        .forEach(it -> ordered.add(it.attribute("ident")));
    Conditions conditions = new Conditions(xml, feedback, ordered);
    return Optional.of(item(id, stem, conditions, notes));
  }

  private Item item(String id, String stem, Conditions conditions, List<Notes.Note> notes) {
    boolean lists = responses.stream().allMatch(it -> it.is("response_lid"));
    boolean several = lists && responses.size() > 1;
    String type = type();
    if (several && !type.contains("blank") && !type.contains("dropdown") && !isCloze(stem)) {
      ResultPairs pairs = new ResultPairs(responses, conditions, MATCH);
      String text = stem.replaceAll(Interaction.MARK, " ") + Interaction.mark(0);
      return made(id, text, List.of(pairs.interaction()), pairs.scorer(), notes);
    }
    List<Interaction> interactions = new ArrayList<>();
    Map<String, Map<String, String>> typed = new LinkedHashMap<>();
    String text = stem;
    for (int i = 0; i < responses.size(); i++) {
      XmlElement response = responses.get(i);
      Interaction interaction = interaction(response, conditions, several);
      interactions.add(interaction);
      if (several || isGap(response)) {
        String name = "[" + Material.plain(response) + "]";
        boolean named = name.length() > 2 && text.contains(name);
        if (named) {
          text = text.replace(Interaction.mark(i), "").replace(name, Interaction.mark(i));
        }
        if (interaction.kind() == Kind.TEXT) {
          typed.put(interaction.response(), accepted(response, conditions));
        }
      }
    }
    return made(
        id, text, interactions, typed.isEmpty() ? conditions : typing(conditions, typed), notes);
  }

  private Item made(
      String id,
      String stem,
      List<Interaction> interactions,
      Scorer scorer,
      List<Notes.Note> notes) {
    return new Item(
        xml.span(), id, xml.attribute("title"), stem, interactions, scorer, model, "", notes);
  }

  /** What is typed into a gap whose accepted words are labels. */
  private static Scorer typing(Conditions conditions, Map<String, Map<String, String>> typed) {
    Set<String> words = new LinkedHashSet<>();
    typed.values().forEach(it -> words.addAll(it.keySet()));
    return new Through(
        conditions,
        given -> {
          Map<String, List<String>> all = new LinkedHashMap<>(given);
          typed.forEach(
              (response, labels) ->
                  all.computeIfPresent(
                      response,
                      (key, value) ->
                          value.stream().map(it -> labels.getOrDefault(it, it)).toList()));
          return all;
        },
        words,
        Map.of());
  }

  private String type() {
    return String.join(
            " ",
            metadata.getOrDefault("question_type", ""),
            metadata.getOrDefault("cc_profile", ""),
            metadata.getOrDefault("qmd_itemtype", ""),
            metadata.getOrDefault("bbmd_questiontype", ""))
        .toLowerCase(Locale.ROOT);
  }

  /** Whether the text names each response in brackets: {@code The [colour] house}. */
  private boolean isCloze(String stem) {
    return responses.stream()
        .map(Material::plain)
        .allMatch(it -> !it.isEmpty() && stem.contains("[" + it + "]"));
  }

  private boolean isGap(XmlElement response) {
    return type().contains("blanks") && response.is("response_lid");
  }

  private static boolean hasRender(XmlElement response) {
    return response.children().stream()
        .anyMatch(
            it ->
                it.is("render_choice")
                    || it.is("render_fib")
                    || it.is("render_slider")
                    || (it.is("render_extension") && it.child("ims_render_object").isPresent()));
  }

  private String response(XmlElement it) {
    responses.add(it);
    return Interaction.mark(responses.size() - 1);
  }

  private Interaction interaction(XmlElement it, Conditions conditions, boolean gap) {
    String response = it.attribute("ident");
    if (isGap(it)) {
      List<Choice> words = new ArrayList<>();
      labels(it, words);
      return new Interaction(Kind.TEXT, response, "", "", false, false, words, List.of());
    }
    boolean lists = it.is("response_lid");
    String prompt = Material.html(it, other -> "");
    if (!lists || it.child("render_fib").isPresent()) {
      boolean number = isNumber(it);
      boolean judged = conditions.isAbout(response) && !type().contains("essay");
      Kind typed = number ? Kind.NUMBER : Kind.TEXT;
      return new Interaction(judged ? typed : Kind.ESSAY, response, prompt);
    }
    List<Choice> choices = new ArrayList<>();
    labels(it, choices);
    String cardinality = it.attribute("rcardinality").toLowerCase(Locale.ROOT);
    Kind kind = cardinality.equals("ordered") ? Kind.ORDER : gap ? Kind.INLINE : Kind.CHOICE;
    boolean shuffled =
        it.children().stream()
            .anyMatch(render -> render.attribute("shuffle").equalsIgnoreCase("yes"));
    return new Interaction(
        kind,
        response,
        gap ? "" : prompt,
        "",
        cardinality.equals("multiple"),
        shuffled,
        choices,
        List.of());
  }

  private boolean isNumber(XmlElement it) {
    String fib =
        it.child("render_fib")
            .map(render -> render.attribute("fibtype"))
            .orElse("")
            .toLowerCase(Locale.ROOT);
    return it.is("response_num")
        || fib.equals("decimal")
        || fib.equals("integer")
        || fib.equals("scientific")
        || type().contains("numeric")
        || it.child("render_slider").isPresent();
  }

  static void labels(XmlElement it, List<Choice> found) {
    for (XmlElement child : it.children()) {
      if (child.is("response_label")) {
        found.add(new Choice(child.attribute("ident"), Material.html(child, other -> "").strip()));
      } else {
        labels(child, found);
      }
    }
  }

  /** Of a gap to type into every label is accepted, though one alone may stand in the scoring. */
  private static Map<String, String> accepted(XmlElement response, Conditions conditions) {
    List<Choice> choices = new ArrayList<>();
    labels(response, choices);
    Map<String, String> byText = new LinkedHashMap<>();
    conditions.suggestions(response.attribute("ident")).stream()
        .findFirst()
        .ifPresent(
            right -> choices.forEach(it -> byText.put(Material.words(it.html()), right.get(0))));
    return byText;
  }

  private void itemFeedback(XmlElement it) {
    it.children("hint").map(hint -> Material.html(hint, other -> "")).forEach(hints::add);
    Optional<XmlElement> solution = it.child("solution");
    if (solution.isPresent()) {
      model = Material.html(solution.get(), other -> "");
      return;
    }
    if (it.child("hint").isEmpty()) {
      feedback.put(it.attribute("ident"), Material.html(it, other -> ""));
    }
  }
}
