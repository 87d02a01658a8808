/** Tables of questions, one row an answer: CSV and Excel. */
@NullMarked
package dev.rebound.exchange.table;

import org.jspecify.annotations.NullMarked;
