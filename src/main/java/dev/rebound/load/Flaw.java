package dev.rebound.load;

/** What is wrong with a file that is carried as it is, or nearly so, and what to do. */
record Flaw(String message, String hint) {}
