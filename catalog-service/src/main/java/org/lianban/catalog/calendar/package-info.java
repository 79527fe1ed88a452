/** Publishes working calendars and explains deadlines on them. */
package org.lianban.catalog.calendar;
