package dev.rebound.exchange.qti;

import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.Notes;
import dev.rebound.exchange.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes a question as an item of QTI 2.1 or 3.0, in the order of elements that both ask for. */
final class ItemWriter {
  static final String RESPONSE = "RESPONSE";
  static final String SCORE = "SCORE";

  private final BankQuestion it;
  private final UnaryOperator<String> html;
  private final QtiXml xml;
  private final Version version;
  private final Response response;

  /**
   * @param html a Markdown text as XHTML
   * @param plain a Markdown text without its marks
   */
  ItemWriter(
      BankQuestion question,
      Version version,
      UnaryOperator<String> html,
      UnaryOperator<String> plain) {
    this.it = question;
    this.version = version;
    this.html = html;
    this.xml = new QtiXml(version.three());
    this.response = new Response(question, plain);
  }

  String write(String identifier, List<Notes.Note> notes) {
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .open(
            "assessmentItem",
            "xmlns",
            version.items(),
            "identifier",
            identifier,
            "title",
            it.id(),
            "adaptive",
            "false",
            "timeDependent",
            "false")
        .line();
    new DeclarationWriter(response, xml).write();
    xml.open("itemBody");
    body();
    xml.close("itemBody").line();
    new ProcessingWriter(response, xml, version).write();
    feedback();
    notes.forEach(note -> xml.comment(note.toString()));
    return xml.close("assessmentItem").line().toString();
  }

  private void body() {
    switch (it.type()) {
      case "choice" ->
          list(
              "choiceInteraction",
              it.answers(),
              "shuffle",
              String.valueOf(it.is(BankQuestion.SHUFFLE)),
              "maxChoices",
              it.several() ? "0" : "1");
      case "true-false" -> trueFalse();
      case "sequencing" -> list("orderInteraction", it.answers(), "shuffle", "true");
      case "matching" -> {
        List<BankAnswer> pairs = it.answers(Role.PAIR);
        match(pairs, it.answers(Role.PAIR, Role.EXTRA), "1");
      }
      case "sort" -> match(it.answers(Role.ENTRY), it.answers(Role.CATEGORY), "0");
      case "fill-in" -> entry("");
      case "numeric" -> entry(it.setting(BankQuestion.UNIT).orElse(""));
      case "hot-text" -> hotText();
      default -> essay();
    }
  }

  private void prompt() {
    xml.open("prompt").raw(html.apply(it.stem())).close("prompt");
  }

  private void list(String name, List<BankAnswer> answers, String... attributes) {
    List<String> all = new ArrayList<>(List.of("responseIdentifier", RESPONSE));
    all.addAll(List.of(attributes));
    xml.open(name, all.toArray(String[]::new));
    prompt();
    for (int i = 0; i < answers.size(); i++) {
      xml.open("simpleChoice", "identifier", Response.id(i))
          .raw(html.apply(answers.get(i).text()))
          .close("simpleChoice");
    }
    xml.close(name);
  }

  private void trueFalse() {
    xml.open(
        "choiceInteraction", "responseIdentifier", RESPONSE, "shuffle", "false", "maxChoices", "1");
    prompt();
    for (BankAnswer verdict : it.answers()) {
      String word = verdict.text().equals("true") ? "True" : "False";
      xml.element("simpleChoice", word, "identifier", verdict.text());
    }
    xml.close("choiceInteraction");
  }

  /** Of a pair the left side is {@code a1}, and its right side {@code b1}. */
  private void match(List<BankAnswer> lefts, List<BankAnswer> rights, String most) {
    xml.open(
        "matchInteraction",
        "responseIdentifier",
        RESPONSE,
        "shuffle",
        "true",
        "maxAssociations",
        String.valueOf(lefts.size()));
    prompt();
    xml.open("simpleMatchSet");
    for (int i = 0; i < lefts.size(); i++) {
      associable(Response.id(i), "1", lefts.get(i).text());
    }
    xml.close("simpleMatchSet").open("simpleMatchSet");
    for (int i = 0; i < rights.size(); i++) {
      BankAnswer right = rights.get(i);
      boolean category = right.role() == Role.CATEGORY;
      associable(Response.target(right, i), most, category ? right.text() : right.with());
    }
    xml.close("simpleMatchSet").close("matchInteraction");
  }

  private void associable(String id, String most, String text) {
    xml.open("simpleAssociableChoice", "identifier", id, "matchMax", most)
        .raw(html.apply(text))
        .close("simpleAssociableChoice");
  }

  private void entry(String unit) {
    xml.raw("<p>").raw(html.apply(it.stem())).raw("</p><p>");
    xml.empty("textEntryInteraction", "responseIdentifier", RESPONSE, "expectedLength", "20");
    if (!unit.isEmpty()) {
      xml.raw(" <span class=\"" + ItemReader.UNIT + "\">").text(unit).raw("</span>");
    }
    xml.raw("</p>");
  }

  private void hotText() {
    xml.open("hottextInteraction", "responseIdentifier", RESPONSE, "maxChoices", "0");
    prompt();
    xml.raw("<p>");
    int number = 0;
    for (BankAnswer segment : it.answers()) {
      if (segment.role() == Role.PHRASE) {
        xml.open("hottext", "identifier", Response.id(number++))
            .raw(html.apply(segment.text()))
            .close("hottext");
      } else {
        xml.raw("<span class=\"" + ItemReader.SEGMENT + "\">")
            .raw(html.apply(segment.text()))
            .raw("</span>");
      }
      xml.raw(" ");
    }
    xml.raw("</p>").close("hottextInteraction");
  }

  private void essay() {
    xml.open("extendedTextInteraction", "responseIdentifier", RESPONSE, "expectedLines", "10");
    prompt();
    xml.close("extendedTextInteraction");
    for (BankAnswer model : it.answers()) {
      if (version.three()) {
        xml.open("rubricBlock", "use", "scoring", "view", "scorer");
      } else {
        xml.open("rubricBlock", "view", "scorer");
      }
      xml.flow("<p>" + html.apply(model.text()) + "</p>").close("rubricBlock");
    }
  }

  private void feedback() {
    List<BankAnswer> answers = response.answers();
    for (int i = 0; i < answers.size(); i++) {
      String id = Response.feedbackId(it, answers.get(i), i);
      answers
          .get(i)
          .get(BankAnswer.FEEDBACK)
          .ifPresent(
              why ->
                  xml.open(
                          "modalFeedback",
                          "outcomeIdentifier",
                          Response.FEEDBACK,
                          "showHide",
                          "show",
                          "identifier",
                          id)
                      .flow(html.apply(why))
                      .close("modalFeedback")
                      .line());
    }
  }

  /** What each of so many right answers earns, rounded up, for the sum is held to 1. */
  static String share(long rights) {
    return Values.plain(
        BigDecimal.ONE.divide(BigDecimal.valueOf(Math.max(1, rights)), 5, RoundingMode.UP));
  }
}
