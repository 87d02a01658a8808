package dev.rebound.publish.print;

/**
 * Text that does not fit where it must.
 *
 * @param face {@code front of card agree}
 * @param line the words at fault
 */
record Overflow(String face, String line) {}
