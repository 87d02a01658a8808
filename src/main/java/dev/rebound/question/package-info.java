/** Question types, one folder each: how a type reads itself and what interaction it is. */
@NullMarked
package dev.rebound.question;

import org.jspecify.annotations.NullMarked;
