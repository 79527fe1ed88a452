package org.lianban.catalog.calendar.config;

import org.lianban.catalog.calendar.handler.CalendarHandler;
import org.lianban.catalog.calendar.query.CalendarQueries;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts that keep calendars. */
@Configuration(proxyBeanMethods = false)
@Import({CalendarHandler.class, CalendarQueries.class})
class CalendarConfiguration {}
