/**
 * Where things stand in an author's files, and what is wrong there. Imports nothing else of
 * Rebound.
 */
@NullMarked
package dev.rebound.source;

import org.jspecify.annotations.NullMarked;
