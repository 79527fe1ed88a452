/** Remembers versions, stages, departments, windows and the base catalogue in PostgreSQL. */
@NullMarked
package org.lianban.catalog.listing.store;

import org.jspecify.annotations.NullMarked;
