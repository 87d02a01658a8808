package dev.rebound.publish.page;

import dev.rebound.course.Content;
import dev.rebound.course.Principle;
import dev.rebound.source.Fields.Named;
import dev.rebound.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * A principle: what it says, how sure that is, where it is taught, what it rests on.
 *
 * @param href where it is taught
 * @param lesson the title of the lesson that teaches it
 * @param section the heading in that lesson
 * @param basis its place on the page of sources
 * @param cites whom it cites and where, without their words
 * @param tryPhrases what a learner might say
 * @param avoid what a learner should not say
 */
public record PrincipleView(
    String id,
    Html says,
    String stance,
    Optional<Html> evidence,
    Optional<String> href,
    Optional<String> lesson,
    Optional<String> section,
    String basis,
    List<QuoteView> quotes,
    List<String> cites,
    @Named("try") List<Html> tryPhrases,
    List<Html> avoid) {
  static PrincipleView of(Principle principle, CourseContext in) {
    String id = principle.id().value();
    Optional<Teaching.Place> taught = in.teaching.of(id);
    return new PrincipleView(
        id,
        in.links.run(principle.says()),
        principle.stance().word(),
        principle.evidence().map(in.links::run),
        taught.map(place -> in.routes.lesson(place.lesson().id().value(), place.anchor())),
        taught.map(place -> place.lesson().title().value()),
        taught.map(Teaching.Place::section),
        in.routes.credits(PageIds.principle(id)),
        principle.excerpts().stream()
            .map(Located::value)
            .flatMap(key -> QuoteView.of(key, in).stream())
            .toList(),
        cites(principle, in.content),
        principle.tryPhrases().stream().map(in.links::run).toList(),
        principle.avoid().stream().map(in.links::run).toList());
  }

  private static List<String> cites(Principle principle, Content content) {
    return principle.cites().stream()
        .flatMap(
            cite ->
                content.source(cite.source().value()).stream()
                    .map(source -> source.name() + " \u00b6" + cite.paragraph()))
        .distinct()
        .toList();
  }
}
