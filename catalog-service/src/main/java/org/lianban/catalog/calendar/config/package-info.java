/** Assembles calendars. */
@NullMarked
package org.lianban.catalog.calendar.config;

import org.jspecify.annotations.NullMarked;
