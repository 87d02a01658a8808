package dev.rebound.exchange.qti;

import static dev.rebound.exchange.qti.ItemWriter.RESPONSE;
import static dev.rebound.exchange.qti.ItemWriter.SCORE;

import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.exchange.BankQuestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What an item declares and how it is scored: by the standard's template where that says it all,
 * else written out.
 */
final class Processing {
  private static final String FEEDBACK = "FEEDBACK";
  private static final Set<String> UNSCORED = Set.of("long-answer", "likert");

  private final BankQuestion it;
  private final QtiXml xml;
  private final Version version;
  private final UnaryOperator<String> plain;

  Processing(BankQuestion it, QtiXml xml, Version version, UnaryOperator<String> plain) {
    this.it = it;
    this.xml = xml;
    this.version = version;
    this.plain = plain;
  }

  /** The identifier of the nth answer, from 0. */
  static String id(int n) {
    return "a" + (n + 1);
  }

  /** Of the right side of a pair, or a category. */
  static String target(BankAnswer answer, int n) {
    return answer.role() == Role.CATEGORY
        ? Pairs.CATEGORY + answer.get(BankAnswer.ID).orElse("")
        : "b" + (n + 1);
  }

  static String feedbackId(BankQuestion it, BankAnswer answer, int n) {
    if (it.type().equals("true-false")) {
      return answer.text();
    }
    return answer.role() == Role.EXTRA ? target(answer, n) : id(n);
  }

  private boolean isScored() {
    return !UNSCORED.contains(it.type())
        && it.answers().stream().anyMatch(a -> a.right() && a.role().answered());
  }

  private boolean isTold() {
    return it.answers().stream()
        .anyMatch(a -> a.role().answered() && a.get(BankAnswer.FEEDBACK).isPresent());
  }

  private boolean isPart() {
    return it.is(BankQuestion.PARTIAL);
  }

  private String cardinality() {
    return switch (it.type()) {
      case "matching", "sort", "hot-text" -> "multiple";
      case "sequencing" -> "ordered";
      case "choice" -> it.several() ? "multiple" : "single";
      default -> "single";
    };
  }

  private String baseType() {
    return switch (it.type()) {
      case "matching", "sort" -> "directedPair";
      case "fill-in", "long-answer" -> "string";
      case "numeric" -> "float";
      default -> "identifier";
    };
  }

  void declare() {
    xml.open(
        "responseDeclaration",
        "identifier",
        RESPONSE,
        "cardinality",
        cardinality(),
        "baseType",
        baseType());
    if (isScored()) {
      xml.open("correctResponse");
      correct().forEach(value -> xml.element("value", value));
      xml.close("correctResponse");
      mapping();
    }
    xml.close("responseDeclaration").line();
    outcome(SCORE, "single", "float", "0");
    if (isScored()) {
      outcome("MAXSCORE", "single", "float", "1");
    }
    if (isTold()) {
      xml.empty(
              "outcomeDeclaration",
              "identifier",
              FEEDBACK,
              "cardinality",
              byResponse() ? cardinality() : "multiple",
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

  /** Whether feedback is what was picked says. */
  private boolean byResponse() {
    return baseType().equals("identifier") && !it.type().equals("sequencing");
  }

  private List<String> correct() {
    List<String> correct = new ArrayList<>();
    List<BankAnswer> answers = it.answers().stream().filter(a -> a.role().answered()).toList();
    for (int i = 0; i < answers.size(); i++) {
      BankAnswer answer = answers.get(i);
      switch (answer.role()) {
        case VERDICT -> {
          if (answer.right()) {
            correct.add(answer.text());
          }
        }
        case PAIR -> correct.add(id(i) + " " + target(answer, i));
        case ENTRY -> correct.add(id(i) + " " + Pairs.CATEGORY + answer.with());
        case ACCEPTED, RANGE -> {
          if (correct.isEmpty()) {
            correct.add(answer.role() == Role.RANGE ? answer.text() : plain.apply(answer.text()));
          }
        }
        default -> {
          if (answer.right()) {
            correct.add(id(i));
          }
        }
      }
    }
    return correct;
  }

  /** What each part of a response counts; of what is typed, what is accepted. */
  private void mapping() {
    Map<String, String> entries = new LinkedHashMap<>();
    boolean typed = it.type().equals("fill-in");
    if (typed) {
      for (BankAnswer answer : it.answers()) {
        entries.putIfAbsent(plain.apply(answer.text()), answer.right() ? "1" : "0");
      }
    } else if (isPart() && !it.type().equals("sequencing")) {
      List<String> correct = correct();
      String share = ItemWriter.share(correct.size());
      correct.forEach(value -> entries.put(value, share));
      if (baseType().equals("identifier")) {
        List<BankAnswer> answers = it.answers().stream().filter(a -> a.role().answered()).toList();
        for (int i = 0; i < answers.size(); i++) {
          entries.putIfAbsent(id(i), "-" + share);
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

  void write() {
    if (!isScored()) {
      return;
    }
    boolean mapped = it.type().equals("fill-in") || (isPart() && !it.type().equals("sequencing"));
    boolean steps = it.type().equals("sequencing") && isPart();
    if (!isTold() && !steps && !it.type().equals("numeric")) {
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
    if (isTold() && !it.type().equals("numeric")) {
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
        say(id(i));
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
    xml.open("setOutcomeValue", "identifier", FEEDBACK)
        .open("multiple")
        .empty("variable", "identifier", FEEDBACK)
        .element("baseValue", id, "baseType", "identifier")
        .close("multiple")
        .close("setOutcomeValue");
  }

  /** A share for each step in its place. */
  private void steps() {
    List<String> correct = correct();
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
    if (byResponse()) {
      xml.open("setOutcomeValue", "identifier", FEEDBACK)
          .empty("variable", "identifier", RESPONSE)
          .close("setOutcomeValue");
      return;
    }
    List<BankAnswer> answers = it.answers().stream().filter(a -> a.role().answered()).toList();
    if (it.type().equals("fill-in")) {
      for (int i = 0; i < answers.size(); i++) {
        if (answers.get(i).get(BankAnswer.FEEDBACK).isPresent()) {
          xml.open("responseCondition")
              .open("responseIf")
              .open("stringMatch", "caseSensitive", "false")
              .empty("variable", "identifier", RESPONSE)
              .element("baseValue", plain.apply(answers.get(i).text()), "baseType", "string")
              .close("stringMatch");
          say(id(i));
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
          xml.open("setOutcomeValue", "identifier", FEEDBACK).open("multiple");
          for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).get(BankAnswer.FEEDBACK).isPresent()) {
              xml.element("baseValue", feedbackId(it, answers.get(i), i), "baseType", "identifier");
            }
          }
          xml.close("multiple").close("setOutcomeValue");
        },
        () ->
            xml.open("setOutcomeValue", "identifier", FEEDBACK)
                .empty("null")
                .close("setOutcomeValue"));
  }
}
