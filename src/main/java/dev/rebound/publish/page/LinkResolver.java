package dev.rebound.publish.page;

import dev.rebound.source.Reference;
import java.util.Optional;

/** Where a reference leads in one output. */
@FunctionalInterface
public interface LinkResolver {
  /**
   * A relative address, or nothing when this output has no such place: then only the words stay.
   */
  Optional<String> href(Reference to);
}
