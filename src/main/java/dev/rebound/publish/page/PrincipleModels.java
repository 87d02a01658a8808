package dev.rebound.publish.page;

import dev.rebound.course.Content;
import dev.rebound.course.Principle;
import dev.rebound.source.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The principles of a course as templates see them, each made once. */
final class PrincipleModels {
  private final Content content;
  private final Routes routes;
  private final Teaching teaching;
  private final CourseLinks links;
  private final Map<String, Map<String, Object>> known = new ConcurrentHashMap<>();

  PrincipleModels(Content content, Routes routes, Teaching teaching, CourseLinks links) {
    this.content = content;
    this.routes = routes;
    this.teaching = teaching;
    this.links = links;
  }

  /** What it says, how sure that is, where it is taught, and what it rests on. */
  Optional<Map<String, Object>> of(String id) {
    return content.principle(id).map(p -> known.computeIfAbsent(id, key -> model(p)));
  }

  private Map<String, Object> model(Principle principle) {
    String id = principle.id().value();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", id);
    model.put("says", links.run(principle.says()));
    model.put("stance", principle.stance().word());
    principle.evidence().ifPresent(evidence -> model.put("evidence", links.run(evidence)));
    teaching
        .of(id)
        .ifPresent(
            place -> {
              model.put("href", routes.lesson(place.lesson().id().value(), place.anchor()));
              model.put("lesson", place.lesson().title().value());
              model.put("section", place.section());
            });
    model.put("basis", routes.credits(PageIds.principle(id)));
    model.put("quotes", quotes(principle));
    List<String> cites = new ArrayList<>();
    for (Principle.Citation cite : principle.cites()) {
      content
          .source(cite.source().value())
          .ifPresent(
              source ->
                  cites.add(
                      source
                              .creator()
                              .map(Located::value)
                              .orElse(
                                  source.title().map(Located::value).orElse(source.id().value()))
                          + " \u00b6"
                          + cite.paragraph()));
    }
    model.put("cites", cites.stream().distinct().toList());
    model.put("try", principle.tryPhrases().stream().map(links::run).toList());
    model.put("avoid", principle.avoid().stream().map(links::run).toList());
    return model;
  }

  private List<Map<String, Object>> quotes(Principle principle) {
    List<Map<String, Object>> quotes = new ArrayList<>();
    for (Located<String> key : principle.excerpts()) {
      content
          .excerpt(key.value())
          .flatMap(
              excerpt ->
                  content
                      .source(excerpt.source())
                      .map(
                          source ->
                              Map.<String, Object>of(
                                  "text", excerpt.text().value(),
                                  "credit", Credit.of(source, excerpt),
                                  "href", routes.credits(PageIds.excerpt(excerpt.key())))))
          .ifPresent(quotes::add);
    }
    return quotes;
  }
}
