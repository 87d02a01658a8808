/** Reads content/ into records. The only package that knows Flexmark and snakeyaml-engine. */
@NullMarked
package dev.rebound.load;

import org.jspecify.annotations.NullMarked;
