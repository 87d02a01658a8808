package dev.rebound.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Page;
import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.exchange.qti.QtiFormat;
import dev.rebound.publish.page.Chromium;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is exported as QTI 3.0 is scored as here by somebody else's player: @citolab/qti-components,
 * in a real browser, for each type, with right, wrong and half right responses.
 */
@Tag("browser")
@Tag("npm")
class QtiPlayerTest {
  private static final Path PLAYER =
      Path.of("src/test/npm/node_modules/@citolab/qti-components/cdn/index.global.js");

  /** Takes an item's XML and a response; gives the score. */
  private static final String SCORE =
      """
      async ([xml, response]) => {
        const made = (node) => {
          const element = document.createElement(node.localName);
          for (const it of node.attributes) if (it.name !== 'xmlns') element.setAttribute(it.name, it.value);
          for (const child of node.childNodes) {
            if (child.nodeType === 1) element.append(made(child));
            if (child.nodeType === 3) element.append(child.data);
          }
          return element;
        };
        const parsed = new DOMParser().parseFromString(xml, 'text/xml');
        const item = made(parsed.documentElement);
        document.body.replaceChildren(item);
        await customElements.whenDefined('qti-assessment-item');
        await item.updateComplete;
        item.updateResponseVariable('RESPONSE', response);
        item.processResponse();
        const score = item.variables.find((it) => it.identifier === 'SCORE').value;
        return Number(score);
      }
      """;

  @Test
  void aForeignPlayerScoresAsWeDo() throws Unreadable {
    assumeThat(PLAYER).as("npm ci in src/test/npm").exists();
    try (Chromium chromium = new Chromium();
        Page page = chromium.browser().newPage()) {
      page.setContent("<!DOCTYPE html><title>Player</title><body></body>");
      page.addScriptTag(new Page.AddScriptTagOptions().setPath(PLAYER));
      int scored = 0;
      for (int seed = 0; seed < 6; seed++) {
        Bank bank = new BankMaker(seed).bank(20);
        Map<String, byte[]> parts =
            ZipParts.read(
                new Upload("b.zip", Trip.write(QtiFormat.three(), bank, Map.of()).bytes()),
                path -> path.startsWith("items/"));
        for (BankQuestion question : bank.questions()) {
          String xml =
              new String(
                  parts.getOrDefault("items/" + question.id() + ".xml", new byte[0]),
                  StandardCharsets.UTF_8);
          for (Map.Entry<Object, Double> expected : responses(question).entrySet()) {
            Number score = (Number) page.evaluate(SCORE, List.of(xml, expected.getKey()));
            // It rounds to three places.
            assertThat(score.doubleValue())
                .as("seed %s, %s, %s", seed, expected.getKey(), xml)
                .isCloseTo(expected.getValue(), within(0.001));
            scored++;
          }
        }
      }
      assertThat(scored).isGreaterThan(200);
    }
  }

  /** Responses, by the identifiers that an export gives, and what they earn here. */
  static Map<Object, Double> responses(BankQuestion it) {
    Map<Object, Double> responses = new LinkedHashMap<>();
    List<BankAnswer> answers = it.answers().stream().filter(a -> a.role().answered()).toList();
    switch (it.type()) {
      case "choice", "hot-text" -> {
        if (it.several() || it.type().equals("hot-text")) {
          picks(it, answers, responses);
        } else {
          for (int i = 0; i < answers.size(); i++) {
            responses.put("a" + (i + 1), answers.get(i).right() ? 1.0 : 0);
          }
        }
      }
      case "true-false" -> answers.forEach(a -> responses.put(a.text(), a.right() ? 1.0 : 0));
      case "sequencing" -> {
        List<String> order = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
          order.add("a" + (i + 1));
        }
        responses.put(List.copyOf(order), 1.0);
        Collections.swap(order, 0, 1);
        double some = (order.size() - 2.0) / order.size();
        responses.put(order, it.is(BankQuestion.PARTIAL) ? some : 0);
      }
      case "matching", "sort" -> pairs(it, responses);
      case "fill-in" -> {
        answers.forEach(a -> responses.putIfAbsent(typed(a), a.right() ? 1.0 : 0));
        responses.put(typed(answers.get(0)).toUpperCase(java.util.Locale.ROOT), 1.0);
        responses.put("nobody says this", 0.0);
      }
      case "numeric" -> {
        answers.forEach(a -> responses.put(a.text(), 1.0));
        answers.forEach(a -> responses.put(a.with(), 1.0));
        responses.put("-3", 0.0);
        responses.put("5000", 0.0);
      }
      default -> {}
    }
    return responses;
  }

  private static String typed(BankAnswer answer) {
    return answer.text().replaceAll("\\\\(\\p{Punct})", "$1");
  }

  private static void picks(
      BankQuestion it, List<BankAnswer> answers, Map<Object, Double> responses) {
    long rights = answers.stream().filter(BankAnswer::right).count();
    for (int set = 1; set < 1 << answers.size(); set++) {
      List<String> picked = new ArrayList<>();
      double sum = 0;
      for (int i = 0; i < answers.size(); i++) {
        if ((set >> i & 1) == 1) {
          picked.add("a" + (i + 1));
          sum += answers.get(i).right() ? 1 : -1;
        }
      }
      double part = Math.max(0, sum) / rights;
      responses.put(picked, it.is(BankQuestion.PARTIAL) || part == 1 ? part : 0.0);
    }
  }

  private static void pairs(BankQuestion it, Map<Object, Double> responses) {
    List<String> right = new ArrayList<>();
    boolean sort = it.type().equals("sort");
    List<BankAnswer> lefts = it.answers(Role.PAIR, Role.ENTRY);
    for (int i = 0; i < lefts.size(); i++) {
      right.add("a" + (i + 1) + " " + (sort ? "c-" + lefts.get(i).with() : "b" + (i + 1)));
    }
    responses.put(List.copyOf(right), 1.0);
    List<String> wrong = new ArrayList<>(right);
    String first = lefts.get(0).with().equals("helps") ? "c-hurts" : "c-helps";
    wrong.set(0, "a1 " + (sort ? first : "b2"));
    double some = (right.size() - 1.0) / right.size();
    responses.put(wrong, it.is(BankQuestion.PARTIAL) ? some : 0);
  }
}
