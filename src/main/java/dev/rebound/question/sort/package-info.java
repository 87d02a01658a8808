/** The question type of this name: how it reads itself and what interaction it is. */
@NullMarked
package dev.rebound.question.sort;

import org.jspecify.annotations.NullMarked;
