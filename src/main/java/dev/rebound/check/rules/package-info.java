/** One class a rule; the class name is the rule's id, its test and its page under docs/rules/. */
@NullMarked
package dev.rebound.check.rules;

import org.jspecify.annotations.NullMarked;
