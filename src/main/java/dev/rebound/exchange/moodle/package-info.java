/** Moodle XML, which a question bank of Moodle exports. */
@NullMarked
package dev.rebound.exchange.moodle;

import org.jspecify.annotations.NullMarked;
