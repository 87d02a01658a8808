/** What replacing a build of a course by another does to learners who are under way. */
@NullMarked
package dev.rebound.check.update;

import org.jspecify.annotations.NullMarked;
