package dev.rebound.publish.page;

import java.util.List;

/**
 * A module of a course.
 *
 * @param at where its title stands, for its tag; empty but for authors
 * @param parts its lessons, then its scenarios, then its quiz
 */
public record ModuleView(String id, int number, String title, Html at, List<StepView> parts) {}
