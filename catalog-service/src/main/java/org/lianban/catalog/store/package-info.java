/** Remembers versions, departments and calendars in PostgreSQL, and announces what it remembers. */
@NullMarked
package org.lianban.catalog.store;

import org.jspecify.annotations.NullMarked;
