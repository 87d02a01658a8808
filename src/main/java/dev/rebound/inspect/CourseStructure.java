package dev.rebound.inspect;

import dev.rebound.source.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code cmi5.xml}: cmi5 (Quartz), sections 13 and 14. */
final class CourseStructure {
  static final String NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";

  private static final Grammar SHAPES =
      new Grammar(
          NAMESPACE,
          """
          courseStructure = course objectives? au|block+
          course = title description ; id!
          objectives = objective+
          title = langstring+
          description = langstring+
          langstring = # ; lang
          url = #
          block = title description objectives? au|block* ; id!
          au = title description objectives? url launchParameters? entitlementKey? ; id! moveOn masteryScore launchMethod activityType
          """);

  /**
   * An objective where it is defined, in either order, and where a unit or a block refers to it.
   */
  private static final Grammar DEFINITION =
      new Grammar(
          NAMESPACE,
          """
          objective = title|description title|description ; id!
          """);

  private static final Grammar REFERENCE =
      new Grammar(
          NAMESPACE,
          """
          objective = ; idref
          """);

  /** xs:language. */
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*+");

  /** Section 8.1: what the LMS adds to the address. */
  private static final Set<String> LAUNCH =
      Set.of("endpoint", "fetch", "actor", "registration", "activityId");

  private final Archive archive;
  private final Element root;
  private final List<Finding> found;
  private final Values values;

  CourseStructure(Archive archive, Element root, List<Finding> found) {
    this.archive = archive;
    this.root = root;
    this.found = found;
    this.values = new Values(found);
  }

  void check() {
    if (!root.name().equals("courseStructure") || !root.namespace().equals(NAMESPACE)) {
      found.add(
          PackageRule.UNKNOWN_STANDARD.at(
              root.span(),
              "is <" + root.name() + "> of \"" + root.namespace() + "\", which is not cmi5's.",
              "It must be <courseStructure> of " + NAMESPACE + "."));
      return;
    }
    SHAPES.check(root, found);
    Set<String> objectives = new HashSet<>();
    List<Element> defined = root.first("objectives").map(o -> o.all("objective")).orElse(List.of());
    for (Element objective : defined) {
      DEFINITION.check(objective, found);
      identified(objective);
      objective.attribute("id").ifPresent(objectives::add);
    }
    root.first("course").ifPresent(this::identified);
    int units = 0;
    for (Element element : root.deep()) {
      if (!element.namespace().equals(NAMESPACE)) {
        continue;
      }
      if (element.name().equals("block")) {
        identified(element);
      } else if (element.name().equals("au")) {
        units++;
        identified(element);
        unit(element);
      } else if (element.name().equals("objective") && !defined.contains(element)) {
        reference(element, objectives);
      } else if (element.name().equals("langstring")) {
        element
            .attribute("lang")
            .filter(lang -> !LANGUAGE.matcher(lang.strip()).matches())
            .ifPresent(
                lang -> values.bad(element, "lang", lang, "a language, such as en or de-CH"));
      }
    }
    contents(units);
  }

  private void reference(Element element, Set<String> objectives) {
    REFERENCE.check(element, found);
    element
        .attribute("idref")
        .filter(id -> !objectives.contains(id))
        .ifPresent(
            id ->
                found.add(
                    PackageRule.DANGLING_REFERENCE.at(
                        element.span(),
                        "<objective> refers to \""
                            + Values.cut(id)
                            + "\", which <objectives> does not define.",
                        "")));
  }

  private void identified(Element element) {
    String id = element.attribute("id").orElse("").strip();
    if (!id.isEmpty()) {
      values.iri(element, "the id of <" + element.name() + ">", id);
      values.unique(element, id);
    }
  }

  private void unit(Element unit) {
    unit.attribute("moveOn")
        .ifPresent(
            v ->
                values.oneOf(
                    unit,
                    "moveOn",
                    v,
                    List.of(
                        "NotApplicable",
                        "Passed",
                        "Completed",
                        "CompletedAndPassed",
                        "CompletedOrPassed")));
    unit.attribute("launchMethod")
        .ifPresent(v -> values.oneOf(unit, "launchMethod", v, List.of("AnyWindow", "OwnWindow")));
    unit.attribute("activityType").ifPresent(v -> values.iri(unit, "activityType", v));
    unit.attribute("masteryScore")
        .ifPresent(
            v -> {
              values.decimal(unit, "masteryScore", v, 0, 1);
              if (v.matches("-?\\d*\\.\\d{5,}")) {
                values.bad(unit, "masteryScore", v, "written with at most four decimals");
              }
            });
    unit.first("url").ifPresent(this::url);
  }

  private void url(Element element) {
    String url = element.text();
    if (url.isEmpty()) {
      found.add(PackageRule.NOTHING_TO_LAUNCH.at(element.span(), "<url> is empty.", ""));
      return;
    }
    values.url(element, "<url>", url);
    int query = url.indexOf('?');
    if (query >= 0) {
      for (String pair : url.substring(query + 1).split("[&#]", -1)) {
        String name = pair.split("=", 2)[0];
        if (LAUNCH.contains(name)) {
          values.bad(element, "a parameter of <url>", name, "none that the platform itself adds");
        }
      }
    }
    if (url.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
      return;
    }
    String path = Values.decoded(url.replaceAll("[?#].*", ""));
    if (!archive.sizes().containsKey(path)) {
      found.add(
          PackageRule.FILE_MISSING.at(
              element.span(),
              "\"" + Values.cut(path) + "\" is not in the package.",
              archive.hint(path)));
    }
  }

  private void contents(int units) {
    String title =
        root.first("course")
            .flatMap(course -> course.first("title"))
            .map(it -> it.textOf("langstring"))
            .orElse("");
    String counted = Inspector.count(units, "assignable unit");
    found.add(Inspector.contents(root.span(), "cmi5", title, counted, archive));
  }
}
