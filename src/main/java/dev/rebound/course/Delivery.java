package dev.rebound.course;

import java.util.Optional;

/**
 * How a question is put to a learner and counted, what QTI calls item session control:
 *
 * <pre>{@code
 * attempts: 2
 * shuffle: true
 * partial: true
 * weight: 3
 * }</pre>
 *
 * @param attempts how often it may be answered within a quiz; once when absent
 * @param shuffle whether its options stand in another order for each attempt
 * @param partial whether a response that is right in part scores that part
 * @param weight how much it counts beside others, which count 1
 */
public record Delivery(
    Optional<Integer> attempts, boolean shuffle, boolean partial, Optional<Integer> weight) {}
