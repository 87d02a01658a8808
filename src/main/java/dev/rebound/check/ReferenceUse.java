package dev.rebound.check;

import dev.rebound.course.Course;
import dev.rebound.source.Reference;
import java.util.Optional;

/**
 * A name that points at something else, wherever an author wrote it, and the course it was written
 * in.
 *
 * @param course nothing in the library, which all courses share
 */
public record ReferenceUse(Reference to, Optional<Course> course) {}
