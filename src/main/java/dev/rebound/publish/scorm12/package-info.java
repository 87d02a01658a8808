/** SCORM 1.2 packages. */
@NullMarked
package dev.rebound.publish.scorm12;

import org.jspecify.annotations.NullMarked;
