/**
 * Rendering shared by all publishers: templates, markup to HTML, interface words. The only package
 * that knows Freemarker.
 */
@NullMarked
package dev.rebound.publish.page;

import org.jspecify.annotations.NullMarked;
