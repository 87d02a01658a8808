/** Proves the chain from answer to source, and reports every flaw of a run at once. */
@NullMarked
package dev.rebound.check;

import org.jspecify.annotations.NullMarked;
