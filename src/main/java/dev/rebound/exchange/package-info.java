/** Question banks in other tools' formats: read into a {@link Bank}, and written from one. */
@NullMarked
package dev.rebound.exchange;

import org.jspecify.annotations.NullMarked;
