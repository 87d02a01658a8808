package dev.rebound.exchange;

import dev.rebound.source.SourceSpan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The categories that Moodle keeps questions in; a bank has one title. */
public final class Categories {
  private final Set<String> met = new LinkedHashSet<>();

  /** Takes note of the category of a question; empty where none is said. */
  public void add(String category) {
    if (!category.isBlank()) {
      met.add(category);
    }
  }

  /** The name of the only one; several are reported. */
  public String title(SourceSpan at, Losses losses) {
    List<String> names = met.stream().map(Categories::name).toList();
    if (names.size() > 1) {
      losses.add(
          at,
          "",
          Loss.What.BANK,
          names.size()
              + " categories became one quiz: "
              + HtmlReader.cut(String.join(", ", names))
              + ".");
    }
    return names.size() == 1 ? names.get(0) : "";
  }

  /** The path of a category of this name. */
  public static String path(String title) {
    return "$course$/top/" + title.replace("/", "//").replaceAll("\\s+", " ");
  }

  /** {@code $course$/top/Complaints} is Complaints; a doubled slash is one in a name. */
  private static String name(String category) {
    String[] parts = category.replace("//", "\u0001").split("/", -1);
    return (parts.length == 0 ? category : parts[parts.length - 1]).replace('\u0001', '/').strip();
  }
}
