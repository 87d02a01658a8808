/** Says of any SCORM or cmi5 package what it is, what it holds, and which rules it breaks. */
@NullMarked
package dev.rebound.inspect;

import org.jspecify.annotations.NullMarked;
