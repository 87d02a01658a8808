package dev.rebound.exchange;

import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A bank from the rows of a table, each question from the row that names it to the next. */
public final class SheetReader {
  private static final Set<String> YES =
      Set.of(
          "yes", "y", "true", "1", "x", "✓", "✔", "right", "correct", "wahr", "ja", "oui", "si",
          "sí");

  private static final Map<String, Role> USUAL =
      Map.ofEntries(
          Map.entry("choice", Role.OPTION),
          Map.entry("true-false", Role.VERDICT),
          Map.entry("matching", Role.PAIR),
          Map.entry("sequencing", Role.STEP),
          Map.entry("sort", Role.ENTRY),
          Map.entry("fill-in", Role.ACCEPTED),
          Map.entry("numeric", Role.RANGE),
          Map.entry("hot-text", Role.PLAIN),
          Map.entry("likert", Role.POINT),
          Map.entry("long-answer", Role.MODEL));

  private final Incoming in;
  private final Ids ids = new Ids();
  private final List<BankQuestion> questions = new ArrayList<>();
  private String title = "";
  private boolean graded;

  private SheetReader(Incoming in) {
    this.in = in;
  }

  /** What a header calls a column, by whichever of its names; empty where it is none of ours. */
  public static String column(String header) {
    String name = header.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replaceAll("\\s+", " ");
    return switch (name) {
      case "stem", "question text" -> SheetRow.QUESTION;
      case "question id", "idnumber" -> SheetRow.ID;
      case "option", "answer text", "text" -> SheetRow.ANSWER;
      case "right", "key", "is correct", "correct?" -> SheetRow.CORRECT;
      case "explanation", "why", "rationale" -> BankAnswer.FEEDBACK;
      case "goes with", "matches" -> SheetRow.MATCH;
      case "question type" -> SheetRow.TYPE;
      default -> SheetRow.COLUMNS.contains(name) ? name : "";
    };
  }

  public static Bank read(List<SheetRow> rows, SourceSpan file, Incoming in) throws Unreadable {
    SheetReader reader = new SheetReader(in);
    List<SheetRow> question = new ArrayList<>();
    for (SheetRow row : rows) {
      if (row.get(SheetRow.PART).equalsIgnoreCase(SheetRow.TITLE)) {
        reader.title = row.get(SheetRow.ANSWER);
        reader.graded = row.get(SheetRow.MATCH).equalsIgnoreCase("graded");
        continue;
      }
      if (!row.get(SheetRow.QUESTION).isEmpty()) {
        reader.question(question);
        question.clear();
        Incoming.bound(reader.questions.size(), row.span());
      }
      if (!row.isEmpty()) {
        question.add(row);
      }
    }
    reader.question(question);
    if (reader.questions.isEmpty()
        && in.losses().all().stream().noneMatch(it -> it.what() == Loss.What.QUESTION)) {
      throw new Unreadable(
          file,
          "has no row with a question.",
          "`rebound new sheet` makes one with an example of each type.");
    }
    return new Bank(reader.title, reader.graded, reader.questions);
  }

  private void question(List<SheetRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    SheetRow first = rows.get(0);
    if (first.get(SheetRow.QUESTION).isEmpty()) {
      in.losses()
          .add(
              first.span(),
              "",
              Loss.What.ANSWER,
              "an answer before the first question is left out.");
      return;
    }
    String id = ids.next(first.get(SheetRow.ID), first.get(SheetRow.QUESTION));
    Texts texts = in.texts(first.span(), id);
    if (!first.get(SheetRow.ID).isEmpty() && !first.get(SheetRow.ID).equals(id)) {
      texts.lost(
          Loss.What.ID,
          "its id \"" + HtmlReader.cut(first.get(SheetRow.ID)) + "\" became " + id + ".");
    }
    String type = type(rows);
    Map<String, String> settings = new LinkedHashMap<>();
    for (String key : Values.SETTINGS) {
      set(key, first.get(key), settings, texts);
    }
    List<BankAnswer> answers = new ArrayList<>();
    List<String> hints = new ArrayList<>();
    for (SheetRow row : rows) {
      String part = row.get(SheetRow.PART).toLowerCase(Locale.ROOT);
      if (part.equals(SheetRow.HINT)) {
        hints.add(texts.markdown(row.get(SheetRow.ANSWER)));
      } else if (part.equals(SheetRow.ALLOW)) {
        set(
            BankQuestion.ALLOW + row.get(SheetRow.ANSWER),
            row.get(BankAnswer.FEEDBACK),
            settings,
            texts);
      } else if (!row.get(SheetRow.ANSWER).isEmpty() || !row.get(SheetRow.MATCH).isEmpty()) {
        answer(row, part, type, texts).ifPresent(answers::add);
      }
    }
    hints.removeIf(String::isEmpty);
    if (type.equals("choice") && answers.stream().filter(BankAnswer::right).count() > 1) {
      settings.putIfAbsent(BankQuestion.SELECT, BankQuestion.SEVERAL);
    }
    List<BankAnswer> whole =
        type.equals("sort") ? withCategories(answers) : marked(answers, settings);
    questions.add(
        new BankQuestion(
            first.span(),
            id,
            type,
            texts.markdown(first.get(SheetRow.QUESTION)),
            whole,
            hints,
            settings));
  }

  private static void set(String key, String value, Map<String, String> settings, Texts texts) {
    boolean flag = key.equals(BankQuestion.SHUFFLE) || key.equals(BankQuestion.PARTIAL);
    String plain = flag && YES.contains(value.toLowerCase(Locale.ROOT)) ? BankQuestion.TRUE : value;
    if (value.isEmpty() || Values.isDefault(key, plain) || (flag && plain.equalsIgnoreCase("no"))) {
      return;
    }
    if (Values.fit(key, plain)) {
      settings.put(key, plain);
    } else {
      texts.lost(
          key.equals(BankQuestion.LEVEL) ? Loss.What.LEVEL : Loss.What.DELIVERY,
          "`"
              + HtmlReader.cut(key)
              + "` cannot be \""
              + HtmlReader.cut(value)
              + "\" and is left out.");
    }
  }

  /** What it says, or what its answers look like. */
  private static String type(List<SheetRow> rows) {
    String said = rows.get(0).get(SheetRow.TYPE).toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
    if (!said.isEmpty()) {
      return said.equals("true/false") ? "true-false" : said;
    }
    Set<String> texts = new LinkedHashSet<>();
    rows.forEach(row -> texts.add(row.get(SheetRow.ANSWER).toLowerCase(Locale.ROOT)));
    if (rows.stream().anyMatch(row -> !row.get(SheetRow.MATCH).isEmpty())) {
      return "matching";
    }
    return texts.equals(Set.of("true", "false")) ? "true-false" : "choice";
  }

  private Optional<BankAnswer> answer(SheetRow row, String part, String type, Texts texts) {
    Role role = USUAL.getOrDefault(type, Role.OPTION);
    for (Role one : Role.values()) {
      role = one.name().toLowerCase(Locale.ROOT).equals(part) ? one : role;
    }
    boolean says = YES.contains(row.get(SheetRow.CORRECT).toLowerCase(Locale.ROOT));
    boolean right =
        switch (role) {
          case OPTION, VERDICT -> says;
          case REJECTED, EXTRA, CATEGORY, PLAIN, POINT -> false;
          default -> true;
        };
    String text = row.get(SheetRow.ANSWER);
    String with = row.get(SheetRow.MATCH);
    Map<String, String> more = new LinkedHashMap<>();
    for (String key : List.of(BankAnswer.APPLIES, BankAnswer.BREAKS, BankAnswer.TYPOS)) {
      more(key, row.get(key), more, texts);
    }
    more(BankAnswer.ID, row.get(SheetRow.ANSWER_ID), more, texts);
    String feedback = texts.markdown(row.get(BankAnswer.FEEDBACK));
    if (!feedback.isEmpty()) {
      more.put(BankAnswer.FEEDBACK, feedback);
    }
    return switch (role) {
      case RANGE -> Optional.of(range(text, with, more));
      case VERDICT ->
          Optional.of(new BankAnswer(role, text.toLowerCase(Locale.ROOT), "", right, more));
      case POINT -> Optional.of(new BankAnswer(role, text, "", right, Map.of()));
      case ENTRY -> Optional.of(new BankAnswer(role, texts.markdown(text), with, right, more));
      default ->
          Optional.of(
              new BankAnswer(role, texts.markdown(text), texts.markdown(with), right, more));
    };
  }

  private static void more(String key, String value, Map<String, String> more, Texts texts) {
    if (value.isEmpty() || Values.isDefault(key, value)) {
      return;
    }
    if (Values.fit(key, value)) {
      more.put(key, value);
    } else {
      texts.lost(
          key.equals(BankAnswer.TYPOS)
              ? Loss.What.DELIVERY
              : key.equals(BankAnswer.ID) ? Loss.What.ID : Loss.What.MAPPING,
          "`" + key + "` cannot be \"" + HtmlReader.cut(value) + "\" and is left out.");
    }
  }

  private static BankAnswer range(String from, String to, Map<String, String> more) {
    String low = Values.number(from).orElse(from);
    String high = to.isEmpty() ? low : Values.number(to).orElse(to);
    return new BankAnswer(Role.RANGE, low, high, true, more);
  }

  /** Which phrases are the right ones follows from what is to be marked. */
  private static List<BankAnswer> marked(List<BankAnswer> answers, Map<String, String> settings) {
    String mark = settings.getOrDefault(BankQuestion.MARK, BankAnswer.BREAKS);
    return answers.stream()
        .map(
            it ->
                it.role() == Role.PHRASE
                    ? new BankAnswer(it.role(), it.text(), "", it.get(mark).isPresent(), it.more())
                    : it)
        .toList();
  }

  /** Where no row names them, the categories are those that the entries name. */
  private static List<BankAnswer> withCategories(List<BankAnswer> answers) {
    if (answers.stream().anyMatch(it -> it.role() == Role.CATEGORY)) {
      return answers;
    }
    Map<String, String> ids = new LinkedHashMap<>();
    Ids free = new Ids();
    List<BankAnswer> entries = new ArrayList<>();
    for (BankAnswer entry : answers) {
      ids.computeIfAbsent(entry.with(), free::next);
      entries.add(entry.in(entry.role(), entry.text(), ids.getOrDefault(entry.with(), "")));
    }
    List<BankAnswer> all = new ArrayList<>();
    ids.forEach(
        (name, id) ->
            all.add(
                BankAnswer.of(Role.CATEGORY, InlineMarkdown.plain(name), false)
                    .with(BankAnswer.ID, id)));
    all.addAll(entries);
    return all;
  }
}
