package dev.rebound.load;

import dev.rebound.source.Problems;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds captions against WebVTT. Browsers pass over what they cannot read in silence, so that
 * captions would be missing exactly for those who need them.
 */
final class CaptionReader {
  /** WebVTT 4.1: hours may be left out; minutes, seconds and thousandths may not. */
  private static final String TIME = "(?:(\\d{2,}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})";

  private static final Pattern TIMING =
      Pattern.compile(TIME + "[ \\t]+-->[ \\t]+" + TIME + "(?:[ \\t]+\\S.*)?");

  private final SourceFile file;
  private final String[] lines;
  private final Problems problems;
  private boolean sound = true;
  private long latest = -1;
  private int cues;

  private CaptionReader(SourceFile file, Problems problems) {
    this.file = file;
    this.problems = problems;
    lines = file.text().split("\n", -1);
  }

  /** The captions as they stand; nothing when something is wrong with them, which is reported. */
  static Optional<String> read(SourceFile file, Problems problems) {
    CaptionReader reader = new CaptionReader(file, problems);
    reader.read();
    return reader.sound ? Optional.of(file.text()) : Optional.empty();
  }

  private void read() {
    if (!lines[0].matches("WEBVTT(?:[ \\t].*)?")) {
      wrong(
          1,
          "captions begin with a line WEBVTT.",
          "Save them as WebVTT; SubRip (.srt) is another format.");
      return;
    }
    int at = 1;
    while (at < lines.length) {
      if (lines[at].isBlank()) {
        at++;
        continue;
      }
      int end = at;
      while (end < lines.length && !lines[end].isBlank()) {
        end++;
      }
      if (!lines[at].matches("(?:NOTE|STYLE|REGION)\\b.*")) {
        cue(at, end);
      }
      at = end;
    }
    if (cues == 0 && sound) {
      problems.syntax(
          SourceSpan.wholeFile(file.name()),
          "has no captions.",
          "Write what is said, each with its times.");
      sound = false;
    }
  }

  /** A block of lines: perhaps a name, a timing, words. */
  private void cue(int from, int to) {
    int timing = lines[from].contains("-->") ? from : from + 1;
    if (timing >= to || !lines[timing].contains("-->")) {
      wrong(
          from + 1, "these words have no time.", "Put a line before them: 00:01.000 --> 00:04.000");
      return;
    }
    cues++;
    Matcher times = TIMING.matcher(lines[timing].strip());
    if (!times.matches()) {
      wrong(
          timing + 1,
          "browsers cannot read this time.",
          "Write minutes, seconds and thousandths, with a point: 00:01.000 --> 00:04.000");
      return;
    }
    long start = millis(times, 1);
    long end = millis(times, 5);
    if (end <= start) {
      wrong(timing + 1, "this caption ends before it begins.", "Exchange or mend its times.");
      return;
    }
    if (start < latest) {
      wrong(
          timing + 1,
          "this caption begins before the one above it.",
          "Put captions in the order of their times.");
    } else if (timing + 1 >= to) {
      wrong(
          timing + 1,
          "this caption has no words.",
          "Write what is said below its times, or remove it.");
    }
    latest = Math.max(latest, start);
  }

  private static long millis(Matcher times, int group) {
    String hours = times.group(group);
    return ((hours == null ? 0 : Long.parseLong(hours.substring(0, Math.min(9, hours.length()))))
                    * 3600
                + Long.parseLong(times.group(group + 1)) * 60
                + Long.parseLong(times.group(group + 2)))
            * 1000
        + Long.parseLong(times.group(group + 3));
  }

  private void wrong(int line, String message, String hint) {
    sound = false;
    problems.syntax(
        new SourceSpan(file.name(), line, 1, line, 1 + Math.max(1, lines[line - 1].length())),
        message,
        hint);
  }
}
