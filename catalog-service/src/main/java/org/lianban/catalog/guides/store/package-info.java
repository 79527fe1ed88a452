/** Remembers notices in PostgreSQL. */
@NullMarked
package org.lianban.catalog.guides.store;

import org.jspecify.annotations.NullMarked;
