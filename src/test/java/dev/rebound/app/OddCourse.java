package dev.rebound.app;

import dev.rebound.Courses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tiny course with one of everything, changed in a few odd ways that a seed chooses. */
final class OddCourse {
  private static final Pattern VALUE =
      Pattern.compile(
          "(?m)^( *(?:- )?\\w+: )([^\\[{\"'|>\\n#][^\\n]*)$|((?:[{,] )(?:text|feedback|title|name|left|right|id): )([^,\\[{\"'}\\n]+)(?=[,}] ?)");
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]+(?:-[a-z0-9]+)*");
  private static final Pattern NUMBER = Pattern.compile("(?<=: )\\d+(?=\\n)");

  private static final String[] ODD_IDS = {
    "workbook",
    "trace",
    "roleplay",
    "practice",
    "index",
    "credits",
    "glossary",
    "search",
    "cards-a4",
    "cards-cr80",
    "con",
    "nul",
    "aux",
    "com1",
    "lpt9",
    "prn",
    "private",
    "assets",
    "downloads",
    "schemas",
    "images",
    "offline",
    "anki",
    "final",
    "module",
    "quiz",
    "all",
    "quiz-fog",
    "scenario-fog",
    "handover",
    "fog",
    "a",
    "0",
    "1",
    "007",
    "true",
    "null",
    "1e5",
    "constructor",
    "proto",
    "tostring",
    "hasownproperty",
    "length",
    "main",
    "content",
    "start",
    "x".repeat(60),
    "y".repeat(100),
    "z".repeat(180),
    "k".repeat(240),
    "search-documents",
    "sw",
    "rebound",
    "course",
    "key",
    "trace-json",
    "site",
    "package",
    "catalogue",
    "404",
    "con-1",
    "x".repeat(200)
  };

  private static final String[] ODD_TEXTS = {
    "\u0000",
    "\u001b[31m",
    "\u0007",
    "\u0008",
    "\u000b",
    "\u000c",
    "\u007f",
    "\u0085",
    "\u009b",
    "\ufffe",
    "\uffff",
    "\ufdd0",
    "\ud800",
    "\udc00",
    "\u202e",
    "\u202d",
    "\u2066",
    "\u2069",
    "\u200f",
    "\u200b",
    "\u2028",
    "\u2029",
    "\ufeff",
    "\u00ad",
    "\u00a0",
    "\u3000",
    "e\u0301",
    "\u0301",
    "a" + "\u0301".repeat(40),
    "\ud83d\ude00",
    "\ud83d\udc69\u200d\ud83d\udcbb",
    "\u05e9\u05dc\u05d5\u05dd",
    "\u0645\u0631\u062d\u0628\u0627",
    "\u4f60\u597d",
    "\u0e2a\u0e27\u0e31\u0e2a",
    "\ud835\udd4f",
    "\u1e9e\u00df\u0130\u0131",
    "\"",
    "'",
    "\"\"",
    "\\",
    "\\\\",
    "`",
    "``",
    "<",
    ">",
    "&",
    "<!--",
    "-->",
    "--",
    "]]>",
    "<![CDATA[",
    "</script>",
    "</style>",
    "<script>alert(1)</script>",
    "&#0;",
    "&#27;",
    "&#x1b;",
    "&#xd800;",
    "&#x202e;",
    "&#xffff;",
    "&#x110000;",
    "&amp;",
    "&nbsp;",
    "&quot;",
    "&lt;b&gt;",
    "${x}",
    "#{x}",
    "<#if x>",
    "[=x]",
    "{0}",
    "{1}",
    "%s",
    "$1",
    "\\1",
    "|",
    "||",
    "* a",
    "**",
    "_",
    "~~",
    "![",
    "](",
    "[a](b)",
    "[a](javascript:x)",
    "[a](https://x.y/\"><b>)",
    "[a](<https://x.y/a b>)",
    "[a](https://x.y/%zz)",
    "[a](https://[::1)",
    "[a](mailto:)",
    "[a](#)",
    "[a](lesson:fog)",
    "[a](lesson:fog#nothing)",
    "[a](term:relief)",
    "[](lesson:fog)",
    "![](images/lamp.svg)",
    "![a](images/lamp.svg)",
    "# a",
    "> a",
    "- a",
    "1. a",
    "---",
    "***",
    "```",
    "\t",
    "  ",
    " ",
    "",
    ":",
    ": ",
    " #",
    ",",
    "[",
    "{",
    "}",
    "@",
    "%",
    "!",
    "?",
    "=",
    "-",
    "~",
    "null",
    "true",
    "1",
    "0x1",
    "1.5",
    ".inf",
    "2026-02-30",
    "0",
    "-1",
    "999999999999",
    "2147483648",
    "1e400",
    "\u00bd",
    "\u0661",
    "lorem ".repeat(60),
    "x".repeat(300),
    "x".repeat(4000),
    "word ".repeat(800),
    "\u00e4".repeat(300),
    "\ud83d\ude00".repeat(200),
    "\u0645".repeat(4000),
    "a\nb",
    "a\n\nb",
    "\r\n",
    "\r",
    "=1+1",
    "+1",
    "@SUM(A1)",
    "https://x.y/" + "z".repeat(4000),
    "https://\u00fc.example/\u00e4",
    "https://x.y/\"",
    "https://x.y/'",
    "https://x.y/<",
    "https://x.y/%",
    "https://x.y/{}",
    "https://x y/",
    "https://",
    "https:///",
    "https://x.y?q#f",
    "https://x.y/?q=1#f",
    "https://user:pw@x.y/",
    "https://x.y:99999/"
  };

  private final TreeMap<String, byte[]> files = new TreeMap<>();
  private final List<String> changes = new ArrayList<>();
  private final Random random;

  private OddCourse(int seed) {
    random = new Random(seed * 7919L + 17);
  }

  static OddCourse of(int seed) throws IOException {
    OddCourse course = new OddCourse(seed);
    for (String name : List.of("types", "base", "print")) {
      Path from = Courses.ROOT.resolve(name).resolve("content");
      for (Path file : Courses.files(from)) {
        course.files.put(
            "content/" + from.relativize(file).toString().replace('\\', '/'),
            Files.readAllBytes(file));
      }
    }
    course.edit("content/courses/harbour/aids/steps.md", t -> t.replaceAll("(?m)^> .*\n", ""));
    course.edit(
        "content/courses/harbour/course.yaml",
        text -> text.replace("stocks: []", "stocks: [cr80]"));
    course.edit(
        "content/courses/harbour/lessons/fog.md",
        text ->
            text
                + "\n```chart\ntype: line\ntitle: Fog by month\nalt: More in November.\nsource: Made up.\nx: { title: Month, from: 0, to: 10 }\ny: { title: Days, from: 0, to: 30 }\nseries:\n  - { name: Fog, points: [[0, 9], [5, 3], [10, 20]] }\n```\n");
    if (course.random.nextInt(5) == 0) {
      course.edit("content/courses/harbour/course.yaml", text -> text + "packaging: module\n");
      course.changes.add("packaging: module");
    }
    if (course.random.nextInt(6) == 0) {
      course.edit("content/rebound.yaml", text -> text + "site: https://harbour.example/school\n");
      course.changes.add("site");
    }
    int count = 1 + course.random.nextInt(2);
    for (int i = 0; i < count; i++) {
      course.change();
    }
    return course;
  }

  private void edit(String name, UnaryOperator<String> edit) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      // An oddity before this one gave the file another name.
      return;
    }
    files.put(
        name,
        edit.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
  }

  private <T> T one(T[] of) {
    return of[random.nextInt(of.length)];
  }

  private String file() {
    List<String> names = new ArrayList<>(files.keySet());
    // The settings and the course are read by every output.
    return switch (random.nextInt(6)) {
      case 0 -> "content/rebound.yaml";
      case 1 -> "content/courses/harbour/course.yaml";
      default -> names.get(random.nextInt(names.size()));
    };
  }

  private void change() {
    String name = file();
    String text = new String(files.get(name), StandardCharsets.UTF_8);
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> value(name, text);
      case 3 -> insert(name, text);
      case 4 -> lines(name, text);
      case 5 -> id();
      case 6 -> rename(name);
      case 7 -> number(name, text);
      default -> token(name, text);
    }
  }

  /** Another value for a key, quoted as YAML wants it. */
  private void value(String name, String text) {
    Matcher matcher = VALUE.matcher(text);
    List<int[]> places = new ArrayList<>();
    while (matcher.find()) {
      int group = matcher.group(2) != null ? 2 : 4;
      places.add(new int[] {matcher.start(group), matcher.end(group)});
    }
    if (places.isEmpty()) {
      insert(name, text);
      return;
    }
    int[] place = places.get(random.nextInt(places.size()));
    String old = text.substring(place[0], place[1]);
    String odd = one(ODD_TEXTS);
    String now =
        switch (random.nextInt(4)) {
          case 0 -> odd;
          case 1 -> old + odd;
          case 2 -> odd + old;
          default -> old.substring(0, old.length() / 2) + odd + old.substring(old.length() / 2);
        };
    put(name, text.substring(0, place[0]) + quoted(now) + text.substring(place[1]));
    changes.add(name + ": " + shown(old) + " -> " + shown(now));
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' '
          || (c >= 0x7f && c < 0xa0)
          || Character.isSurrogate(c)
          || c >= 0xfdd0
          || (c >= 0x2028 && c < 0x202f)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private void insert(String name, String text) {
    String odd = one(ODD_TEXTS);
    int at = random.nextInt(text.length() + 1);
    put(name, text.substring(0, at) + odd + text.substring(at));
    changes.add(name + "@" + at + ": + " + shown(odd));
  }

  private void lines(String name, String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    switch (random.nextInt(3)) {
      case 0 -> changes.add(name + ": without line " + (at + 1) + " " + shown(lines.remove(at)));
      case 1 -> {
        lines.add(at, lines.get(at));
        changes.add(name + ": line " + (at + 1) + " twice " + shown(lines.get(at)));
      }
      default -> {
        int other = random.nextInt(lines.size());
        String kept = lines.get(at);
        lines.set(at, lines.get(other));
        lines.set(other, kept);
        changes.add(name + ": lines " + (at + 1) + " and " + (other + 1) + " change places");
      }
    }
    put(name, String.join("\n", lines));
  }

  /** Another id for a thing, everywhere. */
  private void id() {
    List<String> ids = new ArrayList<>();
    for (String path : files.keySet()) {
      String last = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
      if (ID.matcher(last).matches()) {
        ids.add(last);
      }
    }
    ids.addAll(
        List.of("harbour", "tea", "log-first", "say-back", "pencil", "relief", "dawn", "echo"));
    String old = ids.get(random.nextInt(ids.size()));
    String now = one(ODD_IDS);
    Pattern word = Pattern.compile("(?<![\\w-])" + Pattern.quote(old) + "(?![\\w-])");
    TreeMap<String, byte[]> renamed = new TreeMap<>();
    files.forEach(
        (path, bytes) -> {
          String to = word.matcher(path).replaceAll(Matcher.quoteReplacement(now));
          String text = new String(bytes, StandardCharsets.UTF_8);
          renamed.put(
              to,
              word.matcher(text)
                  .replaceAll(Matcher.quoteReplacement(now))
                  .getBytes(StandardCharsets.UTF_8));
        });
    files.clear();
    files.putAll(renamed);
    changes.add("id " + old + " -> " + shown(now));
  }

  private void rename(String name) {
    int slash = name.lastIndexOf('/') + 1;
    int dot = name.lastIndexOf('.');
    String last = name.substring(slash, dot);
    String now =
        switch (random.nextInt(5)) {
          case 0 -> last.toUpperCase(java.util.Locale.ROOT);
          case 1 ->
              last
                  + one(
                      new String[] {
                        " ", ".", ":", "\\", "?", "\n", "\u00e4", "a\u0308", "'", "\""
                      });
          default -> one(ODD_IDS);
        };
    String to = name.substring(0, slash) + now + name.substring(dot);
    byte[] bytes = files.remove(name);
    if (bytes == null) {
      return;
    }
    if (random.nextBoolean()) {
      files.put(name, bytes);
    }
    files.put(to, bytes);
    String old = last + name.substring(dot);
    if (name.contains("/images/")) {
      for (String path : List.copyOf(files.keySet())) {
        if (path.endsWith(".md")) {
          edit(path, text -> text.replace("images/" + old, "images/" + now + name.substring(dot)));
        }
      }
    } else {
      for (String path : List.copyOf(files.keySet())) {
        if (path.endsWith("course.yaml")) {
          edit(
              path,
              text ->
                  text.replaceAll(
                      "(?<=[\\[ ])" + Pattern.quote(last) + "(?=[\\],\n])",
                      Matcher.quoteReplacement(last + ", " + now)));
        }
      }
    }
    changes.add(name + " also " + shown(to));
  }

  private void number(String name, String text) {
    Matcher matcher = NUMBER.matcher(text);
    List<int[]> places = new ArrayList<>();
    while (matcher.find()) {
      places.add(new int[] {matcher.start(), matcher.end()});
    }
    if (places.isEmpty()) {
      token(name, text);
      return;
    }
    int[] place = places.get(random.nextInt(places.size()));
    String now =
        one(
            new String[] {
              "0",
              "1",
              "-1",
              "99",
              "100",
              "1000000",
              "2147483647",
              "2147483648",
              "9223372036854775808",
              "1.5",
              "1e3",
              "1e400",
              "0.1",
              "007",
              "+5",
              "-0",
              "0x1",
              "1_000",
              "12:30",
              "~"
            });
    put(name, text.substring(0, place[0]) + now + text.substring(place[1]));
    changes.add(name + ": " + text.substring(place[0], place[1]) + " -> " + now);
  }

  /** A word of the file in the place of another. */
  private void token(String name, String text) {
    List<int[]> words = new ArrayList<>();
    Matcher matcher = Pattern.compile("[\\w-]+").matcher(text);
    while (matcher.find()) {
      words.add(new int[] {matcher.start(), matcher.end()});
    }
    if (words.isEmpty()) {
      return;
    }
    int[] place = words.get(random.nextInt(words.size()));
    int[] other = words.get(random.nextInt(words.size()));
    String now = random.nextInt(3) == 0 ? "" : text.substring(other[0], other[1]);
    put(name, text.substring(0, place[0]) + now + text.substring(place[1]));
    changes.add(name + ": " + text.substring(place[0], place[1]) + " -> \"" + now + "\"");
  }

  private void put(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String shown(String text) {
    String quoted = quoted(text);
    return quoted.length() <= 80 ? quoted : quoted.substring(0, 80) + "…(" + text.length() + ")";
  }

  void write(Path workspace) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = workspace.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  @Override
  public String toString() {
    return String.join("; ", changes);
  }
}
