/**
 * The resident workshop: reads what changes, shows pages that are made on demand, and changes texts
 * in their files.
 */
@org.jspecify.annotations.NullMarked
package dev.rebound.serve;
