package dev.rebound.exchange.qti;

import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.Notes;
import dev.rebound.exchange.Values;
import dev.rebound.source.XmlText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Writes a question as an item of QTI 1.2, in the order of elements that its schema asks for. */
final class ResultsWriter {
  private static final String RESPONSE = "response1";
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final BankQuestion it;
  private final boolean cartridge;
  private final UnaryOperator<String> html;
  private final UnaryOperator<String> plain;
  private final StringBuilder xml = new StringBuilder();

  /**
   * @param html a Markdown text as HTML
   * @param plain a Markdown text without its marks
   */
  ResultsWriter(
      BankQuestion question,
      boolean cartridge,
      UnaryOperator<String> html,
      UnaryOperator<String> plain) {
    this.it = question;
    this.cartridge = cartridge;
    this.html = html;
    this.plain = plain;
  }

  String write(List<Notes.Note> notes) {
    xml.append("      <item");
    attribute("ident", PackageWriter.identifier(it.id()));
    attribute("title", it.id());
    xml.append(">\n        <itemmetadata><qtimetadata>");
    metadata(notes);
    xml.append("</qtimetadata></itemmetadata>\n        <presentation>");
    material(it.stem());
    responses();
    xml.append("</presentation>\n");
    if (!it.type().equals("long-answer")) {
      xml.append("        <resprocessing><outcomes><decvar maxvalue=\"100\" minvalue=\"0\"");
      xml.append(" varname=\"SCORE\" vartype=\"Decimal\"/></outcomes>\n");
      processing();
      xml.append("        </resprocessing>\n");
    }
    feedback();
    if (cartridge) {
      for (Notes.Note note : notes) {
        xml.append("        <!-- ");
        xml.append(note.toString().replaceAll("-(?=-)", "-\\\\")).append(" -->\n");
      }
    }
    return xml.append("      </item>\n").toString();
  }

  /** Canvas tells types apart by the one, whoever reads cartridges by the other. */
  private void metadata(List<Notes.Note> notes) {
    if (cartridge) {
      field("cc_profile", profile());
      it.setting(BankQuestion.WEIGHT).ifPresent(weight -> field("cc_weighting", weight));
      return;
    }
    field("question_type", type());
    field("points_possible", it.setting(BankQuestion.WEIGHT).orElse("1"));
    notes.forEach(
        note -> {
          String line = note.toString();
          int colon = line.indexOf(": ");
          field(line.substring(0, colon), line.substring(colon + 2));
        });
  }

  private void field(String label, String entry) {
    xml.append("<qtimetadatafield><fieldlabel>");
    XmlText.escape(label, xml);
    xml.append("</fieldlabel><fieldentry>");
    XmlText.escape(entry, xml);
    xml.append("</fieldentry></qtimetadatafield>");
  }

  private String profile() {
    return switch (it.type()) {
      case "choice" -> it.several() ? "cc.multiple_response.v0p1" : "cc.multiple_choice.v0p1";
      case "true-false" -> "cc.true_false.v0p1";
      case "fill-in" -> "cc.fib.v0p1";
      default -> "cc.essay.v0p1";
    };
  }

  private String type() {
    return switch (it.type()) {
      case "choice" -> it.several() ? "multiple_answers_question" : "multiple_choice_question";
      case "true-false" -> "true_false_question";
      case "matching" -> "matching_question";
      case "fill-in" -> "short_answer_question";
      case "numeric" -> "numerical_question";
      default -> "essay_question";
    };
  }

  private void responses() {
    switch (it.type()) {
      case "choice" -> options(it.several() ? "Multiple" : "Single");
      case "true-false" -> {
        list("Single", false);
        it.answers().forEach(a -> label(a.text(), a.text().equals("true") ? "True" : "False"));
        xml.append("</render_choice></response_lid>");
      }
      case "matching" -> pairs();
      default -> {
        xml.append("<response_str");
        attribute("ident", RESPONSE);
        xml.append(" rcardinality=\"Single\"><render_fib");
        if (it.type().equals("numeric")) {
          xml.append(" fibtype=\"Decimal\"");
        }
        xml.append("><response_label ident=\"answer1\"/></render_fib></response_str>");
      }
    }
  }

  private void list(String cardinality, boolean shuffled) {
    xml.append("<response_lid");
    attribute("ident", RESPONSE);
    attribute("rcardinality", cardinality);
    xml.append("><render_choice").append(shuffled ? " shuffle=\"Yes\">" : ">");
  }

  private void options(String cardinality) {
    list(cardinality, it.is(BankQuestion.SHUFFLE));
    for (int i = 0; i < it.answers().size(); i++) {
      label(Response.id(i), html.apply(it.answers().get(i).text()));
    }
    xml.append("</render_choice></response_lid>");
  }

  private void label(String id, String text) {
    xml.append("<response_label");
    attribute("ident", id);
    xml.append('>');
    mattext(text);
    xml.append("</response_label>");
  }

  /** The right sides once each, with the same identifiers for every left one. */
  private Map<String, String> rights() {
    Map<String, String> rights = new LinkedHashMap<>();
    for (BankAnswer answer : it.answers()) {
      rights.computeIfAbsent(answer.with(), text -> "b" + (rights.size() + 1));
    }
    return rights;
  }

  private void pairs() {
    Map<String, String> rights = rights();
    List<BankAnswer> pairs = it.answers(Role.PAIR);
    for (int i = 0; i < pairs.size(); i++) {
      xml.append("<response_lid");
      attribute("ident", "response_" + (i + 1));
      xml.append(" rcardinality=\"Single\">");
      material(pairs.get(i).text());
      xml.append("<render_choice>");
      rights.forEach((text, id) -> label(id, html.apply(text)));
      xml.append("</render_choice></response_lid>");
    }
  }

  private void material(String markdown) {
    mattext(html.apply(markdown));
  }

  private void mattext(String text) {
    xml.append("<material><mattext texttype=\"text/html\">");
    XmlText.escape(text, xml);
    xml.append("</mattext></material>");
  }

  private void processing() {
    List<BankAnswer> answers = it.answers();
    switch (it.type()) {
      case "matching" -> matching();
      case "fill-in" -> typed();
      case "numeric" -> numbers();
      default -> {
        for (int i = 0; i < answers.size(); i++) {
          String id = id(i);
          if (answers.get(i).get(BankAnswer.FEEDBACK).isPresent()) {
            condition("Yes", equal(RESPONSE, id), "", id);
          }
        }
        if (!it.several()) {
          for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).right()) {
              condition("No", equal(RESPONSE, id(i)), set("Set", "100"), "");
            }
          }
        } else if (it.is(BankQuestion.PARTIAL) && !cartridge) {
          String share = share(answers.stream().filter(BankAnswer::right).count());
          for (int i = 0; i < answers.size(); i++) {
            String action = answers.get(i).right() ? "Add" : "Subtract";
            condition("Yes", equal(RESPONSE, id(i)), set(action, share), "");
          }
        } else {
          StringBuilder all = new StringBuilder("<and>");
          for (int i = 0; i < answers.size(); i++) {
            String equal = equal(RESPONSE, id(i));
            all.append(answers.get(i).right() ? equal : "<not>" + equal + "</not>");
          }
          condition("No", all.append("</and>").toString(), set("Set", "100"), "");
        }
      }
    }
  }

  private String id(int n) {
    return it.type().equals("true-false") ? it.answers().get(n).text() : Response.id(n);
  }

  private static String share(long rights) {
    return Values.plain(
        BigDecimal.valueOf(100).divide(BigDecimal.valueOf(rights), 5, RoundingMode.HALF_UP));
  }

  private void matching() {
    Map<String, String> rights = rights();
    List<BankAnswer> pairs = it.answers(Role.PAIR);
    StringBuilder all = new StringBuilder("<and>");
    for (int i = 0; i < pairs.size(); i++) {
      String right = rights.getOrDefault(pairs.get(i).with(), "");
      String equal = equal("response_" + (i + 1), right);
      all.append(equal);
      if (it.is(BankQuestion.PARTIAL)) {
        condition("Yes", equal, set("Add", share(pairs.size())), "");
      }
    }
    if (!it.is(BankQuestion.PARTIAL)) {
      condition("No", all.append("</and>").toString(), set("Set", "100"), "");
    }
  }

  private void typed() {
    StringBuilder accepted = new StringBuilder();
    List<BankAnswer> answers = it.answers();
    for (BankAnswer answer : it.answers(Role.ACCEPTED)) {
      accepted.append(equal(RESPONSE, plain.apply(answer.text())));
    }
    condition("Yes", accepted.toString(), set("Set", "100"), "");
    for (int i = 0; i < answers.size(); i++) {
      boolean told = answers.get(i).get(BankAnswer.FEEDBACK).isPresent();
      if (told || !answers.get(i).right()) {
        condition(
            "Yes",
            equal(RESPONSE, plain.apply(answers.get(i).text())),
            answers.get(i).right() ? "" : set("Set", "0"),
            told ? Response.id(i) : "");
      }
    }
  }

  private void numbers() {
    for (int i = 0; i < it.answers().size(); i++) {
      BankAnswer range = it.answers().get(i);
      BigDecimal middle =
          new BigDecimal(range.text()).add(new BigDecimal(range.with())).divide(TWO);
      String asks =
          "<or>"
              + equal(RESPONSE, Values.plain(middle))
              + "<and><vargte respident=\"response1\">"
              + range.text()
              + "</vargte><varlte respident=\"response1\">"
              + range.with()
              + "</varlte></and></or>";
      boolean told = range.get(BankAnswer.FEEDBACK).isPresent();
      condition("No", asks, set("Set", "100"), told ? Response.id(i) : "");
    }
  }

  private static String equal(String response, String value) {
    StringBuilder equal = new StringBuilder("<varequal respident=\"" + response + "\">");
    XmlText.escape(value, equal);
    return equal.append("</varequal>").toString();
  }

  private static String set(String action, String value) {
    return "<setvar action=\"" + action + "\" varname=\"SCORE\">" + value + "</setvar>";
  }

  private void condition(String goesOn, String asks, String sets, String says) {
    xml.append("          <respcondition continue=\"").append(goesOn).append("\"><conditionvar>");
    xml.append(asks).append("</conditionvar>").append(sets);
    if (!says.isEmpty()) {
      xml.append("<displayfeedback feedbacktype=\"Response\" linkrefid=\"");
      xml.append(says).append("_fb\"/>");
    }
    xml.append("</respcondition>\n");
  }

  private void feedback() {
    List<BankAnswer> answers = new ArrayList<>(it.answers());
    for (int i = 0; i < answers.size(); i++) {
      String id = id(i);
      if (!it.type().equals("matching")) {
        answers.get(i).get(BankAnswer.FEEDBACK).ifPresent(why -> told(id + "_fb", why));
      }
    }
    for (int i = 0; i < it.hints().size(); i++) {
      xml.append("        <itemfeedback ident=\"hint").append(i + 1);
      xml.append("\"><hint><hintmaterial>");
      material(it.hints().get(i));
      xml.append("</hintmaterial></hint></itemfeedback>\n");
    }
    if (it.type().equals("long-answer")) {
      for (BankAnswer model : answers) {
        xml.append("        <itemfeedback ident=\"solution\"><solution><solutionmaterial>");
        material(model.text());
        xml.append("</solutionmaterial></solution></itemfeedback>\n");
      }
    }
  }

  private void told(String id, String why) {
    xml.append("        <itemfeedback");
    attribute("ident", id);
    xml.append("><flow_mat>");
    material(why);
    xml.append("</flow_mat></itemfeedback>\n");
  }

  private void attribute(String name, String value) {
    xml.append(' ').append(name).append("=\"");
    XmlText.escape(value, xml);
    xml.append('"');
  }
}
