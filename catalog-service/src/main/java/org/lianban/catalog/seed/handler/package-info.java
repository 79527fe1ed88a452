/** Fills an empty catalogue. */
@NullMarked
package org.lianban.catalog.seed.handler;

import org.jspecify.annotations.NullMarked;
