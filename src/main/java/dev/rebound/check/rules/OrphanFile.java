package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.ReferenceUse;
import dev.rebound.course.Attachment;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Media;
import dev.rebound.course.Module;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Severity;
import dev.rebound.source.SourceSpan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every file is read, and whatever is written reaches a learner: lessons, quizzes and scenarios
 * stand in a module, cards in {@code cards:}, dialogues and pictures on some page.
 */
public final class OrphanFile extends ReadingRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    super.check(context, found);
    if (UnreadableFiles.course(content)) {
      return;
    }
    for (Course course : content.courses()) {
      List<Module> modules = course.modules();
      unnamed(
          content,
          "lesson",
          course.lessonFiles().stream().map(l -> l.id()),
          modules.stream().flatMap(m -> m.lessons().stream()),
          "List it under `lessons:` of a module in course.yaml, or remove it.",
          found);
      unnamed(
          content,
          "quiz",
          course.bankFiles().stream().filter(b -> !b.isDraft()).map(b -> b.id()),
          Stream.concat(
                  modules.stream().flatMap(m -> m.quiz().stream()), course.finalQuiz().stream())
              .flatMap(quiz -> quiz.from().stream()),
          "Name it under `quiz:` of a module or under `final:` in course.yaml, or remove it.",
          found);
      unnamed(
          content,
          "scenario",
          course.scenarioFiles().stream().map(s -> s.id()),
          modules.stream().flatMap(m -> m.scenarios().stream()),
          "List it under `scenarios:` of a module in course.yaml, or remove it.",
          found);
      unnamed(
          content,
          "card",
          course.cardFiles().stream().map(c -> c.id()),
          course.cards().stream(),
          "List it under `cards:` in course.yaml, or remove it.",
          found);
      if (!UnreadableFiles.folder(content, course.id().value())) {
        pictures(course, found);
        takeaways(context, course, found);
      }
    }
    if (!UnreadableFiles.folder(content, "courses")) {
      dialogues(context, found);
    }
  }

  /** A file whose name cannot be an id has been reported, and cannot be named. */
  private static void unnamed(
      Content content,
      String kind,
      Stream<Located<String>> files,
      Stream<Located<String>> names,
      String hint,
      Findings found) {
    Set<String> named = names.map(Located::value).collect(Collectors.toSet());
    files
        .filter(file -> !named.contains(file.value()))
        .filter(file -> !UnreadableFiles.reported(content, file.span().file()))
        .forEach(
            file ->
                found.at(
                    SourceSpan.wholeFile(file.span().file()),
                    "course.yaml does not name this " + kind + ", so no learner meets it.",
                    hint));
  }

  private static void pictures(Course course, Findings found) {
    Set<String> shown = new HashSet<>();
    Consumer<List<Inline>> run =
        inlines ->
            Markup.eachInline(
                inlines,
                inline -> {
                  if (inline instanceof Inline.Image image) {
                    shown.add(image.path());
                  }
                });
    if (!course.imageFiles().isEmpty() || !course.mediaFiles().isEmpty()) {
      course.bodies().forEach(body -> Markup.eachRun(body, run));
      course.questionPictures().forEach(picture -> run.accept(picture.inlines()));
    }
    for (Course.Image image : course.imageFiles()) {
      if (!shown.contains(image.path())) {
        found.at(
            SourceSpan.wholeFile(course.folder() + "/" + image.path()),
            "no page shows this picture.",
            "Show it, ![what it shows](" + image.path() + "), or remove it.");
      }
    }
    for (Media media : course.mediaFiles()) {
      if (!shown.contains(media.path())) {
        found.at(
            SourceSpan.wholeFile(course.folder() + "/" + media.path()),
            "no lesson plays this.",
            "Show it on a line of its own, ![what it shows](" + media.path() + "), or remove it.");
      }
    }
  }

  private static void takeaways(CheckContext context, Course course, Findings found) {
    if (course.takeaways().isEmpty()) {
      return;
    }
    Set<String> offered = new HashSet<>();
    for (ReferenceUse use : context.references("file")) {
      if (use.course().filter(it -> it.folder().equals(course.folder())).isPresent()) {
        offered.add(use.to().id());
      }
    }
    for (Attachment file : course.takeaways()) {
      if (!offered.contains(file.name())) {
        found.at(
            SourceSpan.wholeFile(course.folder() + "/" + file.path()),
            "nothing links to this file, so nobody takes it along.",
            "Link to it, [what it is](" + file.path() + "), or remove it.");
      }
    }
  }

  private static void dialogues(CheckContext context, Findings found) {
    Content content = context.content();
    Set<String> embedded = new HashSet<>();
    for (ReferenceUse use : context.references("dialogue")) {
      embedded.add(use.to().id());
    }
    content.dialogues().stream()
        .filter(dialogue -> !embedded.contains(dialogue.id().value()))
        .filter(dialogue -> !UnreadableFiles.reported(content, dialogue.id().span().file()))
        .forEach(
            dialogue ->
                found.at(
                    SourceSpan.wholeFile(dialogue.id().span().file()),
                    "no lesson shows this dialogue.",
                    "Show it with a block ```dialogue "
                        + dialogue.id().value()
                        + ", or remove it."));
  }
}
