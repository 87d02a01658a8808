package dev.rebound.exchange.moodle;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.Categories;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Notes;
import dev.rebound.exchange.Outgoing;
import dev.rebound.exchange.Scoring;
import dev.rebound.exchange.Values;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.XmlText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Writes XML that any Moodle imports, with what Moodle lacks in tags and comments. */
final class MoodleWriter {
  /** Ordering is a plugin in many a Moodle, so it travels as matching. */
  private static final Set<String> DISGUISED = Set.of("sequencing", "sort", "likert", "hot-text");

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final Outgoing out;
  private final StringBuilder xml = new StringBuilder();

  MoodleWriter(Outgoing out) {
    this.out = out;
  }

  String write(Bank bank) {
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");
    if (bank.graded()) {
      xml.append("  <!-- ").append(Notes.GRADED).append(" -->\n");
    }
    if (!bank.title().isEmpty()) {
      xml.append("  <question type=\"category\"><category>");
      plain(Categories.path(bank.title()));
      xml.append("</category></question>\n");
    }
    bank.questions().forEach(this::question);
    return xml.append("</quiz>\n").toString();
  }

  private void question(BankQuestion original) {
    Notes.Disguise disguise = Notes.disguise(original, DISGUISED);
    BankQuestion it = disguise.question();
    long rights = it.answers().stream().filter(BankAnswer::right).count();
    if (it.several() && !Scoring.isShared(rights)) {
      out.losses()
          .add(
              original,
              Loss.What.QUESTION,
              "Moodle cannot share a mark among " + rights + " right options; it is left out.");
      return;
    }
    List<Notes.Note> notes = new ArrayList<>(disguise.notes());
    notes.addAll(Notes.of(it, kept(it)));
    boolean takesPart = it.several() || it.type().equals("matching");
    if (takesPart && !it.is(BankQuestion.PARTIAL)) {
      notes.add(new Notes.Note(BankQuestion.PARTIAL, "false"));
    }
    xml.append("  <question type=\"").append(type(it.type())).append("\">\n    <name>");
    plain(it.id());
    xml.append("</name>\n");
    text(it, "questiontext", "", it.stem());
    String weight = it.setting(BankQuestion.WEIGHT).orElse("1");
    element("defaultgrade", weight);
    xml.append("    <idnumber>").append(it.id()).append("</idnumber>\n");
    answers(it, original);
    it.hints().forEach(hint -> text(it, "hint", "", hint));
    tags(notes);
    xml.append("  </question>\n");
  }

  private static Predicate<String> kept(BankQuestion it) {
    boolean feedback = !it.type().equals("matching") && !it.type().equals("long-answer");
    boolean takesPart = it.several() || it.type().equals("matching");
    return key ->
        switch (key) {
          case "answer feedback" -> feedback;
          case BankQuestion.SELECT, BankQuestion.WEIGHT, "hints" -> true;
          case BankQuestion.PARTIAL -> takesPart;
          case BankQuestion.SHUFFLE -> it.type().equals("choice");
          default -> false;
        };
  }

  private static String type(String type) {
    return switch (type) {
      case "choice" -> "multichoice";
      case "true-false" -> "truefalse";
      case "fill-in" -> "shortanswer";
      case "numeric" -> "numerical";
      case "matching" -> "matching";
      default -> "essay";
    };
  }

  private void tags(List<Notes.Note> notes) {
    List<String> tags =
        notes.stream().filter(Notes.Note::isShort).flatMap(it -> it.tags().stream()).toList();
    if (!tags.isEmpty()) {
      xml.append("    <tags>\n");
      for (String tag : tags) {
        xml.append("      <tag>");
        plain(tag);
        xml.append("</tag>\n");
      }
      xml.append("    </tags>\n");
    }
    for (Notes.Note note : notes) {
      if (!note.isShort()) {
        // XML ends a comment at two hyphens.
        String line = note.toString().replaceAll("-(?=-)", "-\\\\");
        xml.append("    <!-- ").append(line).append(" -->\n");
      }
    }
  }

  private void answers(BankQuestion it, BankQuestion original) {
    switch (it.type()) {
      case "matching" -> {
        element("shuffleanswers", "true");
        it.answers().forEach(pair -> pair(it, pair, original.type().equals("sort")));
      }
      case "long-answer" -> {
        element("responseformat", "editor");
        element("responsefieldlines", "10");
        element("attachments", "0");
        it.answers().forEach(model -> text(it, "graderinfo", "", model.text()));
      }
      case "numeric" -> {
        it.answers().forEach(range -> range(it, range));
        element("unitgradingtype", "0");
        element("showunits", "3");
      }
      case "fill-in" -> {
        element("usecase", "0");
        for (BankAnswer answer : it.answers()) {
          String typed = out.plain(it, answer.text()).replace("*", "\\*");
          answer(it, answer, answer.right() ? "100" : "0", typed);
        }
      }
      case "true-false" ->
          it.answers()
              .forEach(
                  verdict -> answer(it, verdict, verdict.right() ? "100" : "0", verdict.text()));
      default -> options(it);
    }
  }

  private void options(BankQuestion it) {
    long rights = it.answers().stream().filter(BankAnswer::right).count();
    element("single", String.valueOf(!it.several()));
    element("shuffleanswers", String.valueOf(it.is(BankQuestion.SHUFFLE)));
    element("answernumbering", "abc");
    for (BankAnswer option : it.answers()) {
      String share = Values.plain(Scoring.share(it.several() ? rights : 1));
      String wrong = it.several() ? "-" + (it.is(BankQuestion.PARTIAL) ? share : "100") : "0";
      // Of a scale, whatever is picked is right.
      String fraction = option.right() || rights == 0 ? rights == 0 ? "100" : share : wrong;
      text(it, "answer", " fraction=\"" + fraction + "\"", option.text(), feedback(it, option));
    }
  }

  private void answer(BankQuestion it, BankAnswer answer, String fraction, String typed) {
    xml.append("    <answer fraction=\"")
        .append(fraction)
        .append("\" format=\"moodle_auto_format\">");
    plain(typed);
    xml.append(feedback(it, answer)).append("</answer>\n");
  }

  private void range(BankQuestion it, BankAnswer range) {
    BigDecimal from = new BigDecimal(range.text());
    BigDecimal to = new BigDecimal(range.with());
    xml.append("    <answer fraction=\"100\" format=\"moodle_auto_format\">");
    plain(Values.plain(from.add(to).divide(TWO)));
    xml.append("<tolerance>")
        .append(Values.plain(to.subtract(from).divide(TWO)))
        .append("</tolerance>");
    xml.append(feedback(it, range)).append("</answer>\n");
  }

  /**
   * @param noted whether the right side's marks come back from a note
   */
  private void pair(BankQuestion it, BankAnswer pair, boolean noted) {
    String right = noted ? Markup.plain(out.inlines(pair.with())) : out.plain(it, pair.with());
    StringBuilder answer = new StringBuilder("<answer><text>");
    XmlText.escape(right, answer);
    String left = pair.role() == Role.PAIR ? pair.text() : "";
    text(it, "subquestion", "", left, answer.append("</text></answer>").toString());
  }

  private String feedback(BankQuestion it, BankAnswer answer) {
    return answer
        .get(BankAnswer.FEEDBACK)
        .map(why -> "\n      " + html(it, "feedback", "", why, "") + "\n    ")
        .orElse("");
  }

  private void text(BankQuestion it, String name, String attributes, String markdown) {
    text(it, name, attributes, markdown, "");
  }

  private void text(
      BankQuestion it, String name, String attributes, String markdown, String inside) {
    xml.append("    ").append(html(it, name, attributes, markdown, inside)).append('\n');
  }

  /** An element with a text as HTML, the pictures that it shows, and what else stands in it. */
  private String html(
      BankQuestion it, String name, String attributes, String markdown, String inside) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    String html = out.html(it, markdown, image -> tag(image, files));
    StringBuilder made = new StringBuilder("<" + name + attributes + " format=\"html\"><text>");
    XmlText.escape(html, made);
    made.append("</text>");
    files.forEach(
        (file, bytes) -> {
          made.append("<file name=\"");
          XmlText.escape(file, made);
          made.append("\" path=\"/\" encoding=\"base64\">");
          made.append(Base64.getEncoder().encodeToString(bytes)).append("</file>");
        });
    return made.append(inside).append("</").append(name).append('>').toString();
  }

  private Optional<String> tag(Inline.Image image, Map<String, byte[]> files) {
    Optional<byte[]> bytes = out.picture(image.path());
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    String name = image.path().substring(image.path().lastIndexOf('/') + 1);
    files.put(name, bytes.get());
    StringBuilder tag = new StringBuilder("<img src=\"@@PLUGINFILE@@/");
    XmlText.escape(name.replace(" ", "%20"), tag);
    tag.append("\" alt=\"");
    XmlText.escape(image.alt(), tag);
    return Optional.of(tag.append("\">").toString());
  }

  private void plain(String text) {
    xml.append("<text>");
    XmlText.escape(text, xml);
    xml.append("</text>");
  }

  private void element(String name, String value) {
    xml.append("    <")
        .append(name)
        .append('>')
        .append(value)
        .append("</")
        .append(name)
        .append(">\n");
  }
}
