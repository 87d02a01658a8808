/** cmi5 packages. */
@NullMarked
package dev.rebound.publish.cmi5;

import org.jspecify.annotations.NullMarked;
