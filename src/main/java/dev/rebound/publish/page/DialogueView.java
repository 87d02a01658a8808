package dev.rebound.publish.page;

import dev.rebound.course.Dialogue;
import dev.rebound.source.Located;
import dev.rebound.source.Reference;
import dev.rebound.source.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The same moment handled poorly and well.
 *
 * @param at where its title stands, for its tag; empty but for authors
 * @param setting empty where the author gives none
 * @param settingAt where that stands
 */
public record DialogueView(
    String id,
    String title,
    Html at,
    String setting,
    Html settingAt,
    List<Turn> poor,
    List<Turn> good) {
  /**
   * What one says in a dialogue.
   *
   * @param at where the speaker's name stands, for its tag; empty but for authors
   * @param staff whether the speaker is one whose turns apply or break principles
   * @param words what is said
   * @param points the principles that this turn breaks or applies
   */
  public record Turn(
      String speaker, Html at, boolean staff, Html words, List<PrincipleView> points) {}

  /**
   * @param prefix stands before its id
   * @param mentionId see {@link RenderContext#mentionId}
   */
  static DialogueView of(
      CourseContext in, Dialogue dialogue, String prefix, UnaryOperator<String> mentionId) {
    RenderContext links =
        new RenderContext() {
          @Override
          public Optional<String> href(Reference to) {
            return in.links.href(to);
          }

          @Override
          public String image(String path) {
            return in.links.image(path);
          }

          @Override
          public String place(SourceSpan span) {
            return in.links.place(span);
          }

          @Override
          public String mentionId(String term) {
            return mentionId.apply(term);
          }
        };
    Set<String> staff =
        Stream.of(dialogue.poor(), dialogue.good())
            .flatMap(List::stream)
            .filter(turn -> !turn.turningPoints().isEmpty())
            .map(turn -> turn.speaker().value())
            .collect(Collectors.toSet());
    return new DialogueView(
        prefix + PageIds.dialogue(dialogue.id().value()),
        dialogue.title().value(),
        in.routes.place(dialogue.title()),
        dialogue.setting().map(Located::value).orElse(""),
        dialogue.setting().map(in.routes::place).orElse(new Html("")),
        turns(in, dialogue.poor(), staff, links),
        turns(in, dialogue.good(), staff, links));
  }

  private static List<Turn> turns(
      CourseContext in, List<Dialogue.Turn> turns, Set<String> staff, RenderContext links) {
    return turns.stream()
        .map(
            turn ->
                new Turn(
                    turn.speaker().value(),
                    in.routes.place(turn.speaker()),
                    staff.contains(turn.speaker().value()),
                    turn.words().isEmpty()
                        ? new Html("")
                        : HtmlRenderer.run(HtmlRenderer.extent(turn.words()), turn.words(), links),
                    in.principles(turn.turningPoints().stream().map(Reference::id))))
        .toList();
  }
}
