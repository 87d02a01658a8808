package dev.rebound.exchange.qti;

import static dev.rebound.exchange.qti.ItemWriter.RESPONSE;
import static dev.rebound.exchange.qti.ItemWriter.SCORE;

import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankQuestion;
import java.util.List;

/**
 * Writes how an item is scored: by the standard's template where that says it all, else in full.
 */
final class ProcessingWriter {
  private final Response response;
  private final BankQuestion it;
  private final QtiXml xml;
  private final Version version;

  ProcessingWriter(Response response, QtiXml xml, Version version) {
    this.response = response;
    this.it = response.it();
    this.xml = xml;
    this.version = version;
  }

  void write() {
    if (!response.isScored()) {
      return;
    }
    boolean mapped = response.isMapped();
    boolean steps = it.type().equals("sequencing") && response.isPart();
    if (!response.isTold() && !steps && !it.type().equals("numeric")) {
      xml.empty(
              "responseProcessing",
              "template",
              version.template(mapped ? "map_response" : "match_correct"))
          .line();
      return;
    }
    xml.open("responseProcessing");
    if (it.type().equals("numeric")) {
      numbers();
    } else if (steps) {
      steps();
    } else if (mapped) {
      condition(
          () -> xml.open("isNull").empty("variable", "identifier", RESPONSE).close("isNull"),
          () -> score("0"),
          () ->
              xml.open("setOutcomeValue", "identifier", SCORE)
                  .empty("mapResponse", "identifier", RESPONSE)
                  .close("setOutcomeValue"));
    } else {
      condition(
          () ->
              xml.open("match")
                  .empty("variable", "identifier", RESPONSE)
                  .empty("correct", "identifier", RESPONSE)
                  .close("match"),
          () -> score("1"),
          () -> score("0"));
    }
    if (response.isTold() && !it.type().equals("numeric")) {
      told();
    }
    xml.close("responseProcessing").line();
  }

  private void condition(Runnable asks, Runnable then, Runnable otherwise) {
    xml.open("responseCondition").open("responseIf");
    asks.run();
    then.run();
    xml.close("responseIf").open("responseElse");
    otherwise.run();
    xml.close("responseElse").close("responseCondition");
  }

  private void score(String value) {
    xml.open("setOutcomeValue", "identifier", SCORE)
        .element("baseValue", value, "baseType", "float")
        .close("setOutcomeValue");
  }

  /** Each number that is accepted, with what is said of it. */
  private void numbers() {
    xml.open("responseCondition");
    List<BankAnswer> ranges = it.answers();
    for (int i = 0; i < ranges.size(); i++) {
      String branch = i == 0 ? "responseIf" : "responseElseIf";
      xml.open(branch).open("and");
      bound("gte", ranges.get(i).text());
      bound("lte", ranges.get(i).with());
      xml.close("and");
      score("1");
      if (ranges.get(i).get(BankAnswer.FEEDBACK).isPresent()) {
        say(Response.id(i));
      }
      xml.close(branch);
    }
    xml.open("responseElse");
    score("0");
    xml.close("responseElse").close("responseCondition");
  }

  private void bound(String operator, String number) {
    xml.open(operator)
        .empty("variable", "identifier", RESPONSE)
        .element("baseValue", number, "baseType", "float")
        .close(operator);
  }

  private void say(String id) {
    xml.open("setOutcomeValue", "identifier", Response.FEEDBACK)
        .open("multiple")
        .empty("variable", "identifier", Response.FEEDBACK)
        .element("baseValue", id, "baseType", "identifier")
        .close("multiple")
        .close("setOutcomeValue");
  }

  /** A share for each step in its place. */
  private void steps() {
    List<String> correct = response.correct();
    score("0");
    for (int i = 0; i < correct.size(); i++) {
      xml.open("responseCondition")
          .open("responseIf")
          .open("match")
          .open("index", "n", String.valueOf(i + 1))
          .empty("variable", "identifier", RESPONSE)
          .close("index")
          .element("baseValue", correct.get(i), "baseType", "identifier")
          .close("match")
          .open("setOutcomeValue", "identifier", SCORE)
          .open("sum")
          .empty("variable", "identifier", SCORE)
          .element("baseValue", "1", "baseType", "float")
          .close("sum")
          .close("setOutcomeValue")
          .close("responseIf")
          .close("responseCondition");
    }
    xml.open("setOutcomeValue", "identifier", SCORE)
        .open("divide")
        .empty("variable", "identifier", SCORE)
        .element("baseValue", String.valueOf(correct.size()), "baseType", "float")
        .close("divide")
        .close("setOutcomeValue");
  }

  private void told() {
    if (response.byResponse()) {
      xml.open("setOutcomeValue", "identifier", Response.FEEDBACK)
          .empty("variable", "identifier", RESPONSE)
          .close("setOutcomeValue");
      return;
    }
    List<BankAnswer> answers = response.answers();
    if (it.type().equals("fill-in")) {
      for (int i = 0; i < answers.size(); i++) {
        if (answers.get(i).get(BankAnswer.FEEDBACK).isPresent()) {
          xml.open("responseCondition")
              .open("responseIf")
              .open("stringMatch", "caseSensitive", "false")
              .empty("variable", "identifier", RESPONSE)
              .element(
                  "baseValue", response.plain().apply(answers.get(i).text()), "baseType", "string")
              .close("stringMatch");
          say(Response.id(i));
          xml.close("responseIf").close("responseCondition");
        }
      }
      return;
    }
    // Of pairs and steps each has something to say, whatever was made of it.
    condition(
        () ->
            xml.open("not")
                .open("isNull")
                .empty("variable", "identifier", RESPONSE)
                .close("isNull")
                .close("not"),
        () -> {
          xml.open("setOutcomeValue", "identifier", Response.FEEDBACK).open("multiple");
          for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).get(BankAnswer.FEEDBACK).isPresent()) {
              xml.element(
                  "baseValue",
                  Response.feedbackId(it, answers.get(i), i),
                  "baseType",
                  "identifier");
            }
          }
          xml.close("multiple").close("setOutcomeValue");
        },
        () ->
            xml.open("setOutcomeValue", "identifier", Response.FEEDBACK)
                .empty("null")
                .close("setOutcomeValue"));
  }
}
