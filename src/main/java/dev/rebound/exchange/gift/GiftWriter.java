package dev.rebound.exchange.gift;

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
import dev.rebound.source.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Writes GIFT that Moodle imports, with what GIFT lacks in tags and comments. */
final class GiftWriter {
  private static final Set<String> DISGUISED = Set.of("sequencing", "sort", "likert", "hot-text");

  private final Outgoing out;
  private final StringBuilder text = new StringBuilder();

  GiftWriter(Outgoing out) {
    this.out = out;
  }

  String write(Bank bank) {
    if (bank.graded()) {
      text.append("// ").append(Notes.GRADED).append("\n");
    }
    if (!bank.title().isEmpty()) {
      text.append("$CATEGORY: ").append(Categories.path(bank.title())).append("\n\n");
    }
    bank.questions().forEach(this::question);
    return text.toString();
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
    boolean onlyRight =
        it.type().equals("choice") && it.answers().stream().allMatch(BankAnswer::right);
    if (onlyRight && original.type().equals("choice") && !it.several()) {
      notes.add(new Notes.Note("type", "choice"));
    }
    if (takesPart(it) && !it.is(BankQuestion.PARTIAL)) {
      notes.add(new Notes.Note(BankQuestion.PARTIAL, "false"));
    }
    text.append("// [id:").append(it.id()).append(']');
    for (Notes.Note note : notes) {
      if (note.isShort()) {
        note.tags().forEach(tag -> text.append(" [tag:").append(tag).append(']'));
      }
    }
    text.append('\n');
    for (Notes.Note note : notes) {
      if (!note.isShort()) {
        text.append("// ").append(note).append('\n');
      }
    }
    text.append("::").append(it.id()).append("::");
    text.append(words(it, it.stem())).append(" {");
    answers(it, original);
    text.append("}\n\n");
  }

  private static boolean takesPart(BankQuestion it) {
    return it.several() || it.type().equals("matching");
  }

  private static Predicate<String> kept(BankQuestion it) {
    boolean feedback = !it.type().equals("matching") && !it.type().equals("long-answer");
    return key ->
        switch (key) {
          case "answer feedback" -> feedback;
          case BankQuestion.SELECT -> true;
          case BankQuestion.PARTIAL -> takesPart(it);
          default -> false;
        };
  }

  private void answers(BankQuestion it, BankQuestion original) {
    switch (it.type()) {
      case "true-false" -> trueFalse(it);
      case "numeric" -> numeric(it);
      case "matching" ->
          it.answers().forEach(pair -> pair(it, pair, original.type().equals("sort")));
      case "long-answer" ->
          it.answers()
              .forEach(
                  model -> text.append("\n  ####").append(words(it, model.text())).append('\n'));
      case "fill-in" -> {
        for (BankAnswer answer : it.answers()) {
          String typed = sign(withoutArrow(it, out.plain(it, answer.text())).replace("*", "\\*"));
          line(it, answer, "=", answer.right() ? "" : "%0%", typed);
        }
        text.append('\n');
      }
      default -> options(it);
    }
  }

  private void options(BankQuestion it) {
    long rights = it.answers().stream().filter(BankAnswer::right).count();
    boolean unscored = rights == 0;
    boolean first = true;
    for (BankAnswer option : it.answers()) {
      String words = words(it, option.text());
      String sign = option.right() && !it.several() && first ? "=" : "~";
      String weight =
          option.right() && sign.equals("~") ? "%100%" : words.startsWith("%") ? "%0%" : "";
      if (it.several()) {
        weight = option.right() ? "%" + Values.plain(Scoring.share(rights)) + "%" : "%-100%";
      } else if (unscored) {
        // Whatever is picked is right, since nothing is.
        sign = first ? "=" : "~";
        weight = first ? "" : "%100%";
      }
      first &= !sign.equals("=");
      line(it, option, sign, weight, words);
    }
    text.append('\n');
  }

  private void line(BankQuestion it, BankAnswer answer, String sign, String weight, String words) {
    text.append("\n  ").append(sign);
    text.append(weight.isEmpty() && words.startsWith("%") ? "%100%" : weight).append(words);
    answer.get(BankAnswer.FEEDBACK).ifPresent(why -> text.append('#').append(words(it, why)));
  }

  /**
   * Moodle shows right sides as they are, in a list to choose from.
   *
   * @param noted whether the right side's marks come back from a note
   */
  private void pair(BankQuestion it, BankAnswer pair, boolean noted) {
    text.append("\n  =");
    if (pair.role() == Role.PAIR) {
      text.append(words(it, pair.text()));
    }
    String right = noted ? Markup.plain(out.inlines(pair.with())) : out.plain(it, pair.with());
    text.append(" -> ").append(sign(right));
  }

  private void trueFalse(BankQuestion it) {
    Optional<BankAnswer> right = it.answers().stream().filter(BankAnswer::right).findFirst();
    Optional<BankAnswer> wrong = it.answers().stream().filter(a -> !a.right()).findFirst();
    text.append(right.map(BankAnswer::text).orElse("false").equals("true") ? "TRUE" : "FALSE");
    String yes = right.flatMap(a -> a.get(BankAnswer.FEEDBACK)).map(a -> words(it, a)).orElse("");
    String no = wrong.flatMap(a -> a.get(BankAnswer.FEEDBACK)).map(a -> words(it, a)).orElse("");
    text.append(yes.isEmpty() && no.isEmpty() ? "" : "#" + no);
    text.append(yes.isEmpty() ? "" : "#" + yes);
  }

  private void numeric(BankQuestion it) {
    text.append('#');
    for (BankAnswer range : it.answers()) {
      line(it, range, "=", "", range.text() + ".." + range.with());
    }
    text.append('\n');
  }

  /** Answers that all have an arrow are pairs. */
  private String withoutArrow(BankQuestion it, String typed) {
    if (typed.contains("->")) {
      out.losses().add(it, Loss.What.ANSWER, "the arrow -> of an answer became →.");
    }
    return typed.replace("->", "→");
  }

  /** A text as it stands, or as HTML where it has marks. */
  private String words(BankQuestion it, String markdown) {
    boolean plain = markdown.chars().noneMatch(c -> "*_[`<&\\\n".indexOf(c) >= 0);
    return plain && !markdown.contains("->") ? sign(markdown) : html(it, markdown);
  }

  private String html(BankQuestion it, String markdown) {
    return "[html]" + sign(out.html(it, markdown, picture -> Optional.empty()));
  }

  /** With a backslash before each sign of GIFT. */
  private static String sign(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("~=#{}:\\".indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c == '\n' ? ' ' : c);
    }
    return escaped.toString();
  }
}
