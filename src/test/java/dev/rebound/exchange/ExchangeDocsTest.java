package dev.rebound.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.app.Catalog;
import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The table in docs/exchange.md says what comes back from which format, and is made by trying it:
 * {@code -Drebound.refresh=true} writes it anew.
 */
class ExchangeDocsTest {
  private static final String BEGIN = "<!-- what survives -->\n";
  private static final String END = "<!-- end of what survives -->";
  private static final SourceSpan AT = new SourceSpan("bank.yaml", 1, 1);

  @Test
  void theTableSaysWhatComesBack() throws Exception {
    Path page = Path.of("docs/exchange.md");
    String text = Files.readString(page);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    String now = text.substring(0, from) + table() + text.substring(text.indexOf(END));
    if (Boolean.getBoolean("rebound.refresh")) {
      Files.writeString(page, now);
    }
    assertThat(Files.readString(page)).isEqualTo(now);
  }

  private static String table() throws Unreadable, IOException {
    List<Format> formats = Catalog.formats();
    StringBuilder table = new StringBuilder("\n| | ");
    table
        .append(String.join(" | ", formats.stream().map(Format::name).toList()))
        .append(" |\n|---|");
    table.append("---|".repeat(formats.size())).append('\n');
    for (Map.Entry<String, Bank> aspect : aspects().entrySet()) {
      table.append("| ").append(aspect.getKey()).append(" |");
      for (Format format : formats) {
        table.append(comesBack(format, aspect.getValue()) ? " yes |" : " – |");
      }
      table.append('\n');
    }
    return table.append('\n').toString();
  }

  private static boolean comesBack(Format format, Bank bank) throws Unreadable {
    byte[] png =
        Base64.getDecoder()
            .decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    Trip.Departure out = Trip.write(format, bank, Map.of("images/bank-dot.png", png));
    Bank back;
    try {
      back = Trip.read(format, new Upload("b" + format.endings().get(0), out.bytes())).bank();
    } catch (Unreadable nothingLeft) {
      assertThat(out.losses()).isNotEmpty();
      return false;
    }
    // What a format without a title is given is the file's name.
    Bank named = bank.title().isEmpty() ? new Bank("", back.graded(), back.questions()) : back;
    boolean same = Trip.differences(Trip.canonical(bank), Trip.canonical(named)).isEmpty();
    assertThat(same).as("%s %s", format.name(), bank).isEqualTo(out.losses().isEmpty());
    return same;
  }

  private static Map<String, Bank> aspects() {
    Map<String, Bank> aspects = new LinkedHashMap<>();
    for (String type : BankMaker.TYPES) {
      aspects.put("`" + type + "`", bank(plain(type)));
    }
    BankQuestion choice = plain("choice");
    aspects.put("the quiz's title", new Bank("At the desk", false, List.of(choice)));
    aspects.put("`graded`", new Bank("", true, List.of(choice)));
    aspects.put("the question's id", bank(choice.withId("late-train")));
    aspects.put("`level`", bank(choice.with(BankQuestion.LEVEL, "apply")));
    aspects.put(
        "principles (`applies`, `breaks`)", bank(told(choice, BankAnswer.APPLIES, "say-when")));
    aspects.put("feedback to an option", bank(told(choice, BankAnswer.FEEDBACK, "Because.")));
    aspects.put(
        "feedback to a pair", bank(told(plain("matching"), BankAnswer.FEEDBACK, "Because.")));
    aspects.put("`hints`", bank(choice.withHints(List.of("Think of the guest."))));
    aspects.put("`attempts`", bank(choice.with(BankQuestion.ATTEMPTS, "2")));
    aspects.put("`weight`", bank(choice.with(BankQuestion.WEIGHT, "3")));
    aspects.put("`shuffle`", bank(choice.with(BankQuestion.SHUFFLE, "true")));
    aspects.put("`mark` of a choice", bank(choice.with(BankQuestion.MARK, "breaks")));
    aspects.put(
        "`select: several`, `partial`",
        bank(choice.with(BankQuestion.SELECT, "several").with(BankQuestion.PARTIAL, "true")));
    aspects.put("`typos`", bank(told(plain("fill-in"), BankAnswer.TYPOS, "1")));
    aspects.put("`unit`", bank(plain("numeric").with(BankQuestion.UNIT, "min")));
    aspects.put("the ids of options", bank(told(choice, BankAnswer.ID, "first")));
    aspects.put("`allow`", bank(choice.with(BankQuestion.ALLOW + "NegativeStem", "The point.")));
    aspects.put("emphasis, code", bank(choice.withStem("Say *this* or `that`")));
    aspects.put("links to the web", bank(choice.withStem("See [this](https://example.org/)")));
    aspects.put("links inside the course", bank(choice.withStem("See [this](lesson:agree)")));
    aspects.put("pictures", bank(choice.withStem("![A dot](images/bank-dot.png)")));
    return aspects;
  }

  private static Bank bank(BankQuestion question) {
    return new Bank("", false, List.of(question));
  }

  private static BankQuestion told(BankQuestion question, String key, String value) {
    List<BankAnswer> answers = new ArrayList<>(question.answers());
    answers.set(0, answers.get(0).with(key, value));
    return question.withAnswers(answers);
  }

  /** A question that says no more than its type must; its id is what its stem makes. */
  private static BankQuestion plain(String type) {
    List<BankAnswer> answers =
        switch (type) {
          case "true-false" ->
              List.of(
                  BankAnswer.of(Role.VERDICT, "true", true),
                  BankAnswer.of(Role.VERDICT, "false", false));
          case "matching" ->
              List.of(
                  BankAnswer.of(Role.PAIR, "Late train", "The next"),
                  BankAnswer.of(Role.PAIR, "Cold soup", "A hot one"),
                  new BankAnswer(Role.EXTRA, "", "Nothing", false, Map.of()));
          case "sequencing" ->
              List.of(
                  BankAnswer.of(Role.STEP, "Listen", true),
                  BankAnswer.of(Role.STEP, "Agree", true),
                  BankAnswer.of(Role.STEP, "Act", true));
          case "sort" ->
              List.of(
                  BankAnswer.of(Role.CATEGORY, "Helps", false).with(BankAnswer.ID, "helps"),
                  BankAnswer.of(Role.CATEGORY, "Hurts", false).with(BankAnswer.ID, "hurts"),
                  BankAnswer.of(Role.ENTRY, "Sorry", "helps"),
                  BankAnswer.of(Role.ENTRY, "Calm down", "hurts"));
          case "fill-in" ->
              List.of(
                  BankAnswer.of(Role.ACCEPTED, "sorry", true),
                  BankAnswer.of(Role.REJECTED, "but", false));
          case "numeric" -> List.of(BankAnswer.of(Role.RANGE, "18", "22"));
          case "hot-text" ->
              List.of(
                  BankAnswer.of(Role.PLAIN, "Thanks.", false),
                  BankAnswer.of(Role.PHRASE, "It was on time.", true)
                      .with(BankAnswer.BREAKS, "no-fact-fight"));
          case "likert" ->
              List.of(
                  BankAnswer.of(Role.POINT, "never", false),
                  BankAnswer.of(Role.POINT, "always", false));
          case "long-answer" -> List.of(BankAnswer.of(Role.MODEL, "A model.", true));
          default ->
              List.of(
                  BankAnswer.of(Role.OPTION, "Say so", true),
                  BankAnswer.of(Role.OPTION, "Wait", false));
        };
    BankQuestion plain = BankQuestion.of(AT, "what-now", type, "What now?", answers);
    return switch (type) {
      case "likert" -> plain.with(BankQuestion.ABOUT, "say-when");
      case "hot-text" -> plain.with(BankQuestion.MARK, "breaks");
      default -> plain;
    };
  }
}
