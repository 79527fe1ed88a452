/** Draws the flow chart (流程图) of a version: a layered layout of its own, and the drawing as SVG. */
package org.lianban.catalog.guides.chart;
