/** The command line. */
@NullMarked
package dev.rebound.app;

import org.jspecify.annotations.NullMarked;
