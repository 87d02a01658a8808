package dev.rebound.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What a file of no format of ours is, and what to do about it. */
public final class Stranger {
  private static final String OFFICE = "Save it as .docx or .xlsx, without a password.";

  /**
   * Whatever begins, or has a path that ends, like this.
   *
   * @param sign bytes, or text in lower case
   */
  private record Kind(String sign, String message, String hint) {}

  private static final List<Kind> BEGINNINGS =
      List.of(
          new Kind("%pdf", "is a PDF.", "Export what it was made from."),
          new Kind(
              "\u00D0\u00CF\u0011\u00E0",
              "is an Office file of before 2007, or has a password.",
              OFFICE),
          new Kind("{\\rtf", "is rich text (RTF).", "Open it in Word and save it as .docx."),
          new Kind(
              "mime-version:", "is a saved web page.", "Open it in Word and save it as .docx."),
          new Kind("7z\u00BC\u00AF", "is a 7z archive.", "Unpack it and name what is in it."),
          new Kind("rar!", "is a RAR archive.", "Unpack it and name what is in it."),
          new Kind(
              "\u001F\u008B",
              "is a gzip archive, as backups of Moodle are.",
              "Export the question bank as Moodle XML; else unpack it and name what is in it."),
          new Kind("<!doctype html", "is HTML, whatever its name says.", html()),
          new Kind("<html", "is HTML, whatever its name says.", html()));

  private static final List<Kind> CONTENTS =
      List.of(
          new Kind(
              "imsmanifest.xml",
              "is a package whose manifest names no questions that are read here.",
              "Export a bank or a test as QTI or Common Cartridge; a SCORM package has pages, and"
                  + " nothing that says which answer is right."),
          new Kind(
              "moodle_backup.xml",
              "is a backup of a Moodle course.",
              "Export its question bank as Moodle XML."),
          new Kind(
              "ppt/presentation.xml",
              "is a PowerPoint file.",
              "Put its questions into a table; `rebound new sheet` makes one."),
          new Kind("mimetype", "is an OpenDocument file.", "Save it as .docx or .xlsx."));

  private static final String QUESTIONS = ".*\\.(xml|gift|txt|csv|xlsx|docx|zip|imscc)";

  private Stranger() {}

  private static String html() {
    return "Open it in Word or a spreadsheet program and save it as .docx or .xlsx.";
  }

  /** Why a file cannot be of any format; nothing where it could be text of some. */
  public static Optional<Unreadable> of(Upload file) {
    if (file.isZip()) {
      return Optional.of(zip(file));
    }
    String start = file.start();
    String head = start.strip().toLowerCase(Locale.ROOT);
    if (head.startsWith("<") && head.contains("<manifest")) {
      return Optional.of(
          new Unreadable(
              file.whole(),
              "is the manifest of a package.",
              "Name the package itself, the zip that it came in."));
    }
    return find(BEGINNINGS, it -> head.startsWith(it.sign()) || start.startsWith(it.sign()))
        .map(it -> new Unreadable(file.whole(), it.message(), it.hint()));
  }

  private static Optional<Kind> find(List<Kind> kinds, Predicate<Kind> is) {
    return kinds.stream().filter(is).findFirst();
  }

  private static Unreadable zip(Upload file) {
    Set<String> paths = new TreeSet<>();
    try {
      ZipParts.unpack(
          file,
          path -> {
            paths.add(path);
            return false;
          });
    } catch (Unreadable broken) {
      return broken;
    }
    Optional<Kind> kind =
        find(
            CONTENTS,
            it -> paths.stream().anyMatch(path -> ("/" + path).endsWith("/" + it.sign())));
    if (kind.isPresent()) {
      return new Unreadable(file.whole(), kind.get().message(), kind.get().hint());
    }
    Optional<String> first =
        paths.stream().filter(it -> it.toLowerCase(Locale.ROOT).matches(QUESTIONS)).findFirst();
    return new Unreadable(
        file.whole(),
        first.isPresent() ? "is a zip around other files." : "is a zip without questions.",
        first
            .map(it -> "Unpack it and name what is in it, such as " + HtmlReader.cut(it) + ".")
            .orElse("Name a file of questions."));
  }
}
