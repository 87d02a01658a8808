package dev.rebound.exchange.qti;

import static dev.rebound.exchange.qti.ItemWriter.RESPONSE;
import static dev.rebound.exchange.qti.ItemWriter.SCORE;

import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankQuestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what an item declares: its response, what is correct, what it counts, its outcomes. */
final class DeclarationWriter {
  private final Response response;
  private final BankQuestion it;
  private final QtiXml xml;

  DeclarationWriter(Response response, QtiXml xml) {
    this.response = response;
    this.it = response.it();
    this.xml = xml;
  }

  void write() {
    xml.open(
        "responseDeclaration",
        "identifier",
        RESPONSE,
        "cardinality",
        response.cardinality(),
        "baseType",
        response.baseType());
    if (response.isScored()) {
      xml.open("correctResponse");
      response.correct().forEach(value -> xml.element("value", value));
      xml.close("correctResponse");
      mapping();
    }
    xml.close("responseDeclaration").line();
    outcome(SCORE, "single", "float", "0");
    if (response.isScored()) {
      outcome("MAXSCORE", "single", "float", "1");
    }
    if (response.isTold()) {
      xml.empty(
              "outcomeDeclaration",
              "identifier",
              Response.FEEDBACK,
              "cardinality",
              response.byResponse() ? response.cardinality() : "multiple",
              "baseType",
              "identifier")
          .line();
    }
  }

  private void outcome(String id, String cardinality, String type, String value) {
    xml.open("outcomeDeclaration", "identifier", id, "cardinality", cardinality, "baseType", type)
        .open("defaultValue")
        .element("value", value)
        .close("defaultValue")
        .close("outcomeDeclaration")
        .line();
  }

  /** What each part of a response counts; of what is typed, what is accepted. */
  private void mapping() {
    Map<String, String> entries = new LinkedHashMap<>();
    boolean typed = it.type().equals("fill-in");
    if (typed) {
      for (BankAnswer answer : it.answers()) {
        entries.putIfAbsent(response.plain().apply(answer.text()), answer.right() ? "1" : "0");
      }
    } else if (response.isPart() && !it.type().equals("sequencing")) {
      List<String> correct = response.correct();
      String share = ItemWriter.share(correct.size());
      correct.forEach(value -> entries.put(value, share));
      if (response.baseType().equals("identifier")) {
        List<BankAnswer> answers = response.answers();
        for (int i = 0; i < answers.size(); i++) {
          entries.putIfAbsent(Response.id(i), "-" + share);
        }
      }
    }
    if (entries.isEmpty()) {
      return;
    }
    xml.open("mapping", "lowerBound", "0", "upperBound", "1", "defaultValue", "0");
    entries.forEach(
        (key, value) -> {
          if (typed) {
            xml.empty("mapEntry", "mapKey", key, "mappedValue", value, "caseSensitive", "false");
          } else {
            xml.empty("mapEntry", "mapKey", key, "mappedValue", value);
          }
        });
    xml.close("mapping");
  }
}
