/** Word: tables of questions, and lessons in; a copy to review out. */
@NullMarked
package dev.rebound.exchange.word;

import org.jspecify.annotations.NullMarked;
