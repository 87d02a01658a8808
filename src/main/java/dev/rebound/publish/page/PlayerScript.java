package dev.rebound.publish.page;

import dev.rebound.course.QuestionTraits;
import dev.rebound.source.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The player as classic scripts, which {@code file://} does not block as it does modules: the files
 * of {@code src/main/player} in the order of {@code order.txt}, with the record keepers an output
 * needs.
 */
public final class PlayerScript {
  /** A text in quotes; a pattern, which follows a sign; a sign between blanks. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "('(?:\\\\.|[^'\\\\])*+'|\"(?:\\\\.|[^\"\\\\])*+\""
              + "|(?<=[(,=:!&|?\\[{;] ?)/(?![*/ ])(?:\\\\.|\\[(?:\\\\.|[^]\\\\])*+]|[^/\\\\\\[])++/)"
              + "|\\s*([{}()\\[\\];,:?<>=!&|*]+)\\s*");

  /** What a type's module is told. */
  private record Traits(String interaction, String keeps, boolean scored) {}

  private PlayerScript() {}

  /**
   * Everything as one script, for a package.
   *
   * @param keepers the files of {@code keepers/} to take, without {@code .js}; the player uses the
   *     last of them in {@code order.txt}
   * @param types the types of questions that are asked in it
   */
  public static String whole(Set<String> keepers, List<QuestionTraits> types) {
    return "(function(){\n'use strict';\n"
        + parts(
            Set.of(
                "base",
                "page",
                "questions",
                "moving",
                "types",
                "frame",
                "quiz",
                "scenario",
                "package",
                "main"),
            keepers,
            types)
        + "})();\n";
  }

  /** What every page of a site needs at once. */
  public static String base() {
    return "'use strict';\n" + parts(Set.of("base", "site"), Set.of(), List.of());
  }

  /**
   * What a page of a site needs that shows or keeps progress. Scripts that follow see what it
   * declares, as classic scripts do.
   */
  public static String page(Set<String> keepers) {
    return "'use strict';\n" + parts(Set.of("page", "deck", "reading", "main"), keepers, List.of());
  }

  /** What a page with questions needs besides, whatever their types. */
  public static String questions() {
    return "'use strict';\n" + parts(Set.of("questions", "frame"), Set.of(), List.of());
  }

  /** What a page with questions of these types needs besides. */
  public static String moving() {
    return "'use strict';\n" + parts(Set.of("moving"), Set.of(), List.of());
  }

  /** The files of {@code assets/} without which no question of these types comes to life. */
  public static List<String> filesOf(List<QuestionTraits> types) {
    List<String> files = new ArrayList<>();
    if (!types.isEmpty()) {
      files.add("questions.css");
      files.add("questions.js");
      if (isMoving(types)) {
        files.add("moving.js");
      }
      types.stream().map(PlayerScript::fileOf).forEach(files::add);
    }
    return files;
  }

  /** The scripts of {@code assets/} without which no quiz of these types begins. */
  public static List<String> filesOfQuiz(List<QuestionTraits> types, String language) {
    List<String> files = new ArrayList<>(filesOfPlayer(language));
    files.add("questions.js");
    if (isMoving(types)) {
      files.add("moving.js");
    }
    types.stream().map(PlayerScript::fileOf).forEach(files::add);
    files.add("quiz.js");
    return files;
  }

  /** The player itself, and what it says, for a page that loads it later. */
  public static List<String> filesOfPlayer(String language) {
    return List.of("player.js", wordsIn(language));
  }

  /** The file of {@code assets/} with what the player says. */
  public static String wordsIn(String language) {
    return "words-" + language + ".js";
  }

  /** Whether something of these types is put in order or place. */
  public static boolean isMoving(List<QuestionTraits> types) {
    return types.stream().anyMatch(type -> type.response().moves());
  }

  /** What a quiz needs besides. */
  public static String quiz() {
    return "'use strict';\n" + parts(Set.of("quiz", "practise"), Set.of(), List.of());
  }

  /** What a practice conversation needs besides. */
  public static String scenario() {
    return "'use strict';\n" + parts(Set.of("scenario"), Set.of(), List.of());
  }

  /** The file of {@code assets/} with one type of question. */
  public static String fileOf(QuestionTraits type) {
    return type.name() + ".js";
  }

  /** One type of question: its module, and what it says of itself. */
  public static String type(QuestionTraits type) {
    Traits traits = new Traits(type.recorded(), type.keeps(), type.scored());
    return file("types/" + type.name() + ".js")
        + ("Object.assign(types['" + type.name() + "']," + Json.write(traits) + ");\n");
  }

  /** A script of its own that one kind of page needs besides the player. */
  public static String file(String name) {
    return compact(read(name));
  }

  private static String parts(Set<String> blocks, Set<String> keepers, List<QuestionTraits> types) {
    StringBuilder out = new StringBuilder(32768);
    boolean taken = false;
    for (String line : read("order.txt").lines().toList()) {
      String file = line.strip();
      if (file.startsWith("[")) {
        taken = blocks.contains(file.substring(1, file.length() - 1));
      } else if (taken && file.equals("types/")) {
        types.forEach(type -> out.append(type(type)));
      } else if (taken
          && !file.isEmpty()
          && !file.startsWith("#")
          && !isOtherKeeper(file, keepers)) {
        out.append(compact(read(file)));
      }
    }
    return out.toString();
  }

  private static boolean isOtherKeeper(String file, Set<String> keepers) {
    return file.startsWith("keepers/")
        && !keepers.contains(file.substring("keepers/".length(), file.length() - ".js".length()));
  }

  /**
   * Leaves out what only readers of the source need: indentation, comments at the beginning of a
   * line, and blanks beside signs outside texts and patterns. Lines stay, and with them where
   * JavaScript ends a statement.
   */
  static String compact(String source) {
    StringBuilder out = new StringBuilder(source.length());
    boolean comment = false;
    for (String line : source.lines().toList()) {
      String code = line.strip();
      while (comment || code.startsWith("/*")) {
        int end = code.indexOf("*/", comment ? 0 : 2);
        comment = end < 0;
        code = comment ? "" : code.substring(end + 2).strip();
        if (comment) {
          break;
        }
      }
      if (!code.isEmpty() && !code.startsWith("//")) {
        out.append(TOKEN.matcher(code).replaceAll(PlayerScript::tidied)).append('\n');
      }
    }
    return out.toString();
  }

  private static String tidied(MatchResult token) {
    return Matcher.quoteReplacement(token.group(1) != null ? token.group(1) : token.group(2));
  }

  private static String read(String file) {
    try (InputStream in = PlayerScript.class.getResourceAsStream("/player/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the player lacks " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
