/** What all packages for a learning platform are made of, whatever its standard. */
@NullMarked
package dev.rebound.publish.pack;

import org.jspecify.annotations.NullMarked;
