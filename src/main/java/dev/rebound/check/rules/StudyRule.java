package dev.rebound.check.rules;

import dev.rebound.check.AuthoredText;
import dev.rebound.check.CheckContext;
import dev.rebound.check.ContentWalk;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.check.StudyCitations;
import dev.rebound.course.Content;
import dev.rebound.source.SourceSpan;
import dev.rebound.source.Words;
import java.util.List;

/** A rule about the studies that texts name. */
abstract class StudyRule implements FirmRule {
  @Override
  public final void check(CheckContext context, Findings found) {
    Content content = context.content();
    if (UnreadableFiles.file(content, "/references.yaml")) {
      return;
    }
    // One object stands for these records: comparing the records themselves for each part would
    // take longer than the rule.
    Object studies = context.kept(getClass(), content.studies(), Object::new);
    for (ContentWalk.Part part : context.parts()) {
      context.keptFindings(
          this,
          part.thing(),
          studies,
          found,
          own -> withYears(context, part).forEach(it -> text(it.plain(), it.text(), content, own)));
    }
    whole(context, found);
  }

  /** What is wrong in one text. */
  abstract void text(String plain, AuthoredText text, Content content, Findings found);

  /** What is wrong in all of them together. */
  void whole(CheckContext context, Findings found) {}

  /** A text that may name a study, and what it says. */
  private record WithYear(String plain, AuthoredText text) {}

  /** The few texts of a part with a year in them, found once for all rules about studies. */
  private static List<WithYear> withYears(CheckContext context, ContentWalk.Part part) {
    return context.kept(
        part.thing(),
        StudyRule.class,
        () ->
            context.in(part).texts().stream()
                .map(text -> new WithYear(text.plain(), text))
                .filter(it -> hasYear(it.plain()))
                .toList());
  }

  private static boolean hasYear(String plain) {
    for (int i = 0; i + 4 <= plain.length(); i++) {
      if (Character.isDigit(plain.charAt(i)) && Character.isDigit(plain.charAt(i + 3))) {
        return true;
      }
    }
    return false;
  }

  static SourceSpan place(AuthoredText text, StudyCitations.Citation citation) {
    List<String> words = Words.texts(citation.text());
    return at(text, words.get(0), String.valueOf(citation.year()));
  }

  /** From the word to the number after it. */
  static SourceSpan at(AuthoredText text, String word, String number) {
    List<AuthoredText.LocatedWord> located = text.located();
    for (int i = 0; i < located.size(); i++) {
      if (located.get(i).text().equals(word)) {
        for (int j = i; j < Math.min(located.size(), i + 12); j++) {
          if (located.get(j).text().equals(number)) {
            return located.get(i).span().to(located.get(j).span());
          }
        }
      }
    }
    return located.isEmpty() ? text.run().get(0).span() : located.get(0).span();
  }
}
