package dev.rebound.course;

import dev.rebound.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * A study that texts name, recorded once in {@code content/references.yaml}:
 *
 * <pre>{@code
 * - id: taylor-2005
 *   authors: [Taylor, Russ-Eft, Chan]
 *   year: 2005
 *   title: A meta-analytic review of behavior modeling training
 *   container: Journal of Applied Psychology
 *   found: Over 117 studies, training that shows and practises a behaviour changed it.
 * }</pre>
 *
 * @param authors surnames, as texts name them; or the one body that published it
 * @param title absent where it is not known, as are container and doi
 * @param container what it appeared in
 * @param found what it found, in our words, with every number that texts may give
 */
public record Study(
    Located<String> id,
    List<Located<String>> authors,
    int year,
    Optional<Located<String>> title,
    Optional<Located<String>> container,
    Optional<Located<String>> doi,
    Located<String> found) {
  /** {@code Taylor, Russ-Eft & Chan 2005}: how a text names it. */
  public String cited() {
    List<String> names = authors.stream().map(Located::value).toList();
    int last = names.size() - 1;
    String all =
        last < 1
            ? String.join("", names)
            : String.join(", ", names.subList(0, last)) + " & " + names.get(last);
    return all + " " + year;
  }
}
