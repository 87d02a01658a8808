package dev.rebound.exchange.moodle;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.Categories;
import dev.rebound.exchange.Ids;
import dev.rebound.exchange.Incoming;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Notes;
import dev.rebound.exchange.Scoring;
import dev.rebound.exchange.Texts;
import dev.rebound.exchange.Unreadable;
import dev.rebound.exchange.Upload;
import dev.rebound.exchange.Values;
import dev.rebound.exchange.XmlElement;
import dev.rebound.exchange.XmlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads Moodle XML, question by question. */
final class MoodleReader {
  private static final Set<String> STANDARD_WORDS =
      Set.of(
          "Your answer is correct.",
          "Your answer is partially correct.",
          "Your answer is incorrect.",
          "That's right.",
          "That's not right.",
          "Parts, but only parts, of your response are correct.");

  private final Incoming in;
  private final Ids ids = new Ids();
  private final Categories categories = new Categories();
  private final List<BankQuestion> questions = new ArrayList<>();
  private String category = "";
  private boolean graded;
  private int met;

  MoodleReader(Incoming in) {
    this.in = in;
  }

  Bank read(Upload file) throws Unreadable {
    XmlReader.each(file, in.losses(), "quiz", this::piece);
    if (met == 0) {
      throw new Unreadable(
          file.whole(),
          "has no question.",
          "Export a category of the question bank as Moodle XML.");
    }
    return new Bank(categories.title(file.whole(), in.losses()), graded, questions);
  }

  private void piece(XmlElement piece) throws Unreadable {
    if (piece.name().equals(XmlElement.COMMENT)) {
      graded |= piece.text().equals(Notes.GRADED);
    } else if (piece.name().equals("question")) {
      if (piece.attribute("type").equals("category")) {
        category = text(piece.child("category"));
        return;
      }
      Incoming.bound(++met, piece.span());
      question(piece);
      categories.add(category);
    }
  }

  private static String text(Optional<XmlElement> element) {
    return element
        .map(it -> it.child("text").map(XmlElement::text).orElse(it.text()).strip())
        .orElse("");
  }

  private void question(XmlElement xml) {
    String type = xml.attribute("type");
    String id =
        ids.next(xml.value("idnumber"), text(xml.child("name")), text(xml.child("questiontext")));
    Texts texts = in.texts(xml.span(), id);
    MoodleTexts words = new MoodleTexts(in, texts);
    if (type.equals("description")) {
      texts.lost(Loss.What.QUESTION, "a description is no question and is left out.");
      return;
    }
    MoodleAnswers answers = new MoodleAnswers(xml, texts, words);
    Optional<MoodleAnswers.Read> read = answers.read(type);
    if (read.isEmpty()) {
      return;
    }
    String stem =
        read.get().stem().isEmpty() ? words.of(xml.child("questiontext")) : read.get().stem();
    List<BankAnswer> told =
        Scoring.generalFeedback(
            read.get().answers(), words.of(xml.child("generalfeedback")), texts);
    Map<String, String> settings = new LinkedHashMap<>(read.get().settings());
    weight(xml, texts, settings);
    List<String> hints = new ArrayList<>();
    xml.children("hint")
        .map(it -> words.of(Optional.of(it)))
        .filter(it -> !it.isEmpty())
        .forEach(hints::add);
    combined(xml, words, texts);
    if (stem.isEmpty()) {
      texts.lost(Loss.What.QUESTION, "it has no text and is left out.");
      return;
    }
    BankQuestion question =
        new BankQuestion(xml.span(), id, read.get().type(), stem, told, hints, settings);
    questions.add(noted(question, xml, texts));
  }

  private static void weight(XmlElement xml, Texts texts, Map<String, String> settings) {
    String grade = xml.value("defaultgrade");
    Optional<String> weight = Values.number(grade);
    if (grade.isEmpty() || weight.filter(it -> it.equals("1")).isPresent()) {
      return;
    }
    if (weight.filter(it -> it.matches("[2-9]")).isPresent()) {
      settings.put(BankQuestion.WEIGHT, weight.get());
    } else {
      texts.lost(Loss.What.SCORE, "it counts " + grade + " there, and 1 here.");
    }
  }

  /** What Moodle says after any right, half right or wrong response, unless it is its own words. */
  private static void combined(XmlElement xml, MoodleTexts words, Texts texts) {
    for (String name :
        List.of("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")) {
      String said = words.of(xml.child(name));
      if (!said.isEmpty() && !STANDARD_WORDS.contains(said)) {
        texts.lost(
            Loss.What.FEEDBACK, "what is said after any such response (" + name + ") is left out.");
      }
    }
  }

  private static BankQuestion noted(BankQuestion question, XmlElement xml, Texts texts) {
    List<String> lines = new ArrayList<>();
    xml.child("tags")
        .ifPresent(tags -> tags.children("tag").forEach(it -> lines.add(text(Optional.of(it)))));
    List<String> tags = new ArrayList<>();
    xml.children(XmlElement.COMMENT)
        .map(XmlElement::text)
        .filter(it -> it.startsWith(Notes.OURS))
        .forEach(lines::add);
    List<Notes.Note> notes = Notes.read(lines, tags);
    tags.forEach(tag -> texts.lost(Loss.What.TAG, "the tag \"" + tag + "\" is left out."));
    return Notes.restore(question, notes);
  }
}
