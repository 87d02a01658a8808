package dev.rebound.check.mutation;

import static dev.rebound.check.mutation.Operator.sure;

import dev.rebound.check.mutation.YamlText.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Principles: what they rest on, where they are taught, and when they are tested. */
final class ChainMutants {
  private ChainMutants() {}

  private static Function<Workspace, Stream<Mutant>> each(
      String folder, String path, Function<Entry, Stream<Mutant>> mutants) {
    return course -> course.yamlIn(folder).flatMap(yaml -> yaml.entries(path)).flatMap(mutants);
  }

  static List<Operator> all() {
    return List.of(
        sure(
            "a principle is removed",
            "UnknownPrinciple, wherever it is named",
            ChainMutants::principleRemoved),
        sure(
            "a principle has the id of the one before it",
            "DuplicateId",
            course -> course.yamlIn("principles").flatMap(ChainMutants::sameId)),
        sure(
            "what a principle rests on is removed",
            "PrincipleWithoutExcerpt",
            each("principles", "principles.id", ChainMutants::groundless)),
        sure(
            "a principle rests on an excerpt that does not exist",
            "UnknownExcerpt",
            each("principles", "principles.excerpts", e -> misspelt(e, "UnknownExcerpt"))),
        sure(
            "a principle cites a paragraph beyond the source's end",
            "UnknownExcerpt",
            each(
                "principles",
                "principles.cites",
                e -> cited(e, " ¶\\d+", " ¶999", "UnknownExcerpt"))),
        sure(
            "a principle cites a source that does not exist",
            "UnknownReference",
            each(
                "principles",
                "principles.cites",
                e -> cited(e, " ¶", "-gone ¶", "UnknownReference"))),
        sure(
            "the evidence note of what is contested, or an opinion, is removed",
            "ContestedWithoutNote",
            each("principles", "principles.id", ChainMutants::noteless)),
        sure(
            "a glossary term names a principle that does not exist",
            "UnknownPrinciple",
            course ->
                course
                    .yaml()
                    .flatMap(yaml -> yaml.entries("terms.principles"))
                    .flatMap(e -> misspelt(e, "UnknownPrinciple"))),
        sure(
            "a lesson's `teaches` names a principle that does not exist",
            "UnknownPrinciple",
            each("lessons", "teaches", e -> misspelt(e, "UnknownPrinciple"))),
        sure(
            "a lesson's `teaches` loses a principle", "PrincipleNotTaught", ChainMutants::untaught),
        sure(
            "two modules exchange their lessons, so that a quiz comes before what it asks",
            "TestedBeforeTaught",
            course ->
                course
                    .in("courses")
                    .filter(f -> f.endsWith("course.yaml"))
                    .flatMap(f -> exchanged(f, course))),
        sure(
            "a quiz is taken out of its module",
            "PrincipleNotTested",
            course ->
                course
                    .in("courses")
                    .filter(f -> f.endsWith("course.yaml"))
                    .flatMap(f -> unquizzed(f, course))));
  }

  /** Each scalar of a value, which may be a list, misspelt. */
  static Stream<Mutant> misspelt(Entry entry, String rule) {
    YamlText yaml = entry.yaml();
    return entry.scalars().stream()
        .map(
            scalar ->
                yaml.with(new Edit(yaml.endOfWords(scalar), yaml.endOfWords(scalar), "-gone"))
                    .expecting(rule, yaml.file(), yaml.line(scalar)));
  }

  private static Stream<Mutant> cited(Entry entry, String pattern, String by, String rule) {
    YamlText yaml = entry.yaml();
    return entry.scalars().stream()
        .map(
            scalar ->
                yaml.with(
                        new Edit(
                            yaml.start(scalar),
                            yaml.lastEnd(scalar),
                            "\"" + scalar.getValue().replaceAll(pattern, by) + "\""))
                    .expecting(rule, yaml.file(), yaml.line(scalar)));
  }

  private static Stream<Mutant> principleRemoved(Workspace course) {
    List<Mutant> mutants = new ArrayList<>();
    for (YamlText yaml : course.yamlIn("principles").toList()) {
      SequenceNode list =
          (SequenceNode) yaml.entries("principles").findFirst().orElseThrow().value();
      for (Node node : list.getValue()) {
        String id = yaml.entry((MappingNode) node, "", "id").orElseThrow().said();
        int start = Edit.lineStart(yaml.text(), yaml.start(node));
        Mutant mutant = yaml.with(new Edit(start, yaml.lastEnd(node), ""));
        mutants.add(expectingUses(mutant, course, id));
      }
    }
    return mutants.stream();
  }

  /** A mutant of which every place outside principles/ that names a principle must be reported. */
  private static Mutant expectingUses(Mutant mutant, Workspace course, String id) {
    Pattern use = Pattern.compile("(?<=principle:|applies: |breaks: )" + id + "(?![a-z0-9-])");
    Mutant all = mutant;
    for (Workspace.Match match : course.find("content/", use)) {
      all = all.expecting("UnknownPrinciple", match);
    }
    for (Entry entry :
        course.yaml().flatMap(y -> y.entries("teaches", "terms.principles")).toList()) {
      for (ScalarNode scalar : entry.scalars()) {
        if (scalar.getValue().equals(id)) {
          all = all.expecting("UnknownPrinciple", entry.yaml().file(), entry.yaml().line(scalar));
        }
      }
    }
    return all;
  }

  private static Stream<Mutant> sameId(YamlText yaml) {
    List<Mutant> mutants = new ArrayList<>();
    List<Entry> ids = yaml.entries("principles.id").toList();
    for (int i = 1; i < ids.size(); i++) {
      mutants.add(
          yaml.with(ids.get(i).valueBy(ids.get(i - 1).said()))
              .expecting("DuplicateId", yaml.file(), ids.get(i).line()));
    }
    return mutants.stream();
  }

  private static Stream<Mutant> groundless(Entry id) {
    YamlText yaml = id.yaml();
    List<Edit> edits = new ArrayList<>();
    for (String key : List.of("excerpts", "cites")) {
      yaml.entry(id.in(), "", key).ifPresent(entry -> edits.add(entry.removed()));
    }
    return Stream.of(
        yaml.with(edits.toArray(Edit[]::new))
            .expecting("PrincipleWithoutExcerpt", yaml.file(), id.line()));
  }

  private static Stream<Mutant> noteless(Entry id) {
    YamlText yaml = id.yaml();
    boolean supported = yaml.entry(id.in(), "", "stance").orElseThrow().said().equals("supported");
    return yaml.entry(id.in(), "", "evidence").stream()
        .filter(note -> !supported)
        .map(
            note ->
                yaml.with(note.removed())
                    .expecting("ContestedWithoutNote", yaml.file(), id.line()));
  }

  /** Which lessons teach a principle. */
  private static Map<String, Set<String>> taughtBy(Workspace course) {
    Map<String, Set<String>> taught = new HashMap<>();
    course
        .yamlIn("lessons")
        .forEach(
            lesson ->
                lesson
                    .entries("teaches")
                    .flatMap(entry -> entry.scalars().stream())
                    .forEach(
                        id ->
                            taught
                                .computeIfAbsent(id.getValue(), key -> new TreeSet<>())
                                .add(nameOf(lesson.file()))));
    return taught;
  }

  private static String nameOf(String file) {
    return file.replaceAll(".*/|\\.\\w+$", "");
  }

  private static Optional<Entry> principle(Workspace course, String id) {
    return course
        .yamlIn("principles")
        .flatMap(yaml -> yaml.entries("principles.id"))
        .filter(entry -> entry.said().equals(id))
        .findFirst();
  }

  private static Stream<Mutant> untaught(Workspace course) {
    Map<String, Set<String>> taught = taughtBy(course);
    List<Mutant> mutants = new ArrayList<>();
    for (Entry teaches : course.yamlIn("lessons").flatMap(y -> y.entries("teaches")).toList()) {
      List<ScalarNode> ids = teaches.scalars();
      for (ScalarNode id : ids) {
        if (taught.getOrDefault(id.getValue(), Set.of()).size() == 1) {
          List<String> rest =
              ids.stream()
                  .map(ScalarNode::getValue)
                  .filter(one -> !one.equals(id.getValue()))
                  .toList();
          Entry declared = principle(course, id.getValue()).orElseThrow();
          mutants.add(
              teaches
                  .yaml()
                  .with(
                      new Edit(
                          Edit.lineStart(
                              teaches.yaml().text(), teaches.yaml().start(teaches.key())),
                          teaches.yaml().lastEnd(teaches.value()),
                          "teaches: [" + String.join(", ", rest) + "]"))
                  .expecting("PrincipleNotTaught", declared.yaml().file(), declared.line()));
        }
      }
    }
    return mutants.stream();
  }

  /**
   * For each two modules: the earlier quiz then asks what only the later lessons teach, and every
   * such answer must be named.
   */
  private static Stream<Mutant> exchanged(String file, Workspace course) {
    YamlText yaml = course.yaml(file);
    List<Entry> lessons = yaml.entries("modules.lessons").toList();
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 0; i < lessons.size(); i++) {
      for (int j = i + 1; j < lessons.size(); j++) {
        Entry early = lessons.get(i);
        Entry late = lessons.get(j);
        Set<String> sofar = new TreeSet<>();
        for (int k = 0; k < i; k++) {
          sofar.addAll(texts(lessons.get(k)));
        }
        sofar.addAll(texts(late));
        Map<String, Set<String>> taught = taughtBy(course);
        Mutant mutant = yaml.with(early.valueBy(written(late)), late.valueBy(written(early)));
        Set<String> reported = new TreeSet<>();
        for (Workspace.Match use : mappings(course, file, early)) {
          Set<String> by = taught.getOrDefault(use.group(1), Set.of());
          if (by.stream().noneMatch(sofar::contains) && reported.add(use.group(1))) {
            mutant = mutant.expectingAbout("TestedBeforeTaught", use.group(1));
          }
        }
        if (!reported.isEmpty()) {
          mutants.add(mutant);
        }
      }
    }
    return mutants.stream();
  }

  private static String written(Entry entry) {
    return entry.yaml().text().substring(entry.start(), entry.yaml().lastEnd(entry.value()));
  }

  private static List<String> texts(Entry entry) {
    return entry.scalars().stream().map(ScalarNode::getValue).toList();
  }

  /** The mappings of the quiz of a module. */
  private static List<Workspace.Match> mappings(Workspace course, String file, Entry inModule) {
    return inModule
        .yaml()
        .entry(inModule.in(), "", "quiz")
        .map(quiz -> asked(course, file, quiz))
        .orElse(List.of());
  }

  private static List<Workspace.Match> asked(Workspace course, String file, Entry quiz) {
    return banks(file, quiz).stream()
        .flatMap(
            bank -> course.find(bank, Pattern.compile("(?:applies|breaks): ([a-z0-9-]+)")).stream())
        .toList();
  }

  /** {@code quiz: agree} or {@code quiz: { from: [agree, more], draw: 5 }}, as files. */
  private static List<String> banks(String file, Entry quiz) {
    List<String> ids =
        quiz.value() instanceof MappingNode drawn
            ? quiz.yaml().entry(drawn, "", "from").map(ChainMutants::texts).orElse(List.of())
            : List.of(quiz.said());
    return ids.stream().map(id -> file.replace("course.yaml", "quizzes/" + id + ".yaml")).toList();
  }

  private static Stream<Mutant> unquizzed(String file, Workspace course) {
    Map<String, Set<String>> testedBy = new HashMap<>();
    course
        .in("courses")
        .filter(f -> f.endsWith("course.yaml"))
        .forEach(
            any ->
                Stream.concat(
                        course.yaml(any).entries("modules.quiz"), course.yaml(any).entries("final"))
                    .forEach(
                        quiz ->
                            asked(course, any, quiz).stream()
                                // Where the right answer is the one that breaks it, "breaks" tests,
                                // too.
                                .filter(
                                    match ->
                                        match.text().startsWith("applies", match.start())
                                            || match.text().contains("mark: breaks"))
                                .forEach(
                                    match ->
                                        testedBy
                                            .computeIfAbsent(match.group(1), key -> new TreeSet<>())
                                            .addAll(banks(any, quiz)))));
    List<Entry> quizzes = course.yaml(file).entries("modules.quiz").toList();
    List<Mutant> mutants = new ArrayList<>();
    for (Entry quiz : quizzes) {
      Set<String> lost =
          testedBy.entrySet().stream()
              .filter(entry -> banks(file, quiz).containsAll(entry.getValue()))
              .map(Map.Entry::getKey)
              .collect(Collectors.toCollection(TreeSet::new));
      Mutant mutant = quiz.yaml().with(quiz.removed());
      for (String id : lost) {
        Entry declared = principle(course, id).orElseThrow();
        mutant = mutant.expecting("PrincipleNotTested", declared.yaml().file(), declared.line());
      }
      if (!lost.isEmpty()) {
        mutants.add(mutant);
      }
    }
    return mutants.stream();
  }
}
