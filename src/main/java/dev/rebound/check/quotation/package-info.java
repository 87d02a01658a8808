/** Source locks: how a quotation is proved, and copying found, without the source. */
@NullMarked
package dev.rebound.check.quotation;

import org.jspecify.annotations.NullMarked;
