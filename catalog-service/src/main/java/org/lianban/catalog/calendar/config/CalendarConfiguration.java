package org.lianban.catalog.calendar.config;

import org.lianban.catalog.calendar.handler.CalendarHandler;
import org.lianban.catalog.calendar.store.CalendarRepository;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts that keep calendars. */
@Configuration(proxyBeanMethods = false)
@Import({CalendarRepository.class, CalendarHandler.class})
class CalendarConfiguration {}
