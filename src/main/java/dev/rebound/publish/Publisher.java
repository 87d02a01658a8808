package dev.rebound.publish;

import dev.rebound.check.CheckedContent;
import java.util.List;

/** One output. Returns artefacts and never touches the disk. */
public interface Publisher {
  /** As {@code --only} names it. */
  String name();

  List<Artefact> publish(CheckedContent content);

  /** What {@link #publish} will make that people download, without making it. */
  default List<Download> downloads(CheckedContent content) {
    return List.of();
  }
}
