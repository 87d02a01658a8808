package dev.rebound.publish;

import dev.rebound.check.CheckedContent;
import dev.rebound.check.Report;
import dev.rebound.course.Content;
import java.util.List;

/** One output. Says which files there are; never touches the disk. */
public interface Publisher {
  /** As {@code --only} names it. */
  String name();

  /**
   * The files of this output, none of them made yet. What takes longest comes first.
   *
   * @param report what was found in the content
   */
  List<Artefact> artefacts(Content content, Report report);

  /** The files of content that may be published. */
  default List<Artefact> artefacts(CheckedContent checked) {
    return artefacts(checked.content(), checked.report());
  }

  /** Those of its files that people download. */
  default List<Download> downloads(Content content) {
    return List.of();
  }
}
