/** Remembers calendars in PostgreSQL. */
@NullMarked
package org.lianban.catalog.calendar.store;

import org.jspecify.annotations.NullMarked;
