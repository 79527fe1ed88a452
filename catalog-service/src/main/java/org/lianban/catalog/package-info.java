/** catalog-service: owns the one-thing lists, departments and working calendars, and announces them. */
package org.lianban.catalog;
