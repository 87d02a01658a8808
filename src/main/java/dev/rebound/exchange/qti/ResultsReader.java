package dev.rebound.exchange.qti;

import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.Categories;
import dev.rebound.exchange.Ids;
import dev.rebound.exchange.Incoming;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Notes;
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

/** Reads {@code questestinterop}: assessments and banks of QTI 1.2, of cartridges, of Canvas. */
final class ResultsReader {
  private static final String CANVAS = "non_cc_assessments/";

  private final Incoming in;
  private final Ids ids;
  private final Categories titles;
  private final List<BankQuestion> questions;
  private boolean graded;
  private int met;

  ResultsReader(Incoming in, Ids ids, Categories titles, List<BankQuestion> questions) {
    this.in = in;
    this.ids = ids;
    this.titles = titles;
    this.questions = questions;
  }

  /** Whether one of them says that it is a test. */
  boolean isGraded() {
    return graded;
  }

  int met() {
    return met;
  }

  void read(List<String> paths, QtiPackage files) throws Unreadable {
    for (String path : paths) {
      if (!isTwin(path, paths)) {
        Upload file = files.files().getOrDefault(path, new Upload(path, new byte[0]));
        try {
          file(path, file, files);
        } catch (Unreadable broken) {
          if (files.files().size() == 1) {
            throw broken;
          }
          in.losses()
              .add(broken.span(), "", Loss.What.QUESTION, "a file of it " + broken.message());
        }
      }
    }
  }

  /** Canvas writes each quiz twice: as a cartridge may have it, and as it is. */
  private static boolean isTwin(String path, List<String> paths) {
    String folder = path.replaceFirst("/[^/]*$", "");
    String name = folder.substring(folder.lastIndexOf('/') + 1);
    return path.endsWith("/assessment_qti.xml")
        && paths.stream().anyMatch(it -> it.endsWith(CANVAS + name + ".xml.qti"));
  }

  private void file(String path, Upload file, QtiPackage files) throws Unreadable {
    XmlElement root =
        XmlReader.whole(
            file,
            in.losses(),
            "questestinterop"::equals,
            Set.of("item"),
            item -> item(item, path, files));
    for (XmlElement it : root.children()) {
      if (it.is("assessment") || it.is("objectbank") || it.is("section")) {
        Map<String, String> metadata = ResultItem.metadata(it);
        titles.add(metadata.getOrDefault("bank_title", it.attribute("title")).replace("/", "//"));
      }
      graded |= it.is(XmlElement.COMMENT) && it.text().equals(Notes.GRADED);
    }
  }

  private void item(XmlElement xml, String path, QtiPackage files) throws Unreadable {
    Incoming.bound(++met, xml.span());
    Map<String, String> metadata = ResultItem.metadata(xml);
    String own = xml.attribute("ident");
    String title = xml.attribute("title");
    String id = QtiReader.id(ids, own, title);
    Texts texts = in.texts(xml.span(), id);
    in.nextText();
    files.shown(path, allText(xml)).forEach(in::offer);
    List<String> lines = new ArrayList<>();
    metadata.forEach(
        (label, entry) -> {
          if (label.startsWith(Notes.OURS)) {
            lines.add(label + ": " + entry);
          }
        });
    xml.children(XmlElement.COMMENT).map(XmlElement::text).forEach(lines::add);
    List<Notes.Note> notes = Notes.read(lines, new ArrayList<>());
    ResultItem reader = new ResultItem(xml, metadata, texts);
    Optional<Item> item = reader.read(id, notes);
    if (item.isPresent()) {
      Map<String, String> settings = weight(metadata, texts);
      for (BankQuestion question :
          new Questions(item.get(), texts, ResultsReader::alone).read(settings)) {
        List<String> hints = new ArrayList<>();
        reader.hints().stream().map(texts::html).filter(it -> !it.isEmpty()).forEach(hints::add);
        questions.add(hints.isEmpty() ? question : question.withHints(hints));
      }
    }
  }

  /** What addresses are looked for in: HTML that is written as text, and pictures that are not. */
  private static String allText(XmlElement it) {
    StringBuilder out = new StringBuilder(it.text());
    if (it.is("matimage")) {
      out.append(" src=\"").append(it.attribute("uri")).append('"');
    } else if (it.is("mattext")) {
      out.append(HtmlOf.inside(it));
    }
    it.children().forEach(child -> out.append(allText(child)));
    return out.toString();
  }

  private static Optional<Scorer> alone(Item item, Interaction interaction) {
    if (item.interactions().size() == 1) {
      return Optional.empty();
    }
    Map<String, List<String>> others = new LinkedHashMap<>();
    for (Interaction it : item.interactions()) {
      item.scorer().suggestions(it.response()).stream()
          .findFirst()
          .ifPresent(one -> others.put(it.response(), List.of(one.get(0))));
    }
    return Optional.of(Through.alone(item.scorer(), interaction.response(), others));
  }

  private static Map<String, String> weight(Map<String, String> metadata, Texts texts) {
    String points =
        metadata.getOrDefault("points_possible", metadata.getOrDefault("cc_weighting", ""));
    Optional<String> weight = Values.number(points);
    if (weight.filter(it -> it.matches("[2-9]")).isPresent()) {
      return Map.of(BankQuestion.WEIGHT, weight.get());
    }
    if (weight.filter(it -> !it.equals("1")).isPresent()) {
      texts.lost(Loss.What.SCORE, "it counts " + weight.get() + " there, and 1 here.");
    }
    return Map.of();
  }
}
