/** Charts as SVG: a chart and a width in, the same text out. Knows no page and no output. */
@NullMarked
package dev.rebound.publish.chart;

import org.jspecify.annotations.NullMarked;
