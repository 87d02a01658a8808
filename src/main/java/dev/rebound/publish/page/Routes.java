package dev.rebound.publish.page;

import dev.rebound.source.Located;
import dev.rebound.source.SourceSpan;
import java.util.Optional;

/** Where the parts of one course are in one output, as seen from any page of that course. */
public interface Routes {
  /** The course's own page. */
  String course();

  /**
   * @param anchor an id inside the lesson, without {@link #prefix}; empty for its top
   */
  String lesson(String id, String anchor);

  String quiz(String bank);

  String scenario(String id);

  /**
   * @param anchor an id on the page of sources, empty for its top
   */
  String credits(String anchor);

  /**
   * @param term the id of a term, empty for the top
   */
  String glossary(String term);

  /** Where cards can be had, if this build makes them. */
  default Optional<String> cards() {
    return Optional.empty();
  }

  /** The address of a picture or a film, given its path in the course's folder. */
  default String image(String path) {
    return path;
  }

  /** The same of a file to take along; nothing where this output carries none. */
  default Optional<String> takeaway(String path) {
    return Optional.of(path);
  }

  /** Whether a device keeps these pages for when there is no network. */
  default boolean areKept() {
    return false;
  }

  /** The folder of templates for what stands inside a lesson: {@code site/question/choice.ftlh}. */
  default String looks() {
    return "site";
  }

  /**
   * Attributes that tell whoever edits a page where a text stands in its file; none in what is
   * published.
   */
  default String place(SourceSpan span) {
    return "";
  }

  /** The same of a title or a name, for a tag that holds nothing else. */
  default Html place(Located<?> text) {
    return new Html(place(text.span()));
  }

  /** Stands before every id inside a lesson, where lessons share one page. */
  default String prefix(String lesson) {
    return "";
  }
}
