/** SCORM 2004 packages, 4th Edition. */
@NullMarked
package dev.rebound.publish.scorm2004;

import org.jspecify.annotations.NullMarked;
