/** The records a course is made of. Pure values: no reading, checking or publishing. */
@NullMarked
package dev.rebound.course;

import org.jspecify.annotations.NullMarked;
