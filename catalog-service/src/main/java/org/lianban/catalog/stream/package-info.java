/** Knows what the catalogue's topic holds. */
@NullMarked
package org.lianban.catalog.stream;

import org.jspecify.annotations.NullMarked;
