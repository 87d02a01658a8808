/** Which principle a text speaks of, judged by what the course itself says of each. */
@org.jspecify.annotations.NullMarked
package dev.rebound.check.scorer;
