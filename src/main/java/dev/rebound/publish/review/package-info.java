/** The sign-off sheet: what a subject-matter expert reads and signs, on paper. */
@NullMarked
package dev.rebound.publish.review;

import org.jspecify.annotations.NullMarked;
