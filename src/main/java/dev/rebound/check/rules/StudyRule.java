package dev.rebound.check.rules;

import dev.rebound.check.AuthoredText;
import dev.rebound.check.CheckContext;
import dev.rebound.check.ContentWalk;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.check.StudyCitations;
import dev.rebound.course.Content;
import dev.rebound.source.Markup;
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
    for (ContentWalk.Part part : context.parts()) {
      context.keptFindings(
          this,
          part.thing(),
          content.studies(),
          found,
          own -> {
            for (AuthoredText text : context.in(part).texts()) {
              if (hasYear(text)) {
                text(text.plain(), text, content, own);
              }
            }
          });
    }
    whole(context, found);
  }

  /** What is wrong in one text. */
  abstract void text(String plain, AuthoredText text, Content content, Findings found);

  /** What is wrong in all of them together. */
  void whole(CheckContext context, Findings found) {}

  private static boolean hasYear(AuthoredText text) {
    String plain = Markup.plain(text.run());
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
