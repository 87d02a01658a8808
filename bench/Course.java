import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes a made-up course twice: as content for Rebound, and as a Hugo site of the same words.
 *
 * <pre>java bench/Course.java LESSONS FOLDER [QUESTIONS_A_PRINCIPLE]</pre>
 *
 * <p>The folder then holds {@code content/} (without locks), {@code texts/} (the sources' texts, to
 * lock with {@code rebound source add}) and {@code hugo/}. Equal numbers give equal bytes.
 *
 * <p>Five lessons make a module; a module has eight principles, a quiz of eight questions (or a
 * multiple), a card, a dialogue and a glossary term. A source serves 25 lessons, one excerpt each.
 */
final class Course {
  private static final int LESSONS_A_MODULE = 5;
  private static final int LESSONS_A_SOURCE = 25;

  /** How many of the module's eight principles each of its lessons teaches. */
  private static final int[] TEACHES = {2, 2, 2, 1, 1};

  // Lessons and questions draw on disjoint words, so that no stem gives its answer away; sources
  // have nouns of their own, one at least in any eight words, so that no lesson copies one.
  private static final String[] PEOPLE =
      words(
          "a florist|the night porter|a tram driver|the baker|a cellist|the ferry clerk|a locksmith"
              + "|the gardener|a dentist|the tailor|a plumber|the librarian|a shepherd|the optician"
              + "|a beekeeper|the waiter|a courier|the pharmacist|a carpenter|the usher|a cyclist"
              + "|the surveyor|a potter|the lifeguard");
  private static final String[] THINGS =
      words(
          "lampshade|notebook|suitcase|kettle|ticket|bicycle|blanket|parcel|trumpet|mattress|teapot"
              + "|calendar|necklace|radiator|doorbell|wardrobe|sandwich|telescope|carpet|footstool"
              + "|postcard|violin|bathtub|mirror|curtain|backpack|stapler|cupboard|saddle|fountain");
  private static final String[] QUALITIES =
      words(
          "blue|patient|narrow|borrowed|quiet|heavy|crooked|velvet|sleepy|polished|wooden|late"
              + "|round|faded|careful|striped|warm|empty|folded|rusty|gentle|spare|bright|misplaced");
  private static final String[] PLACES =
      words(
          "at the station|in the workshop|behind the counter|on the landing|near the lift"
              + "|in the car park|at the front desk|under the clock|by the hedge|in the cellar"
              + "|on the third floor|outside the bakery|beside the pool|in the long hall"
              + "|at the ticket gate|along the corridor");
  private static final String[] DEEDS =
      words(
          "carried|mended|forgot|measured|promised|returned|wrapped|counted|opened|painted|moved"
              + "|described|collected|washed|repaired|exchanged|delivered|noticed|weighed|labelled");
  private static final String[] TIMES =
      words(
          "before breakfast|on a Tuesday|within the hour|after the rain|at ten past six"
              + "|the day before|during lunch|as the shop closed|while the bell rang|by noon"
              + "|in the first week|late in the evening");
  private static final String[] ACTS =
      words(
          "offer|fetch|write down|read aloud|hand over|set aside|look for|pass on|call about"
              + "|replace|check|bring|arrange|confirm|reserve|explain");
  private static final String[] TOKENS =
      words(
          "a fresh receipt|the extra key|a short list|the second copy|a clean towel|the new date"
              + "|a window seat|the full amount|a printed map|the right form|a hot drink"
              + "|the other size|a signed note|the better room|a later train|the old number"
              + "|a second helper|the missing part");
  private static final String[] ENDS =
      words(
          "and stay until it is done|and give your own name|before you turn to the file"
              + "|and ask what would help|with a time you can keep|and say when you will call"
              + "|while the person can watch|and thank them twice|without a word of blame"
              + "|and write it on the slip|in the order they prefer|and walk there together");
  private static final String[] SOURCE_NOUNS =
      words(
          "harbours|orchards|compasses|anvils|meadows|lanterns|glaciers|chimneys|rafters|willows"
              + "|barrels|furnaces|canyons|sparrows|quarries|hinges|pulleys|ravines|thistles|beacons"
              + "|lagoons|cobbles|ledgers|trellises|monsoons|pendulums|gullies|hedgerows|kilns|mosses");
  private static final String[] SOURCE_SHAPES =
      words(
          "Where N meet N the N grow fond of N and every N leans toward the N"
              + "|Most N forgive their N once N begin to hum like N under the N"
              + "|I have seen N trade N for N and then ask the N for N again"
              + "|When N rise the N answer and N turn into N beside old N"
              + "|Give N to N before N reach N or the N will doubt your N"
              + "|No N ever taught N to count N faster than N count N");
  private static final String[] SHAPES =
      words(
          "P D the Q T L W|W P D one Q T and then a Q T|Nobody L had D a T as Q as this Q T"
              + "|\"Where is my Q T?\" asked P L, and D the T W|P waited L with a Q T and a Q T W"
              + "|The Q T L belonged to P, who D it W|If P D the T W, the Q T stands L"
              + "|A Q T is worth more to P than a Q T L|P D it W, and P D the Q T");

  private final int lessons;
  private final int questionsEach;
  private final Random random = new Random(20261122);
  private final Map<String, String> content = new TreeMap<>();
  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, String> hugo = new TreeMap<>();
  private final Map<String, List<String>> excerpts = new LinkedHashMap<>();
  private final StringBuilder credits = new StringBuilder();
  private final StringBuilder terms = new StringBuilder();
  private final StringBuilder plainTerms = new StringBuilder();
  private final StringBuilder modules = new StringBuilder();
  private final Map<String, StringBuilder> principleFiles = new TreeMap<>();
  private int questionsSoFar;
  private int choicesSoFar;

  /**
   * @param questionsEach how many questions ask about each principle
   */
  private Course(int lessons, int questionsEach) {
    this.lessons = lessons;
    this.questionsEach = questionsEach;
  }

  public static void main(String[] args) throws IOException {
    int questionsEach = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    Course course = new Course(Integer.parseInt(args[0]), questionsEach);
    course.make();
    Path folder = Path.of(args[1]);
    write(folder.resolve("content"), course.content);
    write(folder.resolve("texts"), course.texts);
    write(folder.resolve("hugo"), course.hugo);
  }

  private static void write(Path folder, Map<String, String> files) throws IOException {
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private void make() {
    settings();
    for (int first = 0; first < lessons; first += LESSONS_A_SOURCE) {
      source(first / LESSONS_A_SOURCE, Math.min(LESSONS_A_SOURCE, lessons - first));
    }
    List<String> cards = new ArrayList<>();
    for (int first = 0; first < lessons; first += LESSONS_A_MODULE) {
      int number = first / LESSONS_A_MODULE;
      module(number, Math.min(LESSONS_A_MODULE, lessons - first));
      cards.add(id("card", number));
    }
    principleFiles.forEach(
        (source, yaml) -> content.put("principles/" + source + ".yaml", "principles:\n" + yaml));
    content.put("glossary.yaml", "terms:\n" + terms);
    content.put(
        "courses/bench/course.yaml",
        "title: A made-up course\nlanguage: en\naudience: Anyone who measures\npassMark: 80\n"
            + "modules:\n"
            + modules
            + "cards: ["
            + String.join(", ", cards)
            + "]\npackaging: module\n");
    hugo.put("content/course/credits.md", page("Sources", 1_000_001) + credits);
    hugo.put("content/course/glossary.md", page("Glossary", 1_000_002) + plainTerms);
  }

  private void settings() {
    content.put(
        "rebound.yaml",
        """
        publisher: Bench
        brand:
          name: Bench
          accent: "#0b6e4f"
        language: en
        rights: Made up
        edition: 2026-11-22
        version: 1.0.0
        """);
    hugo.put(
        "config.toml",
        """
        baseURL = "https://example.org/"
        languageCode = "en"
        title = "Bench"
        disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
        """);
    hugo.put("content/_index.md", page("Bench", 0));
    hugo.put("content/course/_index.md", page("A made-up course", 0));
    hugo.put("static/site.css", "body { max-width: 44em; margin: auto; font-family: sans-serif }\n");
    hugo.put(
        "layouts/_default/baseof.html",
        """
        <!doctype html>
        <html lang="{{ .Site.LanguageCode }}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{ .Title }} · {{ .Site.Title }}</title>
        <link rel="stylesheet" href="/site.css">
        </head>
        <body>
        <a href="#main">Skip to content</a>
        <header><a href="/">{{ .Site.Title }}</a> <a href="/course/">A made-up course</a></header>
        <main id="main">{{ block "main" . }}{{ end }}</main>
        <footer><a href="/course/credits/">Sources</a> · <a href="/course/glossary/">Glossary</a></footer>
        </body>
        </html>
        """);
    hugo.put(
        "layouts/_default/single.html",
        """
        {{ define "main" }}
        <nav aria-label="In this module">
        <p>{{ .CurrentSection.Title }}</p>
        <ol>
        {{ range .CurrentSection.RegularPages }}<li{{ if eq . $ }} class="here"{{ end }}><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
        {{ end }}</ol>
        </nav>
        <article>
        <h1>{{ .Title }}</h1>
        {{ with .Params.minutes }}<p>{{ . }} minutes</p>{{ end }}
        {{ .TableOfContents }}
        {{ .Content }}
        <nav aria-label="Pages">
        {{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
        {{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
        </nav>
        </article>
        {{ end }}
        """);
    // A module's own page has no counterpart in Rebound: only the course page lists modules.
    hugo.put(
        "layouts/_default/list.html",
        """
        {{ define "main" }}
        <h1>{{ .Title }}</h1>
        {{ range .Sections }}<section><h2>{{ .Title }}</h2>
        <ul>{{ range .RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.minutes }}</li>
        {{ end }}</ul></section>
        {{ end }}
        {{ end }}
        """);
  }

  private void source(int number, int quotes) {
    String id = id("source", number);
    List<List<String>> paragraphs = new ArrayList<>();
    for (int p = 0; p < quotes; p++) {
      List<String> sentences = new ArrayList<>();
      for (int s = 0; s < 6; s++) {
        sentences.add(sourceSentence());
      }
      paragraphs.add(sentences);
    }
    StringBuilder record =
        new StringBuilder(
            """
            ---
            title: Talk number %d
            creator: Speaker %d
            kind: transcript
            retrieved: 2026-11-22
            rights: Made up
            quotation: { words: 25, share: 10%% }
            blocks: { 1-%d: transcript }
            ---
            """
                .formatted(number + 1, number + 1, quotes));
    String whole =
        paragraphs.stream().flatMap(List::stream).collect(Collectors.joining(". ", " ", ". "));
    List<String> quoted = new ArrayList<>();
    for (int p = 0; p < quotes; p++) {
      String fragment = fragment(paragraphs.get(p), whole);
      quoted.add(fragment);
      record.append("\n## ").append(id("quote", p)).append("\n\n> ").append(fragment);
      record.append("\n\nParagraph ").append(p + 1).append(".\n");
    }
    excerpts.put(id, quoted);
    content.put("sources/" + id + ".md", record.toString());
    texts.put(
        id + ".txt",
        paragraphs.stream().map(s -> String.join(". ", s) + ".").collect(Collectors.joining("\n\n"))
            + "\n");
    principleFiles.put(id, new StringBuilder());
    credits.append("\n## Speaker ").append(number + 1).append(", Talk number ").append(number + 1);
    credits.append("\n\nMade up. Retrieved 2026-11-22.\n\n");
    quoted.forEach(fragment -> credits.append("> ").append(fragment).append("\n\n"));
  }

  /** Six words from inside a sentence that stand once in the source. */
  private static String fragment(List<String> sentences, String whole) {
    for (String sentence : sentences) {
      String[] words = sentence.split(" ");
      for (int from = 1; from + 7 < words.length; from++) {
        String found = String.join(" ", List.of(words).subList(from, from + 6));
        int at = whole.indexOf(" " + found + " ");
        if (at >= 0 && whole.indexOf(" " + found + " ", at + 1) < 0) {
          return found;
        }
      }
    }
    throw new IllegalStateException("no fragment stands alone");
  }

  private String sourceSentence() {
    return one(SOURCE_SHAPES)
        .lines()
        .flatMap(shape -> List.of(shape.split(" ")).stream())
        .map(word -> word.equals("N") ? one(SOURCE_NOUNS) : word)
        .collect(Collectors.joining(" "));
  }

  private record Principle(String id, String says, String term, String evidence) {}

  private record Option(String text, boolean right, Principle principle, String feedback) {}

  private record Question(String id, String type, String stem, List<Option> options) {}

  private void module(int number, int size) {
    String module = id("module", number);
    String quiz = id("quiz", number);
    String card = id("card", number);
    String dialogue = id("dialogue", number);
    String term = id("term", number);
    String title = "Part " + (number + 1) + ", the " + one(QUALITIES) + " " + one(THINGS);
    List<Principle> principles = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    List<List<Principle>> taught = new ArrayList<>();
    for (int l = 0; l < size; l++) {
      int lesson = number * LESSONS_A_MODULE + l;
      List<Principle> own = new ArrayList<>();
      for (int t = 0; t < TEACHES[l]; t++) {
        own.add(principle(number * 8 + principles.size(), lesson));
        principles.add(own.get(t));
        for (int q = 0; q < questionsEach; q++) {
          questions.add(question(questions.size(), own));
        }
      }
      taught.add(own);
    }
    List<String> ids = new ArrayList<>();
    for (int l = 0; l < size; l++) {
      ids.add(id("lesson", number * LESSONS_A_MODULE + l));
    }
    modules
        .append("  - id: ")
        .append(module)
        .append("\n    title: ")
        .append(quoted(title))
        .append("\n    lessons: [")
        .append(String.join(", ", ids))
        .append("]\n    quiz: ")
        .append(quiz)
        .append('\n');
    String talk = dialogue(dialogue, principles.get(0), principles.get(principles.size() - 1));
    for (int l = 0, asked = 0; l < size; asked += TEACHES[l] * questionsEach, l++) {
      lesson(number, l, size, taught.get(l), questions.get(asked), talk);
    }
    quiz(quiz, module, title, questions);
    card(card, title, principles);
    terms.append("  - id: ").append(term).append("\n    term: ").append(quoted("Term " + number));
    String meaning = prose(1);
    terms.append("\n    meaning: ").append(quoted(meaning));
    terms.append("\n    principles: [").append(principles.get(0).id()).append("]\n");
    plainTerms.append("**Term ").append(number).append("** ").append(meaning).append(' ');
    plainTerms.append(principles.get(0).says()).append("\n\n");
    hugo.put("content/course/" + module + "/_index.md", page(title, number + 1));
  }

  private Principle principle(int number, int lesson) {
    String source = id("source", lesson / LESSONS_A_SOURCE);
    String quote = id("quote", lesson % LESSONS_A_SOURCE);
    String term = term(number);
    Principle made =
        new Principle(
            id("principle", number),
            sentence("When P has D a Q T, name the " + term + " L and keep the Q T W") + ".",
            term,
            sentence("P D the Q T in a small study") + ".");
    boolean opinion = number % 8 == 7;
    String say = sentence("Let me bring your " + term + " W") + ".";
    String avoid = sentence("The Q T is no concern of P") + ".";
    principleFiles
        .get(source)
        .append("  - id: ")
        .append(made.id())
        .append("\n    says: ")
        .append(quoted(made.says()))
        .append("\n    stance: ")
        .append(opinion ? "opinion" : "supported")
        .append("\n    evidence: ")
        .append(quoted(made.evidence()))
        .append("\n    excerpts: [" + source + "/" + quote + "]\n    cites: [\"" + source + " ¶")
        .append(lesson % LESSONS_A_SOURCE + 1)
        .append("\"]\n    terms: [")
        .append(term)
        .append("]\n    try: [")
        .append(quoted(say))
        .append("]\n    avoid: [")
        .append(quoted(avoid))
        .append("]\n");
    credits.append("- ").append(made.says()).append(' ').append(made.evidence()).append('\n');
    return made;
  }

  /** A word that no other principle has, as principles of a real subject have. */
  private static String term(int number) {
    String consonants = "bdfgklmnprstvz";
    String vowels = "aeiou";
    StringBuilder word = new StringBuilder();
    for (int rest = number, i = 0; i < 5; i++) {
      String letters = i % 2 == 0 ? consonants : vowels;
      word.append(letters.charAt(rest % letters.length()));
      rest /= letters.length();
    }
    return word + "a";
  }

  private Question question(int number, List<Principle> known) {
    Principle asked = known.get(known.size() - 1);
    int turn = questionsSoFar++;
    if (number % 4 == 3) {
      boolean truth = turn % 8 < 4;
      return new Question(
          id("question", number),
          "true-false",
          sentence("P may keep the Q T L, although P D a Q T W") + ".",
          List.of(
              new Option("true", truth, asked, feedback(asked)),
              new Option("false", !truth, asked, feedback(asked))));
    }
    List<String> replies = new ArrayList<>();
    Set<String> used = new HashSet<>();
    while (replies.size() < 4) {
      // No word twice: what options share would point at one of them.
      String act = one(ACTS);
      String token = one(TOKENS);
      String end = one(ENDS);
      if (!used.contains(act) && !used.contains(token) && used.add(end)) {
        used.add(act);
        used.add(token);
        replies.add(capital(act + " " + token + " " + end));
      }
    }
    // The right one is as often the longest as any other, and in each place.
    replies.sort((a, b) -> b.length() - a.length());
    String key = replies.remove((choicesSoFar + choicesSoFar / 4) % 4);
    List<Option> options = new ArrayList<>();
    for (String reply : replies) {
      Principle broken = one(known);
      options.add(new Option(reply, false, broken, feedback(broken)));
    }
    options.add(choicesSoFar++ % 4, new Option(key, true, asked, feedback(asked)));
    String stem =
        sentence(one(SHAPES))
            + ". "
            + sentence("P is upset W, for the Q T L was D by P")
            + ". What do you do first?";
    return new Question(id("question", number), "choice", stem, options);
  }

  private String feedback(Principle principle) {
    return sentence("Think of the " + principle.term() + ", which P had D W") + ".";
  }

  private void quiz(String id, String module, String title, List<Question> questions) {
    StringBuilder yaml = new StringBuilder("title: ").append(quoted(title)).append("\nquestions:\n");
    StringBuilder plain = new StringBuilder(page(title, LESSONS_A_MODULE + 1));
    for (Question question : questions) {
      yaml.append("  - id: ").append(question.id()).append("\n    type: ").append(question.type());
      yaml.append("\n    level: apply\n    stem: ").append(quoted(question.stem())).append('\n');
      if (question.type().equals("choice")) {
        yaml.append("    options:\n");
        for (Option option : question.options()) {
          yaml.append("      - text: ").append(quoted(option.text())).append('\n');
          yaml.append(option.right() ? "        correct: true\n" : "");
          mapping(option, yaml);
        }
      } else {
        yaml.append("    correct: ").append(question.options().get(0).right()).append('\n');
        for (Option option : question.options()) {
          yaml.append("    \"").append(option.text()).append("\":\n");
          mapping(option, yaml);
        }
      }
      plain.append(plain(question));
    }
    content.put("courses/bench/quizzes/" + id + ".yaml", yaml.toString());
    hugo.put("content/course/" + module + "/" + id + ".md", plain.toString());
  }

  private static void mapping(Option option, StringBuilder yaml) {
    yaml.append(option.right() ? "        applies: " : "        breaks: ");
    yaml.append(option.principle().id()).append("\n        feedback: ");
    yaml.append(quoted(option.feedback())).append('\n');
  }

  /** What a learner can come to see of a question: answers, their feedback, their principles. */
  private static String plain(Question question) {
    StringBuilder out = new StringBuilder("\n### ").append(question.stem()).append("\n\n");
    question.options().forEach(o -> out.append("- ").append(o.text()).append('\n'));
    for (Option option : question.options()) {
      out.append("\n**").append(option.text()).append("** ").append(option.feedback());
      out.append(option.right() ? " Applies: " : " Breaks: ").append(link(option.principle()));
      out.append(' ').append(option.principle().evidence()).append('\n');
    }
    return out.append('\n').toString();
  }

  private static String link(Principle principle) {
    return "[" + principle.says() + "](/course/credits/#" + principle.id() + ")";
  }

  private String dialogue(String id, Principle broken, Principle applied) {
    StringBuilder body = new StringBuilder();
    StringBuilder plain = new StringBuilder("\n**" + capital(id.replace('-', ' ')) + "**\n");
    for (String part : List.of("Poor", "Good")) {
      body.append("# ").append(part).append("\n\n");
      plain.append("\n**").append(part).append("**\n\n");
      for (int turn = 0; turn < 8; turn++) {
        String words = "**" + (turn % 2 == 0 ? "Guest" : "Ana") + ":** " + prose(1);
        Principle point = part.equals("Poor") ? broken : applied;
        boolean turning = turn % 4 == 1;
        body.append(words).append(turning ? " [·](principle:" + point.id() + ")" : "");
        body.append("\n\n");
        plain.append(words).append(turning ? " " + link(point) : "").append("\n\n");
      }
    }
    content.put(
        "dialogues/" + id + ".md",
        "---\ntitle: "
            + capital(id.replace('-', ' '))
            + "\nsetting: A counter, shortly before noon.\n---\n\n"
            + body);
    return plain.toString();
  }

  private void card(String id, String title, List<Principle> principles) {
    StringBuilder body = new StringBuilder("---\ntitle: " + quoted(title) + "\n---\n\n# Front\n\n");
    for (int i = 0; i < Math.min(4, principles.size()); i++) {
      Principle one = principles.get(i);
      body.append(i + 1).append(". Name the ").append(one.term()).append(".");
      body.append(" [·](principle:").append(one.id()).append(")\n");
    }
    body.append("\n# Back\n\n| Say | Instead of |\n|---|---|\n");
    Principle last = principles.get(principles.size() - 1);
    body.append("| Here is your ").append(last.term()).append(". [·](principle:").append(last.id());
    body.append(") | Come back tomorrow. [·](principle:").append(last.id()).append(") |\n");
    content.put("courses/bench/cards/" + id + ".md", body.toString());
  }

  private void lesson(
      int module, int place, int size, List<Principle> teaches, Question asked, String talk) {
    int number = module * LESSONS_A_MODULE + place;
    String id = id("lesson", number);
    String next = id("lesson", module * LESSONS_A_MODULE + (place + 1) % size);
    String source = id("source", number / LESSONS_A_SOURCE);
    int quote = number % LESSONS_A_SOURCE;
    String title = "Lesson " + (number + 1) + ", the " + one(QUALITIES) + " " + one(THINGS);
    String quiz = id("quiz", module);

    Body body = new Body();
    body.both(prose(5)).both("## " + heading());
    citing(body, teaches.get(0));
    body.special(
        "> " + excerpts.get(source).get(quote) + "\n> — [Speaker " + (number / LESSONS_A_SOURCE + 1) + "](excerpt:" + source + "/"
            + id("quote", quote) + ")",
        "> " + excerpts.get(source).get(quote) + "\n> — [Speaker](/course/credits/)");
    body.both(prose(4)).both(table()).both(prose(4));
    body.special("```question " + quiz + "/" + asked.id() + "\n```", plain(asked));
    body.both("## " + heading()).both(prose(3)).both(list());
    citing(body, teaches.get(teaches.size() - 1));
    if (place == 0) {
      body.special("```dialogue " + id("dialogue", module) + "\n```", talk);
    }
    body.both("## " + heading()).both(prose(5));
    body.special(
        "The [pocket card](card:" + id("card", module) + ") is short, a [term](term:"
            + id("term", module) + ") is explained, and [another lesson](lesson:" + next + ") waits.",
        "The [pocket card](/course/) is short, a [term](/course/glossary/) is explained, and"
            + " [another lesson](../" + next + "/) waits.");

    content.put(
        "courses/bench/lessons/" + id + ".md",
        "---\ntitle: "
            + quoted(title)
            + "\nteaches: ["
            + teaches.stream().map(Principle::id).collect(Collectors.joining(", "))
            + "]\nminutes: "
            + (5 + number % 7)
            + "\n---\n"
            + body.rebound);
    // Rebound adds to each lesson what it teaches; here it is part of the text.
    body.hugo.append("\n## Principles\n\n");
    for (Principle one : teaches) {
      body.hugo.append("1. ").append(link(one)).append(' ').append(one.evidence());
      body.hugo.append(' ').append(excerpts.get(source).get(quote)).append('\n');
    }
    hugo.put(
        "content/course/" + id("module", module) + "/" + id + ".md",
        page(title, place + 1) + body.hugo);
  }

  private void citing(Body body, Principle principle) {
    String before = prose(2);
    String after = prose(2);
    body.special(
        before + " [Keep to the " + principle.term() + "](principle:" + principle.id() + "). " + after,
        before + " [Keep to the " + principle.term() + "](/course/credits/#" + principle.id() + "). "
            + after);
  }

  /** One lesson's body in both dialects. */
  private static final class Body {
    final StringBuilder rebound = new StringBuilder();
    final StringBuilder hugo = new StringBuilder();

    Body both(String block) {
      return special(block, block);
    }

    Body special(String here, String there) {
      rebound.append('\n').append(here).append('\n');
      hugo.append('\n').append(there).append('\n');
      return this;
    }
  }

  private String table() {
    StringBuilder out = new StringBuilder("| You hear | You do |\n|---|---|");
    for (int row = 0; row < 4; row++) {
      out.append("\n| ").append(sentence("the *Q* T L")).append(" | ");
      out.append(sentence("P D the **Q T** W")).append(" |");
    }
    return out.toString();
  }

  private String list() {
    StringBuilder out = new StringBuilder();
    for (int item = 0; item < 4; item++) {
      out.append(item == 0 ? "- " : "\n- ").append(sentence("P D a *Q* T L W")).append('.');
    }
    return out.toString();
  }

  private String heading() {
    return sentence("the Q T and P L");
  }

  private String prose(int sentences) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < sentences; i++) {
      all.add(sentence(one(SHAPES)) + ".");
    }
    return String.join(" ", all);
  }

  /** Fills a shape's capital letters with words. */
  private String sentence(String shape) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < shape.length(); i++) {
      char c = shape.charAt(i);
      boolean alone =
          (i == 0 || !Character.isLetter(shape.charAt(i - 1)))
              && (i + 1 == shape.length() || !Character.isLetter(shape.charAt(i + 1)));
      switch (alone ? c : ' ') {
        case 'P' -> out.append(one(PEOPLE));
        case 'T' -> out.append(one(THINGS));
        case 'Q' -> out.append(one(QUALITIES));
        case 'L' -> out.append(one(PLACES));
        case 'D' -> out.append(one(DEEDS));
        case 'W' -> out.append(one(TIMES));
        default -> out.append(c);
      }
    }
    return capital(out.toString());
  }

  private static String page(String title, int weight) {
    return "---\ntitle: " + quoted(title) + "\nweight: " + weight + "\nminutes: 7\n---\n";
  }

  private static String id(String kind, int number) {
    return "%s-%04d".formatted(kind, number + 1);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\\\"") + '"';
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  private static String[] words(String joined) {
    return joined.split("\\|");
  }

  private String one(String[] of) {
    return of[random.nextInt(of.length)];
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
