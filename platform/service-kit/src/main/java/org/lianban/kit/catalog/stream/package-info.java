/** Reads the compacted topic of the catalogue into the copy. */
@NullMarked
package org.lianban.kit.catalog.stream;

import org.jspecify.annotations.NullMarked;
