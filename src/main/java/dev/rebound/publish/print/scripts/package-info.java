/**
 * Scripts that run from right to left, and marks on letters: what the PDF engine's own module for
 * them can do, and what it cannot. The only package that knows it.
 */
@NullMarked
package dev.rebound.publish.print.scripts;

import org.jspecify.annotations.NullMarked;
