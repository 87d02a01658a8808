/** PDF job aids. The only package that knows the PDF engine. */
@NullMarked
package dev.rebound.publish.print;

import org.jspecify.annotations.NullMarked;
