package dev.rebound.exchange.qti;

import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.Gaps;
import dev.rebound.exchange.Gaps.Made;
import dev.rebound.exchange.Ids;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Notes;
import dev.rebound.exchange.Scoring;
import dev.rebound.exchange.Texts;
import dev.rebound.exchange.qti.Interaction.Choice;
import dev.rebound.exchange.qti.Interaction.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The question that an item makes, or, of several interactions, the questions. */
final class Questions {
  private static final Pattern MARK = Pattern.compile(Interaction.MARK);

  private static final Pattern LINE_BEGINS = Pattern.compile("(^|<(p|div|li|td|br)>|</(p|div)>)$");
  private static final Pattern LINE_ENDS = Pattern.compile("^\\s*($|</?(p|div|li|td|br)>)");

  /** More is no question, but a file made to take long. */
  static final int LONGEST = 200_000;

  private static final int MOST_CHOICES = 500;
  private static final int MOST_PARTS = 100;
  private static final int EDGE = 20;

  private static final String SORT_STEM = "Put each where it belongs.";

  private final Item item;
  private final Texts texts;
  private final BiFunction<Item, Interaction, Optional<Scorer>> alone;

  /**
   * @param alone how one interaction of several is scored
   */
  Questions(Item item, Texts texts, BiFunction<Item, Interaction, Optional<Scorer>> alone) {
    this.item = item;
    this.texts = texts;
    this.alone = alone;
  }

  List<BankQuestion> read(Map<String, String> settings) {
    List<Interaction> interactions = item.interactions();
    if (interactions.isEmpty()) {
      texts.lost(Loss.What.QUESTION, "it asks nothing and is left out.");
      return List.of();
    }
    boolean large =
        item.stem().length() > LONGEST
            || interactions.size() > MOST_PARTS
            || interactions.stream()
                .anyMatch(it -> Math.max(it.choices().size(), it.targets().size()) > MOST_CHOICES);
    if (large) {
      texts.lost(
          Loss.What.QUESTION,
          "its text is very long, or it has more than "
              + MOST_CHOICES
              + " choices or "
              + MOST_PARTS
              + " parts; it is left out.");
      return List.of();
    }
    boolean gaps =
        interactions.stream().allMatch(it -> it.kind() == Kind.INLINE || it.kind() == Kind.GAPS);
    if (gaps) {
      return gaps().map(it -> question(item.id(), it, it.stem(), settings)).stream().toList();
    }
    if (interactions.size() == 1) {
      Interaction it = interactions.get(0);
      return new Answers(it, scorer(it), texts, noted())
          .read(item).map(made -> question(item.id(), made, stem(0), settings)).stream().toList();
    }
    return split(settings);
  }

  private String noted() {
    return item.notes().stream()
        .filter(it -> it.key().equals("type"))
        .map(Notes.Note::value)
        .findFirst()
        .orElse("");
  }

  /** The item's own scorer; where it computes in a way that is not read, what is declared. */
  private Scorer scorer(Interaction it) {
    List<String> some = it.choices().isEmpty() ? List.of("0") : List.of(it.choices().get(0).id());
    boolean computes = item.scorer().score(Map.of(it.response(), some)).isPresent();
    Optional<Scorer> declared = computes ? Optional.empty() : alone.apply(item, it);
    boolean matters = it.kind() != Kind.ESSAY && !noted().equals("likert");
    if (declared.isPresent() && matters && isComputed()) {
      texts.lost(
          Loss.What.SCORE,
          "it computes its score in a way that is not read; what it declares to be correct counts.");
    }
    return declared.orElse(item.scorer());
  }

  private boolean isComputed() {
    return item.scorer() instanceof ResponseProcessing it && it.isComputed();
  }

  private List<BankQuestion> split(Map<String, String> settings) {
    List<BankQuestion> questions = new ArrayList<>();
    texts.lost(
        Loss.What.TYPE,
        "its " + item.interactions().size() + " parts became a question each, as far as they can.");
    for (int i = 0; i < item.interactions().size(); i++) {
      Interaction it = item.interactions().get(i);
      Optional<Scorer> own = alone.apply(item, it);
      if (own.isEmpty()) {
        texts.lost(Loss.What.ANSWER, "its part " + (i + 1) + " declares nothing to be correct.");
        continue;
      }
      int number = i;
      Optional<Made> made =
          it.kind() == Kind.INLINE
              ? inline(i, own.get())
              : new Answers(it, own.get(), texts, "").read(item);
      made.ifPresent(
          one ->
              questions.add(
                  question(
                      item.id() + "-" + (number + 1),
                      one,
                      one.stem().isEmpty() ? stem(number) : one.stem(),
                      settings)));
    }
    if (questions.isEmpty()) {
      texts.lost(Loss.What.QUESTION, "none of its parts can be kept; it is left out.");
    }
    return questions;
  }

  private BankQuestion question(String id, Made made, String stem, Map<String, String> settings) {
    Map<String, String> all = new LinkedHashMap<>(made.settings());
    all.putAll(settings);
    BankQuestion question =
        new BankQuestion(item.span(), id, made.type(), stem, made.answers(), List.of(), all);
    return Answers.toMap(Notes.restore(question, item.notes()));
  }

  /** The text around an interaction: with a gap where something is typed into it. */
  private String stem(int own) {
    StringBuilder out = new StringBuilder();
    Matcher mark = MARK.matcher(item.stem());
    while (mark.find()) {
      int n = Integer.parseInt(mark.group(1));
      Interaction it = item.interactions().get(n);
      String prompt = it.prompt().isBlank() ? "" : "<p>" + it.prompt() + "</p>";
      mark.appendReplacement(out, "");
      String gap = isAlone(out, after(mark.end())) ? " " : Answers.gap(it.kind());
      out.append(n == own ? prompt + gap : " … ");
    }
    String stem = texts.html(mark.appendTail(out).toString()).strip();
    if (stem.isEmpty() && !item.title().isBlank()) {
      return texts.plain(item.title());
    }
    return stem;
  }

  private String after(int at) {
    return item.stem().substring(at, Math.min(item.stem().length(), at + EDGE));
  }

  /** An entry on a line of its own needs no gap in the text. */
  private static boolean isAlone(CharSequence before, String after) {
    String line =
        before.subSequence(Math.max(0, before.length() - EDGE), before.length()).toString();
    return LINE_BEGINS.matcher(line.strip()).find() && LINE_ENDS.matcher(after).find();
  }

  /** One gap of several, the others left open. */
  private Optional<Made> inline(int own, Scorer scorer) {
    Optional<Gaps.Gap> gap = gap(item.interactions().get(own), scorer);
    if (gap.isEmpty()) {
      return Optional.empty();
    }
    String[] around = item.stem().split("\uE000" + own + "\uE001", 2);
    List<String> sides = new ArrayList<>();
    for (String side : around) {
      sides.add(texts.html(MARK.matcher(side).replaceAll(" … ")));
    }
    return sides.size() == 2 ? Gaps.of(sides, List.of(gap.get()), texts) : Optional.empty();
  }

  private Optional<Gaps.Gap> gap(Interaction it, Scorer scorer) {
    Keys keys = new Keys(scorer, it.response());
    List<List<String>> tried = new ArrayList<>();
    it.choices().forEach(choice -> tried.add(List.of(choice.id())));
    Optional<List<String>> right = keys.best(tried);
    List<String> words = it.choices().stream().map(one -> texts.html(one.html())).toList();
    return right
        .flatMap(id -> it.choices().stream().filter(one -> one.id().equals(id.get(0))).findFirst())
        .map(one -> new Gaps.Gap(texts.html(one.html()), words));
  }

  private Optional<Made> gaps() {
    List<Gaps.Gap> gaps = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    Matcher mark = MARK.matcher(item.stem());
    while (mark.find()) {
      Interaction it = item.interactions().get(Integer.parseInt(mark.group(1)));
      List<Optional<Gaps.Gap>> found = gapsOf(it);
      if (found.isEmpty() || found.stream().anyMatch(Optional::isEmpty)) {
        texts.lost(Loss.What.QUESTION, "a gap of it has no right word, so it is left out.");
        return Optional.empty();
      }
      int first = gaps.size();
      found.forEach(one -> one.ifPresent(gaps::add));
      String inside =
          it.kind() == Kind.INLINE
              ? Interaction.mark(first)
              : it.prompt() + " " + shifted(it.body(), first);
      mark.appendReplacement(body, Matcher.quoteReplacement(inside));
    }
    mark.appendTail(body);
    Optional<Made> sort = sort(body.toString(), gaps);
    if (sort.isPresent()) {
      return sort;
    }
    List<String> around = new ArrayList<>();
    String text = texts.unmarked(texts.html(body.toString()));
    for (String piece : text.split(Interaction.MARK, -1)) {
      around.add(texts.plain(piece));
    }
    return around.size() == gaps.size() + 1 ? Gaps.of(around, gaps, texts) : Optional.empty();
  }

  private static String shifted(String body, int by) {
    return MARK.matcher(body)
        .replaceAll(it -> Interaction.mark(Integer.parseInt(it.group(1)) + by));
  }

  private List<Optional<Gaps.Gap>> gapsOf(Interaction it) {
    if (it.kind() == Kind.INLINE) {
      Scorer scorer =
          item.interactions().size() == 1
              ? scorer(it)
              : alone.apply(item, it).orElse(item.scorer());
      return List.of(gap(it, scorer));
    }
    Keys keys = new Keys(scorer(it), it.response());
    Map<String, String> words = new LinkedHashMap<>();
    it.choices().forEach(one -> words.put(one.id(), texts.html(one.html())));
    Set<String> key = new LinkedHashSet<>(keys.pairs(it.choices(), it.targets()).orElse(List.of()));
    List<Optional<Gaps.Gap>> gaps = new ArrayList<>();
    for (Choice gap : it.targets()) {
      gaps.add(
          words.keySet().stream()
              .filter(id -> key.contains(id + " " + gap.id()))
              .findFirst()
              .map(id -> new Gaps.Gap(words.getOrDefault(id, ""), List.copyOf(words.values()))));
    }
    return gaps;
  }

  /** The same words for each line's gap are categories, and the lines are sorted into them. */
  private Optional<Made> sort(String body, List<Gaps.Gap> gaps) {
    Set<Set<String>> sets = new LinkedHashSet<>();
    gaps.forEach(it -> sets.add(new LinkedHashSet<>(it.words())));
    if (gaps.size() < 2 || sets.size() != 1 || sets.iterator().next().size() < 2) {
      return Optional.empty();
    }
    Ids ids = new Ids();
    Map<String, String> categories = new LinkedHashMap<>();
    List<BankAnswer> answers = new ArrayList<>();
    for (String word : sets.iterator().next()) {
      categories.put(word, ids.next(word, "category"));
      answers.add(
          BankAnswer.of(Role.CATEGORY, word, false)
              .with(BankAnswer.ID, categories.getOrDefault(word, "")));
    }
    List<String> stem = new ArrayList<>();
    Set<String> used = new LinkedHashSet<>();
    for (String line : body.split("<br>|</(?:p|div|li|tr)>", -1)) {
      Matcher mark = MARK.matcher(line);
      if (!mark.find()) {
        stem.add(line);
        continue;
      }
      Gaps.Gap gap = gaps.get(Integer.parseInt(mark.group(1)));
      String words = line.substring(0, mark.start()) + " _____ " + line.substring(mark.end());
      String entry = texts.html(words).replaceAll("^_____\\s*|\\s*_____\\W*$", "").strip();
      if (mark.find() || entry.isEmpty()) {
        return Optional.empty();
      }
      used.add(gap.right());
      answers.add(BankAnswer.of(Role.ENTRY, entry, categories.getOrDefault(gap.right(), "")));
    }
    String text = texts.html(String.join("<br>", stem)).strip();
    if (used.size() < 2) {
      return Optional.empty();
    }
    texts.lost(
        Loss.What.TYPE, "its words to choose from became categories, and its lines are sorted.");
    return Optional.of(new Made("sort", text.isEmpty() ? SORT_STEM : text, answers, Scoring.PART));
  }
}
