package dev.rebound.exchange.gift;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.Categories;
import dev.rebound.exchange.Ids;
import dev.rebound.exchange.Incoming;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Notes;
import dev.rebound.exchange.Texts;
import dev.rebound.exchange.Unreadable;
import dev.rebound.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads GIFT as Moodle does, and what people write as GIFT a little more kindly. */
final class GiftReader {
  private static final Pattern ID = Pattern.compile("\\[id:((?:\\\\]|[^\\]\\p{Cntrl}])+)]");
  private static final Pattern TAG = Pattern.compile("\\[tag:((?:\\\\]|[^\\]\\p{Cntrl}])+)]");
  private static final Pattern FORMAT = Pattern.compile("\\s*\\[(html|moodle|plain|markdown)]");

  private final Incoming in;
  private final Ids ids = new Ids();
  private final List<BankQuestion> questions = new ArrayList<>();

  GiftReader(Incoming in) {
    this.in = in;
  }

  Bank read(SourceFile file) throws Unreadable {
    List<GiftBlocks.Block> blocks = GiftBlocks.of(file);
    Categories categories = new Categories();
    for (GiftBlocks.Block block : blocks) {
      Incoming.bound(questions.size(), block.span());
      question(block);
      categories.add(block.category());
    }
    if (questions.isEmpty()
        && in.losses().all().stream().noneMatch(it -> !it.question().isEmpty())) {
      throw new Unreadable(
          file.at(0), "has no question in GIFT.", "A question is a text and its {answers}.");
    }
    String title = categories.title(file.at(0), in.losses());
    boolean graded = !blocks.isEmpty() && blocks.get(0).comments().contains(Notes.GRADED);
    return new Bank(title, graded, questions);
  }

  private void question(GiftBlocks.Block block) {
    String text = block.text();
    String name = "";
    if (text.startsWith("::")) {
      int end = end(text);
      if (end > 0) {
        name = unescape(text.substring(2, end)).strip();
        text = text.substring(end + 2);
      }
    }
    int open = GiftBlocks.find(text, '{', 0);
    String own = first(ID, block.comments());
    String id = ids.next(own, name, unescape(open < 0 ? text : text.substring(0, open)));
    Texts texts = in.texts(block.span(), id);
    int close = open < 0 ? -1 : GiftBlocks.find(text, '}', open);
    if (close < 0) {
      texts.lost(
          Loss.What.QUESTION,
          open < 0
              ? "a text without {answers} is no question and is left out."
              : "its { is never closed, so it is left out.");
      return;
    }
    if (GiftBlocks.find(text, '{', close) >= 0) {
      texts.lost(
          Loss.What.QUESTION, "it has several gaps, of which GIFT knows one; it is left out.");
      return;
    }
    Matcher format = FORMAT.matcher(text);
    boolean formatted = format.lookingAt();
    String how = formatted ? format.group(1) : "moodle";
    String before = text.substring(formatted ? format.end() : 0, open);
    String after = text.substring(close + 1).strip();
    String gap = after.isEmpty() || before.isBlank() ? "" : "_____ ";
    String stem =
        text(texts, how, before.stripTrailing() + (gap.isEmpty() ? "" : " ") + gap + after);
    GiftAnswers answers = new GiftAnswers(texts, how);
    Optional<BankQuestion> read =
        answers
            .read(text.substring(open + 1, close))
            .map(
                it ->
                    new BankQuestion(
                        block.span(), id, it.type(), stem, it.answers(), List.of(), it.settings()));
    if (read.isEmpty()) {
      return;
    }
    if (stem.isEmpty()) {
      texts.lost(Loss.What.QUESTION, "it has no text and is left out.");
      return;
    }
    questions.add(noted(read.get(), block.comments(), texts));
  }

  /** The title's end; a colon in it is escaped. */
  private static int end(String text) {
    int at = GiftBlocks.find(text, ':', 2);
    while (at >= 0 && !text.startsWith("::", at)) {
      at = GiftBlocks.find(text, ':', at + 1);
    }
    return at;
  }

  private BankQuestion noted(BankQuestion question, List<String> comments, Texts texts) {
    List<String> lines = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (String comment : comments) {
      Matcher tag = TAG.matcher(comment);
      while (tag.find()) {
        lines.add(tag.group(1).replace("\\]", "]"));
      }
      if (comment.startsWith(Notes.OURS) && !comment.equals(Notes.GRADED)) {
        lines.add(comment);
      }
    }
    List<Notes.Note> notes = Notes.read(lines, tags);
    tags.forEach(tag -> texts.lost(Loss.What.TAG, "the tag \"" + tag + "\" is left out."));
    BankQuestion restored = Notes.restore(question, notes);
    for (BankAnswer answer : restored.answers(Role.MODEL)) {
      if (answer.text().isEmpty()) {
        texts.lost(
            Loss.What.ANSWER,
            "no model answer came along; \"" + Texts.NO_MODEL + "\" stands there.");
        return restored.withAnswers(List.of(answer.in(Role.MODEL, Texts.NO_MODEL, "")));
      }
    }
    return restored;
  }

  private static String first(Pattern pattern, List<String> comments) {
    for (String comment : comments) {
      Matcher found = pattern.matcher(comment);
      if (found.find()) {
        return found.group(1).replace("\\]", "]");
      }
    }
    return "";
  }

  /** One text, in whichever markup it says, or else its question says. */
  static String text(Texts texts, String inherited, String raw) {
    Matcher format = FORMAT.matcher(raw);
    boolean own = format.lookingAt();
    String how = own ? format.group(1) : inherited;
    String text = unescape(own ? raw.substring(format.end()) : raw).strip();
    return switch (how) {
      case "html" -> texts.html(text);
      case "plain" -> texts.plain(text);
      case "markdown" -> texts.markdown(text);
      default -> texts.moodle(text);
    };
  }

  /** What is typed has no markup, whatever it says. */
  static String typed(String raw) {
    Matcher format = FORMAT.matcher(raw);
    return unescape(format.lookingAt() ? raw.substring(format.end()) : raw).strip();
  }

  /** What backslashes stand for: the signs of GIFT, and a line's end. */
  static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (c == '\\' && "~=#{}:\\".indexOf(next) >= 0) {
        out.append(next);
        i++;
      } else if (c == '\\' && next == 'n' && !isCommand(text, i + 1)) {
        out.append('\n');
        i++;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** {@code \neq} and {@code \nabla} are TeX, and no line's end. */
  private static boolean isCommand(String text, int at) {
    return text.startsWith("neq", at) || text.startsWith("nabla", at) || text.startsWith("not", at);
  }
}
