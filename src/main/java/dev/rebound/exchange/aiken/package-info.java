/** Aiken: a question, lettered options, the letter of the right one. */
@NullMarked
package dev.rebound.exchange.aiken;

import org.jspecify.annotations.NullMarked;
