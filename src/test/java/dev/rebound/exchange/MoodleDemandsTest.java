package dev.rebound.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.exchange.gift.GiftFormat;
import dev.rebound.exchange.moodle.MoodleXmlFormat;
import dev.rebound.source.SourceSpan;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What Moodle's importers ask of a file, and silently drop, cut or stop at where it is not so. Its
 * grades are a fixed list; a question whose grades add up to less than the whole stops the import.
 */
class MoodleDemandsTest {
  private static final Set<String> GRADES =
      Set.of(
          "100",
          "90",
          "83.33333",
          "80",
          "75",
          "70",
          "66.66667",
          "60",
          "50",
          "40",
          "33.33333",
          "30",
          "25",
          "20",
          "16.66667",
          "14.28571",
          "12.5",
          "11.11111",
          "10",
          "5",
          "0");

  private static final SourceSpan HERE = new SourceSpan("bank.yaml", 1, 1);

  private static Element xml(byte[] bytes) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes));
    return document.getDocumentElement();
  }

  private static List<Element> all(Element in, String name) {
    NodeList found = in.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static String text(Element in, String name) {
    return all(in, name).stream().findFirst().map(Element::getTextContent).orElse("");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void eachFieldOfTheXmlIsOneThatMoodleTakes(long seed) throws Exception {
    byte[] written =
        Trip.write(new MoodleXmlFormat(), new BankMaker(seed).bank(120), Map.of()).bytes();
    for (Element question : all(xml(written), "question")) {
      String type = question.getAttribute("type");
      if (type.equals("category")) {
        continue;
      }
      assertThat(text(question, "name").strip()).isNotEmpty().hasSizeLessThanOrEqualTo(255);
      assertThat(text(question, "idnumber")).hasSizeLessThanOrEqualTo(100);
      for (Element tag : all(question, "tag")) {
        assertThat(tag.getTextContent().strip())
            .hasSizeLessThanOrEqualTo(50)
            .doesNotContainPattern("[<>`\\p{Cntrl}]|\\s\\s");
      }
      for (Element pair : all(question, "subquestion")) {
        assertThat(text(pair, "answer").strip()).isNotEmpty().hasSizeLessThanOrEqualTo(255);
      }
      if (Set.of("multichoice", "shortanswer", "numerical", "truefalse").contains(type)) {
        grades(question, type.equals("multichoice") && text(question, "single").equals("false"));
      }
    }
  }

  private static void grades(Element question, boolean several) {
    double sum = 0;
    double most = 0;
    for (Element answer : all(question, "answer")) {
      String grade = answer.getAttribute("fraction");
      assertThat(GRADES).contains(grade.replaceFirst("^-", ""));
      double value = Double.parseDouble(grade);
      sum += Math.max(0, value);
      most = Math.max(most, value);
    }
    assertThat(several ? Math.round(sum) : most).isEqualTo(several ? 100L : 100.0);
  }

  private static final Pattern TAG = Pattern.compile("\\[tag:((?:\\\\]|[^\\]])+)]");
  private static final Pattern RIGHT = Pattern.compile("(?m)^  =.* -> (.*)$");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void eachLineOfTheGiftIsOneThatMoodleTakes(long seed) {
    String gift =
        new String(
            Trip.write(new GiftFormat(), new BankMaker(seed).bank(120), Map.of()).bytes(),
            StandardCharsets.UTF_8);
    for (String block : gift.split("\n\n", -1)) {
      // A comment is a line that begins with it, inside of answers, too.
      assertThat(block.lines().dropWhile(it -> it.startsWith("//")))
          .noneMatch(it -> it.strip().startsWith("//") || it.isBlank());
      Matcher tag = TAG.matcher(block);
      while (tag.find()) {
        assertThat(tag.group(1)).hasSizeLessThanOrEqualTo(50);
      }
      Matcher right = RIGHT.matcher(block);
      while (right.find()) {
        assertThat(right.group(1)).doesNotStartWith("[html]").doesNotContain("&lt;");
      }
    }
  }

  @Test
  void aPrincipleWithALongNameComesBackThroughTags() throws Unreadable {
    String id = "say-what-happens-next-before-you-say-why-it-happened";
    List<BankAnswer> options =
        List.of(
            BankAnswer.of(Role.OPTION, "Now", true).with(BankAnswer.APPLIES, id),
            BankAnswer.of(Role.OPTION, "Never", false));
    Bank bank =
        new Bank("", false, List.of(BankQuestion.of(HERE, "late", "choice", "Late?", options)));
    for (Format format : List.of(new MoodleXmlFormat(), new GiftFormat())) {
      byte[] written = Trip.write(format, bank, Map.of()).bytes();
      assertThat(new String(written, StandardCharsets.UTF_8))
          .doesNotContainPattern("rebound answer 1 applies: [^<\\]]{26}");
      Upload upload = new Upload("x" + format.endings().get(0), written);
      assertThat(Trip.read(format, upload).bank().questions().get(0).answers().get(0).more())
          .containsEntry(BankAnswer.APPLIES, id);
    }
  }

  @Test
  void whatMoodleHasNoGradeForIsLeftOutAndSaid() {
    List<BankAnswer> options = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      options.add(BankAnswer.of(Role.OPTION, "right " + i, true));
    }
    options.add(BankAnswer.of(Role.OPTION, "wrong", false));
    BankQuestion question =
        BankQuestion.of(HERE, "many", "choice", "Which?", options)
            .with(BankQuestion.SELECT, BankQuestion.SEVERAL);
    for (Format format : List.of(new MoodleXmlFormat(), new GiftFormat())) {
      Trip.Departure out = Trip.write(format, new Bank("", false, List.of(question)), Map.of());
      assertThat(out.losses()).extracting(Loss::what).containsExactly(Loss.What.QUESTION);
      assertThat(new String(out.bytes(), StandardCharsets.UTF_8)).doesNotContain("right 1");
    }
  }
}
