/** Writes the service guide of a one-thing (办事指南) from its published version. */
package org.lianban.catalog.guides;
