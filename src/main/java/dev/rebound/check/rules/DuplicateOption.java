package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.Interaction;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.QuestionTraits;
import dev.rebound.course.Scenario;
import dev.rebound.source.Inline;
import dev.rebound.source.SourceSpan;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every option of a question, and every reply to a line, says something of its own. */
public final class DuplicateOption extends ReadingRule {
  /**
   * What a sentence is set with, at the ends of its words. Between two other characters it is part
   * of what is said: {@code 1!=1}, {@code a.txt}, {@code 1.5}.
   */
  private static final Pattern MARKS =
      Pattern.compile(
          "(?<![^\\s\\p{P}])[\\p{Pi}\\p{Pf}\"'`]+|[\\p{Pi}\\p{Pf}\"'`.,:;!?…]+(?![^\\s\\p{Pi}\\p{Pf}\"'`])"
              + "|(?<=\\p{L})['\u2019](?=\\p{L})");

  /**
   * One word with a capital inside, a sign or a digit: {@code readLine}, {@code ID3}, {@code -R}.
   */
  private static final Pattern TOKEN =
      Pattern.compile("\\S*(?:\\p{Ll}\\p{Lu}|\\p{Lu}{2}|[\\d/_=<>@#$%&*+~^|\\\\-])\\S*");

  /** What sentences have not: {@code [a]}, {@code x<y}, {@code f("a")}, {@code !important}. */
  private static final Pattern CODE =
      Pattern.compile(
          "[#<>\\[\\]{}=+_\\\\|^~]|(?<!\\S)(?:\\.{0,2}/|--?)\\p{L}|\\p{L}\\(|^[!@.$-]\\p{L}\\S*$");

  private static final Pattern GAPS = Pattern.compile("(?<=\\p{L})\\p{Pd}(?=\\p{L})|[\\s\\p{Z}]+");

  @Override
  public boolean canBeAllowed() {
    return true;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    super.check(context, found);
    for (Course course : context.content().courses()) {
      for (QuestionBank bank : course.bankFiles()) {
        context.keptFindings(
            this, bank, "", found, own -> bank.questions().forEach(it -> question(it, own)));
      }
      for (Scenario scenario : course.scenarioFiles()) {
        scenario.nodes().forEach(node -> replies(node, found));
      }
    }
  }

  private static void question(Question question, Findings found) {
    // Where nothing is right or wrong, the points of the scale are no answers.
    if (question.answers().isEmpty()) {
      choices(question.interaction().choices(), "point of the scale", found);
    }
    Set<String> answers = question.answers().stream().map(Answer::id).collect(Collectors.toSet());
    choices(
        question.interaction().targets().stream()
            // An extra is an answer, too.
            .filter(target -> !answers.contains(target.id()))
            .toList(),
        question.answers().stream().anyMatch(it -> it.noun().equals("entry"))
            ? "category"
            : "right side",
        found);
    if (differ(question.answers())) {
      return;
    }
    boolean code = question.answers().stream().anyMatch(DuplicateOption::isCode);
    Map<String, List<Answer>> alike = new LinkedHashMap<>();
    for (Answer answer : question.answers()) {
      alike.computeIfAbsent(said(answer, code), it -> new ArrayList<>()).add(answer);
    }
    for (List<Answer> all : alike.values()) {
      boolean series =
          question.traits().options() == QuestionTraits.Options.LISTED && isSeries(all);
      for (Answer answer : series ? List.<Answer>of() : all.subList(1, all.size())) {
        same(answer.span(), answer.noun(), ChoiceRule.plain(answer), all.get(0).span(), found);
      }
    }
  }

  /** Whether capitals or signs are what is asked: three or more that no two authors write alike. */
  private static boolean isSeries(List<Answer> alike) {
    return alike.size() > 2
        && alike.stream().map(ChoiceRule::plain).distinct().count() == alike.size();
  }

  /** Whether each character may count. */
  private static boolean isCode(Answer answer) {
    return CODE.matcher(ChoiceRule.plain(answer)).find()
        || answer.text().inlines().stream().anyMatch(Inline.Code.class::isInstance);
  }

  private static String said(Answer answer, boolean code) {
    String plain = ChoiceRule.plain(answer);
    return code
        ? GAPS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFC)).replaceAll(" ").strip()
        : folded(plain);
  }

  /** Whether their letters and digits alone tell them apart, as those of nearly all do. */
  private static boolean differ(List<Answer> answers) {
    Set<Integer> seen = new HashSet<>();
    for (Answer answer : answers) {
      String text = ChoiceRule.plain(answer);
      int hash = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
          hash = 31 * hash + c;
        } else if (c >= 'A' && c <= 'Z') {
          hash = 31 * hash + c + ('a' - 'A');
        } else if (c >= 128 && c != '’' && c != '“' && c != '”' && c != '–' && c != '—') {
          // Folding may change a letter of another script.
          return false;
        }
      }
      if (!seen.add(hash)) {
        return false;
      }
    }
    return true;
  }

  /** What is no answer but is picked: the points of a scale, what entries are sorted into. */
  private static void choices(List<Interaction.Choice> choices, String noun, Findings found) {
    Map<String, Interaction.Choice> seen = new HashMap<>();
    for (Interaction.Choice choice : choices) {
      Interaction.Choice first = seen.putIfAbsent(folded(choice.text().plain()), choice);
      if (first != null) {
        same(choice.text().span(), noun, choice.text().plain(), first.text().span(), found);
      }
    }
  }

  private static void replies(Scenario.Node node, Findings found) {
    Map<String, Scenario.Reply> seen = new HashMap<>();
    for (Scenario.Reply reply : node.replies()) {
      Scenario.Reply first = seen.putIfAbsent(folded(reply.text().plain()), reply);
      if (first != null) {
        same(reply.span(), "reply", reply.text().plain(), first.span(), found);
      }
    }
  }

  private static void same(
      SourceSpan span, String noun, String text, SourceSpan first, Findings found) {
    found.at(
        span,
        "this " + noun + " says the same as one before it: " + ChoiceRule.quoted(text) + ".",
        "The first stands in line " + first.line() + "; change or remove one.");
  }

  /** Whether a learner would take them for the same. */
  static boolean sameText(Answer one, Answer other) {
    boolean code = isCode(one) || isCode(other);
    return said(one, code).equals(said(other, code));
  }

  /** A name as programs and shelves have it, in which a capital makes another name. */
  private static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  /** Signs that carry meaning stay: -5 is not 5, nor 1.5 15, nor 5 % 5 €. */
  private static String folded(String plain) {
    String written = Normalizer.normalize(plain, Normalizer.Form.NFC);
    String text =
        isToken(written) ? written : written.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    String bare = MARKS.matcher(text).replaceAll("");
    String folded = GAPS.matcher(bare).replaceAll(" ").strip();
    return folded.isEmpty() ? text : folded;
  }
}
