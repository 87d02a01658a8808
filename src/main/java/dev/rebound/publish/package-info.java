/** Turns checked content into artefacts, and artefacts into a folder. */
@NullMarked
package dev.rebound.publish;

import org.jspecify.annotations.NullMarked;
