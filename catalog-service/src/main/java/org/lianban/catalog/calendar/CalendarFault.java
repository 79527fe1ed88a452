package org.lianban.catalog.calendar;

/** One reason why an arrangement may not be published, or a deadline not be explained. */
public record CalendarFault(String pointer, String code, String message) {}
