/** What people, or programs, that have not taken a course make of its questions. */
@NullMarked
package dev.rebound.check.pilot;

import org.jspecify.annotations.NullMarked;
