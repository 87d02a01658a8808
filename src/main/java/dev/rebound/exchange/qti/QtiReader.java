package dev.rebound.exchange.qti;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.Categories;
import dev.rebound.exchange.Ids;
import dev.rebound.exchange.Imported;
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
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Reads a file or package of QTI, whichever version each of its files is. */
final class QtiReader {
  private static final Pattern ROOT =
      Pattern.compile("<(?:[A-Za-z0-9]{1,20}:)?([A-Za-z][A-Za-z0-9-]{1,40})[\\s>/]");
  private static final String TEST = "assessmentTest";
  static final String ITEM = "assessmentItem";
  static final String RESULTS = "questestinterop";

  /** A guid says less than a title. */
  private static final Pattern GUID =
      Pattern.compile("(?i)[a-z_-]{0,12}[0-9a-f_-]{8,}|[a-z]{0,4}[-_]?\\d+");

  private final Incoming in;
  private final Ids ids = new Ids();
  private final Categories titles = new Categories();
  private final List<BankQuestion> questions = new ArrayList<>();

  /** What a test says of an item, by the item's path. */
  private final Map<String, Map<String, String>> settings = new LinkedHashMap<>();

  private final List<String> order = new ArrayList<>();
  private boolean graded;
  private int met;

  QtiReader(Incoming in) {
    this.in = in;
  }

  Imported read(Upload upload) throws Unreadable {
    QtiPackage files = QtiPackage.read(upload, in.losses());
    List<String> items = new ArrayList<>();
    List<String> results = new ArrayList<>();
    for (Map.Entry<String, Upload> file : files.files().entrySet()) {
      switch (root(file.getValue())) {
        case TEST -> test(file.getKey(), file.getValue(), files);
        case ITEM -> items.add(file.getKey());
        case RESULTS -> results.add(file.getKey());
        default -> {}
      }
    }
    List<String> sorted = new ArrayList<>(order.stream().filter(items::contains).toList());
    items.stream().filter(it -> !sorted.contains(it)).forEach(sorted::add);
    for (String path : sorted) {
      item(path, files);
    }
    ResultsReader reader = new ResultsReader(in, ids, titles, questions);
    reader.read(results, files);
    graded |= reader.isGraded();
    if (met + reader.met() == 0) {
      throw new Unreadable(
          upload.whole(), "has no item.", "Export a bank or a test as a QTI package.");
    }
    return new Imported(
        new Bank(titles.title(upload.whole(), in.losses()), graded, questions), "", in.pictures());
  }

  /** By its first element, in the names of 2.x. */
  static String root(Upload file) {
    String head = file.head();
    var matcher = ROOT.matcher(head.replaceAll("(?s)<!--.*?-->", ""));
    if (!matcher.find()) {
      return "";
    }
    String name = matcher.group(1);
    return name.startsWith("qti-") ? QtiNames.camel(name.substring(4)) : name;
  }

  private void test(String path, Upload file, QtiPackage files) throws Unreadable {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    XmlElement test =
        XmlReader.whole(
            file,
            in.losses(),
            it -> true,
            Set.of("assessmentItemRef", "qti-assessment-item-ref"),
            it -> reference(QtiNames.old(it), folder));
    titles.add(test.attribute("title").replace("/", "//"));
    graded |= files.keywords().getOrDefault(path, List.of()).contains(Notes.GRADED);
    if (has(test, "selection") || has(test, "qti-selection")) {
      in.losses()
          .add(
              file.whole(),
              "",
              Loss.What.DELIVERY,
              "it draws some of its items at random; all came along.");
    }
  }

  private static boolean has(XmlElement it, String name) {
    return it.is(name) || it.children().stream().anyMatch(child -> has(child, name));
  }

  private void reference(XmlElement it, String folder) throws Unreadable {
    String path = QtiPackage.resolve(folder, it.attribute("href"));
    Incoming.bound(order.size(), it.span());
    order.add(path);
    Map<String, String> says = settings.computeIfAbsent(path, key -> new LinkedHashMap<>());
    it.child("weight")
        .ifPresent(weight -> put(BankQuestion.WEIGHT, weight.attribute("value"), says));
    it.child("itemSessionControl")
        .ifPresent(control -> put(BankQuestion.ATTEMPTS, control.attribute("maxAttempts"), says));
  }

  private static void put(String key, String value, Map<String, String> says) {
    Values.number(value)
        .filter(it -> it.matches("\\d{1,3}|\\d+\\.\\d+"))
        .ifPresent(it -> says.put(key, it));
  }

  private void item(String path, QtiPackage files) throws Unreadable {
    Upload file = files.files().getOrDefault(path, new Upload(path, new byte[0]));
    XmlElement xml;
    try {
      xml = QtiNames.old(XmlReader.whole(file, in.losses(), it -> true, Set.of(), it -> {}));
    } catch (Unreadable broken) {
      if (files.files().size() == 1) {
        throw broken;
      }
      in.losses().add(broken.span(), "", Loss.What.QUESTION, "a file of it " + broken.message());
      return;
    }
    Incoming.bound(++met, xml.span());
    String title = xml.attribute("title");
    String own = xml.attribute("identifier");
    String id = id(ids, own, title);
    Texts texts = in.texts(xml.span(), id);
    in.nextText();
    files.shown(path, HtmlOf.inside(xml)).forEach(in::offer);
    Optional<Item> item =
        new ItemReader(xml, texts).read(id, files.keywords().getOrDefault(path, List.of()));
    item.ifPresent(
        it -> questions.addAll(new Questions(it, texts, declared(xml)).read(said(path, texts))));
  }

  static String id(Ids ids, String own, String title) {
    return GUID.matcher(own).matches() || own.equals(PackageWriter.identifier(title))
        ? ids.next(title, own)
        : ids.next(own, title);
  }

  private Map<String, String> said(String path, Texts texts) {
    Map<String, String> said = new LinkedHashMap<>();
    settings
        .getOrDefault(path, Map.of())
        .forEach(
            (key, value) -> {
              if (value.matches("[2-9]")) {
                said.put(key, value);
              } else if (!value.equals("1") && key.equals(BankQuestion.WEIGHT)) {
                texts.lost(Loss.What.SCORE, "it counts " + value + " there, and 1 here.");
              } else if (!value.matches("[01]")) {
                texts.lost(Loss.What.DELIVERY, "it gives " + value + " tries there, and 1 here.");
              }
            });
    return said;
  }

  private static BiFunction<Item, Interaction, Optional<Scorer>> declared(XmlElement xml) {
    return (item, interaction) ->
        xml.children("responseDeclaration")
            .filter(it -> it.attribute("identifier").equals(interaction.response()))
            .map(Declaration::of)
            .filter(it -> !it.correct().isEmpty() || it.mapping().isPresent())
            .map(it -> (Scorer) new Declared(it))
            .findFirst();
  }
}
