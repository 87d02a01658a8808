package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.GlossaryTerm;
import dev.rebound.course.Lesson;
import dev.rebound.course.Module;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Source;
import dev.rebound.course.Study;
import dev.rebound.source.Block;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Reference;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An id names one thing of its kind: principles over all files, questions in a bank, options in a
 * question. What a lesson shows, it shows once.
 */
public final class DuplicateId extends ReadingRule {
  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    super.check(context, found);
    distinct("principle", content.principles().stream().map(Principle::id), found);
    distinct("term", content.terms().stream().map(GlossaryTerm::id), found);
    distinct("study", content.studies().stream().map(Study::id), found);
    for (Source source : content.sources()) {
      distinct("excerpt", source.excerpts().stream().map(e -> e.id()), found);
    }
    for (Course course : content.courses()) {
      distinct("module", course.modules().stream().map(Module::id), found);
      distinct("lesson", course.modules().stream().flatMap(m -> m.lessons().stream()), found);
      distinct("scenario", course.modules().stream().flatMap(m -> m.scenarios().stream()), found);
      distinct(
          "quiz",
          Stream.concat(
                  course.modules().stream().flatMap(m -> m.quiz().stream()),
                  course.finalQuiz().stream())
              .flatMap(quiz -> quiz.from().stream()),
          found);
      distinct("card", course.cards().stream(), found);
      distinct("stock", course.stocks().stream(), found);
      for (QuestionBank bank : course.bankFiles()) {
        distinct("question", bank.questions().stream().map(Question::id), found);
        bank.questions().forEach(question -> answers(question, found));
      }
      course.lessonFiles().forEach(lesson -> embeds(lesson, found));
    }
  }

  /** What a page shows has an id there, which links, the player and the workbook's index use. */
  private static void embeds(Lesson lesson, Findings found) {
    Map<String, Reference> seen = new HashMap<>();
    Markup.eachBlock(
        lesson.body(),
        block -> {
          if (block instanceof Block.Embed embed) {
            Reference to = embed.to();
            Reference first = seen.putIfAbsent(to.toString(), to);
            if (first != null) {
              found.at(
                  to.span(),
                  to.kind() + " \"" + to.id() + "\" is already shown in this lesson.",
                  "It is in line " + first.span().line() + "; remove one.");
            }
          }
        });
  }

  /** Options with one text have one id, too, and are left to {@link DuplicateOption}. */
  private static void answers(Question question, Findings found) {
    Map<String, Answer> seen = new HashMap<>();
    for (Answer answer : question.answers()) {
      Answer first = seen.putIfAbsent(answer.id(), answer);
      if (first != null && !DuplicateOption.sameText(first, answer)) {
        found.at(
            answer.span(),
            "this " + answer.noun() + " has the id of one before it: \"" + answer.id() + "\".",
            "The first stands in line " + first.span().line() + "; change or remove one.");
      }
    }
  }

  private static void distinct(String kind, Stream<Located<String>> ids, Findings found) {
    Map<String, Located<String>> seen = new HashMap<>();
    for (Located<String> id : ids.toList()) {
      Located<String> first = seen.putIfAbsent(id.value(), id);
      if (first != null) {
        found.at(
            id.span(),
            kind + " \"" + id.value() + "\" is there twice.",
            "The first stands at " + first.span() + "; rename or remove one.");
      }
    }
  }
}
