package dev.rebound.exchange;

import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.source.Slug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a foreign format has no place of its own for, as short lines that it keeps as tags or
 * comments: {@code rebound level: apply}, {@code rebound answer 2 breaks: no-fact-fight}. They come
 * back from there.
 */
public final class Notes {
  /** What each begins with, so that nobody else's tag is taken for one. */
  public static final String OURS = "rebound ";

  /** That a bank is a test. */
  public static final String GRADED = OURS + "graded: true";

  private static final String TYPE = "type";
  private static final String HINT = "hint ";
  private static final String STEM = "stem";
  private static final String CATEGORY = "category ";
  private static final String SEGMENT = "segment ";
  private static final String ANSWER = "answer ";
  private static final String ENTRY = "category";

  /** Texts, which are too long for a tag. */
  private static final Set<String> LONG = Set.of(HINT, STEM, CATEGORY, SEGMENT);

  private static final Set<String> PARTS =
      Set.of(
          BankAnswer.ID,
          BankAnswer.APPLIES,
          BankAnswer.BREAKS,
          BankAnswer.FEEDBACK,
          BankAnswer.TYPOS);

  /** The longest tag that Moodle keeps whole. */
  private static final int LONGEST_TAG = 50;

  /** A value too long for one tag goes on in others: {@code answer 2 breaks +1}. */
  private static final Pattern MORE = Pattern.compile("(.+) \\+(\\d{1,3})");

  private Notes() {}

  /**
   * @param key {@code answer 2 breaks}
   */
  public record Note(String key, String value) {
    /** Whether it fits into a tag; tags of LMSs take no markup and no line ends. */
    public boolean isShort() {
      return value.matches("[\\p{L}\\p{N} .,:;!?'’/()+-]{1,120}")
          && !key.endsWith(BankAnswer.FEEDBACK)
          && !key.startsWith(BankQuestion.ALLOW)
          && LONG.stream().noneMatch(key::startsWith);
    }

    /** As tags: one, or as many as its value needs. */
    public List<String> tags() {
      List<String> tags = new ArrayList<>();
      String rest = value;
      String name = key;
      while (!rest.isEmpty()) {
        int most = LONGEST_TAG - new Note(name, "").toString().length();
        int end = Math.min(most, rest.length());
        // A blank at either end of a tag is gone when it comes back.
        while (end < rest.length()
            && end > 1
            && (rest.charAt(end) == ' ' || rest.charAt(end - 1) == ' ')) {
          end--;
        }
        tags.add(new Note(name, rest.substring(0, end)).toString());
        rest = rest.substring(end);
        name = key + " +" + tags.size();
      }
      return List.copyOf(tags);
    }

    /** {@code rebound level: apply} */
    @Override
    public String toString() {
      return OURS + key + ": " + value.replace("\\", "\\\\").replace("\n", "\\n");
    }
  }

  /**
   * Everything of a question but its stem, its answers' texts and its type.
   *
   * @param kept by the format itself, by key: {@code level}, {@code answer feedback}
   */
  public static List<Note> of(BankQuestion question, Predicate<String> kept) {
    List<Note> notes = new ArrayList<>();
    question
        .settings()
        .forEach(
            (key, value) -> {
              if (!kept.test(key)) {
                notes.add(new Note(key, value));
              }
            });
    if (!kept.test("hints")) {
      for (int i = 0; i < question.hints().size(); i++) {
        notes.add(new Note(HINT + (i + 1), question.hints().get(i)));
      }
    }
    int number = 0;
    for (BankAnswer answer : question.answers()) {
      if (!answer.role().answered()) {
        continue;
      }
      String prefix = ANSWER + ++number + " ";
      answer
          .more()
          .forEach(
              (key, value) -> {
                if (!kept.test(ANSWER + key)) {
                  notes.add(new Note(prefix + key, value));
                }
              });
    }
    return List.copyOf(notes);
  }

  /** What a question of a type that others lack is as one that they have, and how it comes back. */
  public record Disguise(BankQuestion question, List<Note> notes) {}

  /**
   * Sequencing and sort as matching, likert and hot text as choice.
   *
   * @param disguised the types that the format lacks
   */
  public static Disguise disguise(BankQuestion question, Set<String> disguised) {
    if (!disguised.contains(question.type())) {
      return new Disguise(question, List.of());
    }
    List<Note> notes = new ArrayList<>(List.of(new Note(TYPE, question.type())));
    List<BankAnswer> answers = new ArrayList<>();
    String stem = question.stem();
    String type = "matching";
    switch (question.type()) {
      case "sequencing" -> {
        for (BankAnswer step : question.answers()) {
          answers.add(step.in(Role.PAIR, step.text(), String.valueOf(answers.size() + 1)));
        }
      }
      case "sort" -> {
        Map<String, String> titles = new LinkedHashMap<>();
        for (BankAnswer category : question.answers(Role.CATEGORY)) {
          String id = category.get(BankAnswer.ID).orElse("");
          titles.put(id, category.text());
          notes.add(new Note(CATEGORY + titles.size(), id + " " + category.text()));
        }
        for (BankAnswer entry : question.answers(Role.ENTRY)) {
          String title = titles.getOrDefault(entry.with(), entry.with());
          notes.add(new Note(ANSWER + (answers.size() + 1) + " " + ENTRY, entry.with()));
          answers.add(entry.in(Role.PAIR, entry.text(), title));
        }
      }
      case "likert" -> {
        type = "choice";
        // Points of a scale are no Markdown.
        question
            .answers()
            .forEach(it -> answers.add(it.in(Role.OPTION, InlineMarkdown.plain(it.text()), "")));
      }
      default -> {
        type = "choice";
        StringBuilder passage = new StringBuilder(stem).append("\\\n");
        int number = 0;
        for (BankAnswer segment : question.answers()) {
          number++;
          passage.append(number == 1 ? "" : " ").append(segment.text());
          if (segment.role() == Role.PLAIN) {
            notes.add(new Note(SEGMENT + number, segment.text()));
          } else {
            answers.add(segment.in(Role.OPTION, segment.text(), ""));
          }
        }
        notes.add(new Note(STEM, stem));
        stem = passage.toString();
      }
    }
    BankQuestion other = question.withType(type, answers).withStem(stem);
    boolean hot = question.type().equals("hot-text");
    return new Disguise(
        hot ? other.with(BankQuestion.SELECT, BankQuestion.SEVERAL) : other, List.copyOf(notes));
  }

  /** The notes among lines of whatever origin; the others are given back through {@code rest}. */
  public static List<Note> read(List<String> lines, List<String> rest) {
    List<Note> notes = new ArrayList<>();
    for (String line : lines) {
      int colon = line.indexOf(": ");
      if (line.startsWith(OURS) && colon > 0) {
        String value = Texts.clean(unescape(line.substring(colon + 2)));
        notes.add(new Note(line.substring(OURS.length(), colon), value));
      } else {
        rest.add(line);
      }
    }
    return joined(notes);
  }

  private static List<Note> joined(List<Note> notes) {
    Map<String, String> more = new LinkedHashMap<>();
    notes.stream()
        .filter(it -> MORE.matcher(it.key()).matches())
        .forEach(it -> more.putIfAbsent(it.key(), it.value()));
    List<Note> joined = new ArrayList<>();
    for (Note note : notes) {
      if (!more.containsKey(note.key())) {
        StringBuilder value = new StringBuilder(note.value());
        for (int i = 1; more.containsKey(note.key() + " +" + i); i++) {
          value.append(more.get(note.key() + " +" + i));
        }
        joined.add(new Note(note.key(), value.toString()));
      }
    }
    return joined;
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        out.append(text.charAt(++i) == 'n' ? '\n' : text.charAt(i));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** The question that a foreign one was before: what its notes say, put back in its place. */
  public static BankQuestion restore(BankQuestion foreign, List<Note> notes) {
    BankQuestion question = foreign;
    Map<String, String> byKey = new LinkedHashMap<>();
    notes.forEach(note -> byKey.put(note.key(), note.value()));
    List<BankAnswer> answers = new ArrayList<>(question.answers());
    int number = 0;
    for (int i = 0; i < answers.size(); i++) {
      if (!answers.get(i).role().answered()) {
        continue;
      }
      number++;
      for (String key : PARTS) {
        String value = byKey.get(ANSWER + number + " " + key);
        if (value != null && Values.fit(key, value)) {
          answers.set(i, answers.get(i).with(key, value));
        }
      }
    }
    question = question.withAnswers(answers);
    List<String> hints = new ArrayList<>();
    for (Note note : notes) {
      String key = note.key();
      if (key.startsWith(HINT) && !note.value().isBlank()) {
        hints.add(note.value());
      } else if ((Values.SETTINGS.contains(key) || key.startsWith(BankQuestion.ALLOW))
          && Values.fit(key, note.value())) {
        question = question.with(key, note.value());
      }
    }
    question = hints.isEmpty() ? question : question.withHints(hints);
    return undisguise(question, byKey);
  }

  private static BankQuestion undisguise(BankQuestion question, Map<String, String> notes) {
    String type = notes.getOrDefault(TYPE, question.type());
    boolean matching = question.type().equals("matching");
    List<BankAnswer> answers = question.answers();
    if (type.equals("sequencing") && matching) {
      return question.withType(
          type,
          answers.stream()
              .sorted(Comparator.comparingInt(it -> number(it.with())))
              .map(it -> it.in(Role.STEP, it.text(), ""))
              .toList());
    } else if (type.equals("sort") && matching && notes.containsKey(CATEGORY + 1)) {
      return question.withType(type, sorted(answers, notes));
    } else if (type.equals("likert") && question.type().equals("choice")) {
      List<BankAnswer> points =
          answers.stream()
              .map(it -> it.text().replaceAll("\\\\(\\p{Punct})", "$1"))
              .map(it -> BankAnswer.of(Role.POINT, it, false))
              .toList();
      return question.withType(type, points);
    } else if (type.equals("choice") && question.type().equals("fill-in")) {
      return question.withType(
          type, answers.stream().map(it -> it.in(Role.OPTION, it.text(), "")).toList());
    } else if (type.equals("hot-text") && notes.containsKey(STEM)) {
      return question
          .withType(type, segments(answers, notes))
          .withStem(notes.getOrDefault(STEM, ""))
          .with(BankQuestion.SELECT, "");
    }
    return question;
  }

  private static List<BankAnswer> sorted(List<BankAnswer> pairs, Map<String, String> notes) {
    List<BankAnswer> answers = new ArrayList<>();
    for (int i = 1; notes.containsKey(CATEGORY + i); i++) {
      String[] words = notes.getOrDefault(CATEGORY + i, "").split(" ", 2);
      String id = Slug.id(words[0], 60);
      answers.add(
          BankAnswer.of(Role.CATEGORY, words[words.length - 1], false).with(BankAnswer.ID, id));
    }
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.get(i).role() == Role.PAIR) {
        String category = notes.getOrDefault(ANSWER + (i + 1) + " " + ENTRY, "");
        answers.add(pairs.get(i).in(Role.ENTRY, pairs.get(i).text(), Slug.id(category, 60)));
      }
    }
    return answers;
  }

  private static List<BankAnswer> segments(List<BankAnswer> options, Map<String, String> notes) {
    List<BankAnswer> segments = new ArrayList<>();
    int next = 0;
    for (int i = 1; next < options.size() || notes.containsKey(SEGMENT + i); i++) {
      String plain = notes.get(SEGMENT + i);
      segments.add(
          plain == null
              ? options.get(next).in(Role.PHRASE, options.get(next++).text(), "")
              : BankAnswer.of(Role.PLAIN, plain, false));
    }
    return segments;
  }

  private static int number(String text) {
    return text.matches("\\d{1,4}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
  }
}
