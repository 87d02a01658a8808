package dev.rebound.publish.page;

import dev.rebound.source.Fields.Inlined;
import java.util.Optional;

/**
 * A part of a course and its neighbours.
 *
 * @param module absent of the final
 * @param previous the part before it, in whatever module
 */
public record StepPlace(
    @Inlined StepView step,
    Optional<ModuleView> module,
    Optional<StepView> previous,
    Optional<StepView> next) {
  StepPlace with(StepView other) {
    return new StepPlace(other, module, previous, next);
  }

  /** Of a part that the course does not name. */
  static StepPlace alone(StepView step) {
    return new StepPlace(step, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
