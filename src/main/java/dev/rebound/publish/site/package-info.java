/** The static training site. */
@NullMarked
package dev.rebound.publish.site;

import org.jspecify.annotations.NullMarked;
