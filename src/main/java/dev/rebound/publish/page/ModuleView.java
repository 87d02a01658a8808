package dev.rebound.publish.page;

import java.util.List;

/**
 * A module of a course.
 *
 * @param parts its lessons, then its scenarios, then its quiz
 */
public record ModuleView(String id, int number, String title, List<StepView> parts) {}
