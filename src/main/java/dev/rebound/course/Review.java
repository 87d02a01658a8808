package dev.rebound.course;

import dev.rebound.source.Located;
import java.util.List;

/**
 * That somebody with the right to say so found a question good, and what it said then; one entry of
 * {@code content/reviews.lock}:
 *
 * <pre>{@code
 * - { question: service-recovery/agree/slow-service, reviewed: "2026-11-22", saw: [stem 1f0a93c2, …] }
 * }</pre>
 *
 * @param question {@code course/bank/question}
 * @param reviewed the edition it was reviewed in, an ISO date
 * @param by who reviewed it, as they want to be named; empty where that is not recorded
 * @param version of the lock it was first written to, which says what its parts are
 * @param saw what the reviewer saw, part by part
 */
public record Review(
    Located<String> question, String reviewed, String by, int version, List<Part> saw) {
  /**
   * @param name {@code stem}, {@code feedback}, {@code principle:agree-with-value} …
   * @param digest eight hexadecimal digits
   */
  public record Part(String name, String digest) {}
}
