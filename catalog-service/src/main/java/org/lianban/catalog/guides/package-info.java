/** Writes the service guide of a one-thing (办事指南) from its published version. */
@NullMarked
package org.lianban.catalog.guides;

import org.jspecify.annotations.NullMarked;
