/** The question type of this name: how it reads itself and what interaction it is. */
@NullMarked
package dev.rebound.question.hotspot;

import org.jspecify.annotations.NullMarked;
