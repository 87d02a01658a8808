package dev.rebound.publish.page;

import dev.rebound.check.CheckedContent;
import dev.rebound.check.Unchecked;
import dev.rebound.course.Content;
import dev.rebound.load.ContentLoader;
import dev.rebound.question.choice.Choice;
import dev.rebound.question.truefalse.TrueFalse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tiny course, {@code src/test/courses/screen/}, that has one of everything a screen can show.
 */
public final class Sample {
  private Sample() {}

  public static Content content() {
    try {
      return new ContentLoader(List.of(new Choice(), new TrueFalse()))
          .load(Path.of("src/test/courses/screen/content"), "content");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static CheckedContent checked() {
    return Unchecked.content(content());
  }

  public static Templates templates() {
    return new Templates(Optional.empty());
  }

  /** The English interface. Its file is flat, so that a test can read it without a YAML engine. */
  public static PageWords words() {
    Map<String, String> words = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(Path.of("templates/words/en.yaml"))) {
        int colon = line.indexOf(": ");
        if (!line.startsWith("#") && colon > 0) {
          words.put(unquoted(line.substring(0, colon)), unquoted(line.substring(colon + 2)));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return PageWords.always(words);
  }

  private static String unquoted(String text) {
    return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
  }
}
