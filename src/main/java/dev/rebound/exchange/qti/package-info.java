/** QTI 1.2, 2.1 and 3.0, alone or in packages, and Common Cartridge. */
@NullMarked
package dev.rebound.exchange.qti;

import org.jspecify.annotations.NullMarked;
