/** Reads the published lists, departments, reference flows and calendars of the seed and assembles one-things: pure text in, records out. */
package org.lianban.catalog.seed;
