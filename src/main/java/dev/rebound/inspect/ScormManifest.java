package dev.rebound.inspect;

import dev.rebound.source.Finding;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code imsmanifest.xml} of SCORM 1.2 (Content Aggregation Model 1.2, chapter 2.3) and SCORM 2004
 * (CAM 4th Edition, chapters 3.4 and 5).
 */
final class ScormManifest {
  static final String CP_12 = "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
  static final String CP_2004 = "http://www.imsglobal.org/xsd/imscp_v1p1";
  private static final String ADL_12 = "http://www.adlnet.org/xsd/adlcp_rootv1p2";
  private static final String ADL_2004 = "http://www.adlnet.org/xsd/adlcp_v1p3";
  private static final String SEQUENCING = "http://www.imsglobal.org/xsd/imsss";
  private static final String SCHEMAS = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation";
  private static final String XML = "{http://www.w3.org/XML/1998/namespace}base";

  private static final String SHAPES =
      """
      manifest = metadata? organizations resources manifest* ; identifier! version
      metadata = schema? schemaversion?
      organizations = organization* ; default
      organization = title item+ metadata? ; identifier! structure
      item = title item* metadata? ; identifier! identifierref isvisible parameters
      resources = resource*
      resource = metadata? file* dependency* ; identifier! type! href
      file = metadata? ; href!
      dependency = ; identifierref!
      title = #
      schema = #
      schemaversion = #
      """;

  private static final Grammar SEQUENCING_SHAPES =
      new Grammar(
          SEQUENCING,
          """
          sequencing = controlMode? sequencingRules? limitConditions? auxiliaryResources? rollupRules? objectives? randomizationControls? deliveryControls? ; ID IDRef
          sequencingCollection = sequencing+
          controlMode = ; choice choiceExit flow forwardOnly useCurrentAttemptObjectiveInfo useCurrentAttemptProgressInfo
          objectives = primaryObjective objective*
          primaryObjective = minNormalizedMeasure? mapInfo* ; objectiveID satisfiedByMeasure
          objective = minNormalizedMeasure? mapInfo* ; objectiveID! satisfiedByMeasure
          mapInfo = ; targetObjectiveID! readSatisfiedStatus readNormalizedMeasure writeSatisfiedStatus writeNormalizedMeasure
          minNormalizedMeasure = #
          deliveryControls = ; tracked completionSetByContent objectiveSetByContent
          sequencingRules = preConditionRule* exitConditionRule* postConditionRule*
          rollupRules = rollupRule* ; rollupObjectiveSatisfied rollupProgressCompletion objectiveMeasureWeight
          """);

  private static final Grammar ADL_12_SHAPES =
      new Grammar(
          ADL_12,
          """
          masteryscore = #
          timelimitaction = #
          maxtimeallowed = #
          datafromlms = #
          prerequisites = # ; type!
          """);

  private static final List<String> ACTIONS =
      List.of("exit,message", "exit,no message", "continue,message", "continue,no message");

  private final Archive archive;
  private final Element root;
  private final List<Finding> found;
  private final Values values;
  private final boolean is2004;
  private final Map<String, Element> resources = new LinkedHashMap<>();
  private final Set<String> listed = new HashSet<>();

  ScormManifest(Archive archive, Element root, List<Finding> found) {
    this.archive = archive;
    this.root = root;
    this.found = found;
    this.values = new Values(found);
    this.is2004 = root.namespace().equals(CP_2004);
  }

  void check() {
    if (!root.name().equals("manifest") || !List.of(CP_12, CP_2004).contains(root.namespace())) {
      found.add(
          PackageRule.UNKNOWN_STANDARD.at(
              root.span(),
              "is <" + root.name() + "> of \"" + root.namespace() + "\", which is not SCORM's.",
              "SCORM 1.2 is " + CP_12 + ", SCORM 2004 is " + CP_2004 + "."));
      return;
    }
    new Grammar(root.namespace(), SHAPES).check(root, found);
    version();
    List<Element> all = root.deep();
    for (Element element : all) {
      if (element.namespace().equals(root.namespace())) {
        switch (element.name()) {
          case "manifest", "organization", "item", "resource" ->
              values.identifier(element, "identifier");
          default -> {}
        }
      }
    }
    root.first("resources").ifPresent(this::resources);
    List<Element> organizations =
        root.first("organizations").stream().flatMap(o -> o.all("organization").stream()).toList();
    organizations(organizations);
    for (Element element : all) {
      adl(element);
    }
    if (is2004) {
      SEQUENCING_SHAPES.check(root, found);
      all.forEach(this::sequencing);
    } else {
      ADL_12_SHAPES.check(root, found);
    }
    controlDocuments();
    unlisted();
    contents(organizations);
  }

  /**
   * The schemas that a manifest says it keeps to: those that are files of the package have to be
   * there (CAM 4th Edition, 3.4.1.2).
   */
  private void controlDocuments() {
    List<String> missing =
        root.deep().stream()
            .flatMap(element -> element.attribute(SCHEMAS).stream())
            .flatMap(pairs -> Stream.of(pairs.strip().split("\\s+")))
            .filter(one -> one.matches("(?i)[^:]+\\.(xsd|dtd)"))
            .map(one -> Values.decoded(one).replaceFirst("^(\\./)+", ""))
            .filter(path -> !archive.sizes().containsKey(path))
            .distinct()
            .toList();
    if (!missing.isEmpty()) {
      found.add(
          PackageRule.CONTROL_DOCUMENT_MISSING.at(
              root.span(),
              "names control documents that the package lacks: "
                  + Values.cut(String.join(", ", missing))
                  + ".",
              "Put them at its root, or leave out xsi:schemaLocation."));
    }
  }

  private void version() {
    Element metadata = root.first("metadata").orElse(null);
    String schema = metadata == null ? "" : metadata.textOf("schema");
    String version = metadata == null ? "" : metadata.textOf("schemaversion");
    Element at = metadata == null ? root : metadata;
    if (is2004 && (schema.isEmpty() || version.isEmpty())) {
      found.add(
          PackageRule.MANIFEST_STRUCTURE.at(
              at.span(), "<metadata> needs <schema> and <schemaversion>.", ""));
      return;
    }
    if (!schema.isEmpty() && !schema.equals("ADL SCORM")) {
      values.bad(at, "the schema", schema, "\"ADL SCORM\"");
    }
    List<String> allowed =
        is2004 ? List.of("CAM 1.3", "2004 3rd Edition", "2004 4th Edition") : List.of("1.2");
    if (!version.isEmpty()) {
      values.oneOf(at, "the schema version", version, allowed);
    }
  }

  private void resources(Element parent) {
    String base = root.attribute(XML).orElse("") + parent.attribute(XML).orElse("");
    List<Element> all = parent.all("resource");
    for (Element resource : all) {
      resource.attribute("identifier").ifPresent(id -> resources.putIfAbsent(id, resource));
    }
    for (Element resource : all) {
      String here = base + resource.attribute(XML).orElse("");
      for (Element file : resource.all("file")) {
        file.attribute("href").ifPresent(href -> present(file, here + href));
      }
      resource.attribute("href").ifPresent(href -> present(resource, here + href));
      for (Element dependency : resource.all("dependency")) {
        dependency
            .attribute("identifierref")
            .filter(id -> !resources.containsKey(id))
            .ifPresent(id -> dangling(dependency, id, "resource"));
      }
    }
  }

  private static boolean is(Element element, String id) {
    return element.attribute("identifier").orElse("").equals(id);
  }

  private void dangling(Element at, String id, String noun) {
    found.add(
        PackageRule.DANGLING_REFERENCE.at(
            at.span(),
            "<"
                + at.name()
                + "> refers to the "
                + noun
                + " \""
                + Values.cut(id)
                + "\", which is not there.",
            ""));
  }

  private void present(Element at, String href) {
    if (href.matches("(?i)https?://.*")) {
      found.add(
          PackageRule.OUTSIDE_REQUEST.at(
              at.span(),
              "<" + at.name() + "> is " + Values.cut(href) + ", on another host.",
              "Put the file into the package."));
      return;
    }
    String path = Values.decoded(href.replaceAll("[?#].*", ""));
    listed.add(path);
    if (archive.sizes().containsKey(path)) {
      return;
    }
    found.add(
        PackageRule.FILE_MISSING.at(
            at.span(), "\"" + Values.cut(path) + "\" is not in the package.", archive.hint(path)));
  }

  private void organizations(List<Element> organizations) {
    root.first("organizations")
        .ifPresent(
            parent -> {
              String id = parent.attribute("default").orElse("");
              if (!id.isEmpty() && organizations.stream().noneMatch(o -> is(o, id))) {
                dangling(parent, id, "organization");
              }
            });
    boolean launches = false;
    for (Element organization : organizations) {
      for (Element item : organization.deep()) {
        if (!item.name().equals("item") || !item.namespace().equals(root.namespace())) {
          continue;
        }
        item.attribute("isvisible")
            .ifPresent(v -> values.oneOf(item, "isvisible", v, List.of("true", "false", "1", "0")));
        String to = item.attribute("identifierref").orElse("");
        Element resource = resources.get(to);
        if (!to.isEmpty() && resource == null) {
          dangling(item, to, "resource");
        } else if (to.isEmpty() && item.all("item").isEmpty()) {
          found.add(
              PackageRule.NOTHING_TO_LAUNCH.at(
                  item.span(),
                  "<item> has neither an identifierref nor items of its own.",
                  "Refer to the resource it shows."));
        } else if (resource != null) {
          launches |= launchable(item, resource);
        }
      }
    }
    if (!launches) {
      found.add(
          PackageRule.NOTHING_TO_LAUNCH.at(
              root.span(), "No item leads to a resource with an address.", ""));
    }
  }

  private boolean launchable(Element item, Element resource) {
    String key = is2004 ? "{" + ADL_2004 + "}scormType" : "{" + ADL_12 + "}scormtype";
    String type = resource.attribute(key).orElse("");
    if (type.isEmpty()) {
      found.add(
          PackageRule.MANIFEST_STRUCTURE.at(
              resource.span(),
              "<resource> has no adlcp:" + (is2004 ? "scormType" : "scormtype") + ".",
              "Say sco, or asset where nothing is recorded"
                  + (is2004 ? "; 2004 writes it with a capital T." : ".")));
    } else {
      values.oneOf(resource, "the SCORM type", type, List.of("sco", "asset"));
    }
    if (!resource.attribute("type").orElse("webcontent").equals("webcontent")) {
      values.bad(
          resource, "the type", resource.attribute("type").orElse(""), "webcontent to be launched");
    }
    if (is2004 && !item.all("item").isEmpty()) {
      found.add(
          PackageRule.MANIFEST_STRUCTURE.at(
              item.span(),
              "<item> refers to a resource and has items of its own.",
              "In SCORM 2004 only an item without items can be launched."));
    }
    if (resource.attribute("href").orElse("").isBlank()) {
      found.add(
          PackageRule.NOTHING_TO_LAUNCH.at(
              resource.span(), "<resource> is referred to by an item but has no href.", ""));
      return false;
    }
    return true;
  }

  /** The elements that ADL adds to an item. */
  private void adl(Element element) {
    if (!element.namespace().equals(is2004 ? ADL_2004 : ADL_12)) {
      return;
    }
    String text = element.text();
    switch (element.name()) {
      case "masteryscore" -> values.decimal(element, "the mastery score", text, 0, 100);
      case "timelimitaction", "timeLimitAction" ->
          values.oneOf(element, "the time limit action", text, ACTIONS);
      case "datafromlms" -> values.longest(element, "the data from the LMS", text, 255);
      case "maxtimeallowed" -> {
        if (!text.matches("\\d{2,4}:\\d\\d:\\d\\d(\\.\\d{1,2})?")) {
          values.bad(element, "the time allowed", text, "HHHH:MM:SS.SS");
        }
      }
      case "completionThreshold" ->
          // An attribute in the 4th Edition; before, the text itself.
          element
              .attribute("minProgressMeasure")
              .or(() -> Optional.of(text).filter(it -> !it.isEmpty()))
              .ifPresent(v -> values.decimal(element, "minProgressMeasure", v, 0, 1));
      default -> {}
    }
  }

  private void sequencing(Element element) {
    if (!element.namespace().equals(SEQUENCING)) {
      return;
    }
    switch (element.name()) {
      case "minNormalizedMeasure" ->
          values.decimal(element, "minNormalizedMeasure", element.text(), -1, 1);
      case "sequencing" -> values.identifier(element, "ID");
      case "objectives" -> {
        // SN 3.10: objective ids are unique within the activity, and only there.
        Values own = new Values(found);
        element
            .children()
            .forEach(o -> o.attribute("objectiveID").ifPresent(id -> own.unique(o, id)));
      }
      default -> {}
    }
    for (String name :
        List.of(
            "satisfiedByMeasure",
            "tracked",
            "completionSetByContent",
            "objectiveSetByContent",
            "choice",
            "choiceExit",
            "flow",
            "forwardOnly",
            "readSatisfiedStatus",
            "readNormalizedMeasure",
            "writeSatisfiedStatus",
            "writeNormalizedMeasure")) {
      element
          .attribute(name)
          .ifPresent(v -> values.oneOf(element, name, v, List.of("true", "false", "1", "0")));
    }
  }

  private void unlisted() {
    List<String> extra =
        archive.sizes().keySet().stream()
            .filter(path -> !listed.contains(path) && !path.equals("imsmanifest.xml"))
            .filter(path -> !path.matches("(?i).*\\.(xsd|dtd)") && !path.equals("cmi5.xml"))
            .toList();
    for (String path : extra.subList(0, Math.min(extra.size(), Inspector.MOST))) {
      found.add(
          PackageRule.FILE_NOT_LISTED.at(
              root.span(),
              "\"" + Values.cut(path) + "\" is in the package but in no <file>.",
              extra.size() > Inspector.MOST
                  ? "There are " + extra.size() + " of them."
                  : "Some platforms copy only what is listed."));
    }
  }

  private void contents(List<Element> organizations) {
    String title = organizations.isEmpty() ? "" : organizations.get(0).textOf("title");
    String version =
        root.first("metadata")
            .map(m -> m.textOf("schemaversion"))
            .orElse("")
            .replace("CAM 1.3", "2004 2nd Edition");
    long scos =
        resources.values().stream().filter(r -> r.attributes().containsValue("sco")).count();
    String standard = "SCORM " + (version.isEmpty() ? is2004 ? "2004" : "1.2" : version);
    String counted = Inspector.count(scos, "SCO");
    found.add(Inspector.contents(root.span(), standard, title, counted, archive));
  }
}
