/** Draws the flow chart (流程图) of a version: a layered layout of its own, and the drawing as SVG. */
@NullMarked
package org.lianban.catalog.guides.chart;

import org.jspecify.annotations.NullMarked;
