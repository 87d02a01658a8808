package dev.rebound.publish.site;

import dev.rebound.check.AuthoredText;
import dev.rebound.check.ContentWalk;
import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Dialogue;
import dev.rebound.course.GlossaryTerm;
import dev.rebound.course.Lesson;
import dev.rebound.course.Principle;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Scenario;
import dev.rebound.publish.page.PageIds;
import dev.rebound.publish.page.Routes;
import dev.rebound.publish.page.SourceView;
import dev.rebound.source.Inline;
import dev.rebound.source.Json;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Prose;
import dev.rebound.source.Reference;
import dev.rebound.source.Slug;
import dev.rebound.source.Spaces;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What can be found in a course: each section of a lesson, principle, dialogue, glossary term,
 * quoted fragment and card, each quiz by its name alone, and each scenario by its name and setting.
 * No question and no answer is in it.
 */
final class SearchDocuments {
  private final Content content;
  private final Routes routes;
  private final List<List<String>> documents = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private SearchDocuments(Content content, Routes routes) {
    this.content = content;
    this.routes = routes;
  }

  /**
   * A script that defines {@code searchDocuments}, a list of [kind, title, where it stands,
   * address, text], and {@code searchSynonyms}, lists of what the glossary takes for the same.
   *
   * @param sources as the page of sources shows them
   */
  static String of(Content content, Course course, Routes routes, List<SourceView> sources) {
    SearchDocuments all = new SearchDocuments(content, routes);
    course.lessonsInOrder().forEach(all::lesson);
    course.quizzes().stream()
        .flatMap(quiz -> course.bank(quiz.id().value()).stream())
        .forEach(all::quiz);
    course.scenariosInOrder().forEach(all::scenario);
    content.terms().forEach(all::term);
    sources.forEach(all::source);
    course.cardsInOrder().forEach(all::card);
    return "const searchDocuments="
        + Json.write(all.documents)
        + ";\nconst searchSynonyms="
        + Json.write(synonyms(content.terms()))
        + ";\n";
  }

  private static List<List<String>> synonyms(List<GlossaryTerm> terms) {
    return terms.stream()
        .filter(term -> !term.also().isEmpty())
        .map(
            term ->
                Stream.concat(Stream.of(term.term()), term.also().stream())
                    .map(Located::value)
                    .toList())
        .toList();
  }

  private void add(String kind, String title, String where, String href, String text) {
    if (seen.add(kind + href)) {
      documents.add(List.of(kind, title, where, href, Spaces.collapsed(text.strip())));
    }
  }

  private void lesson(Lesson lesson) {
    String id = lesson.id().value();
    String title = lesson.title().value();
    Slug slugs = new Slug();
    ContentWalk.Written written = ContentWalk.in(lesson);
    Section here = new Section(title, "", "", new StringBuilder());
    for (AuthoredText text : written.all()) {
      if (text.role() == AuthoredText.Role.HEADING) {
        flush(lesson, here);
        String heading = text.plain();
        here = new Section(heading, title, slugs.of(heading), new StringBuilder());
      } else {
        append(text, here.text);
      }
    }
    flush(lesson, here);
    for (Located<String> taught : lesson.teaches()) {
      content.principle(taught.value()).ifPresent(p -> principle(p, lesson));
    }
    for (Reference to : written.references()) {
      if (to.kind().equals("dialogue")) {
        content
            .dialogue(to.id())
            .ifPresent(
                dialogue ->
                    add(
                        "dialogue",
                        dialogue.title().value(),
                        title,
                        routes.lesson(id, PageIds.dialogue(to.id())),
                        text(dialogue)));
      }
    }
  }

  private record Section(String title, String where, String anchor, StringBuilder text) {}

  private void flush(Lesson lesson, Section section) {
    // A heading with nothing of its own is found under its title all the same.
    add(
        "lesson",
        section.title,
        section.where,
        routes.lesson(lesson.id().value(), section.anchor),
        section.text.toString());
  }

  private void principle(Principle principle, Lesson lesson) {
    StringBuilder text = new StringBuilder();
    principle.tryPhrases().forEach(it -> words(it, text));
    principle.evidence().ifPresent(it -> words(it, text));
    if (seen.add("principle " + principle.id().value())) {
      add(
          "principle",
          principle.says().plain(),
          lesson.title().value(),
          routes.lesson(lesson.id().value(), PageIds.principle(principle.id().value())),
          text.toString());
    }
  }

  private static String text(Dialogue dialogue) {
    StringBuilder text = new StringBuilder();
    dialogue.setting().map(Located::value).ifPresent(it -> text.append(it).append(' '));
    for (List<Dialogue.Turn> side : List.of(dialogue.poor(), dialogue.good())) {
      side.forEach(
          turn ->
              text.append(turn.speaker().value())
                  .append(": ")
                  .append(plain(turn.words()))
                  .append(' '));
    }
    return text.toString();
  }

  private void quiz(QuestionBank bank) {
    add("quiz", bank.title().value(), "", routes.quiz(bank.id().value()), "");
  }

  private void scenario(Scenario scenario) {
    add(
        "scenario",
        scenario.title().value(),
        "",
        routes.scenario(scenario.id().value()),
        scenario.setting().map(Located::value).orElse(""));
  }

  private void term(GlossaryTerm term) {
    add(
        "term",
        term.term().value(),
        "",
        routes.glossary(term.id().value()),
        term.meaning().plain());
  }

  private void source(SourceView source) {
    for (SourceView.ExcerptView excerpt : source.excerpts()) {
      String href = routes.credits(excerpt.anchor());
      add("source", excerpt.text(), source.creator(), href, excerpt.credit());
    }
  }

  private void card(Card card) {
    Optional<String> href = routes.cards();
    if (href.isPresent()) {
      StringBuilder text = new StringBuilder();
      ContentWalk.in(card).all().forEach(it -> append(it, text));
      // All cards lie in one file, so their addresses are the same.
      documents.add(List.of("card", card.title().value(), "", href.get(), text.toString().strip()));
    }
  }

  /**
   * What is on the page under its title: headings name sections, alternatives stand in their run.
   */
  private static void append(AuthoredText text, StringBuilder into) {
    switch (text.role()) {
      case TITLE, HEADING, PICTURE -> {}
      case QUOTE -> into.append('\u201c').append(text.plain()).append("\u201d ");
      default -> into.append(text.plain()).append(' ');
    }
  }

  private static void words(Prose prose, StringBuilder into) {
    into.append(prose.plain()).append(' ');
  }

  private static String plain(List<Inline> inlines) {
    return Markup.plain(inlines).strip();
  }
}
