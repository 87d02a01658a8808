/** GIFT, Moodle's text format. */
@NullMarked
package dev.rebound.exchange.gift;

import org.jspecify.annotations.NullMarked;
