/** The sheet that a pilot is answered on. */
@NullMarked
package dev.rebound.publish.pilot;

import org.jspecify.annotations.NullMarked;
