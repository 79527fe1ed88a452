/** A tour of the system, shown on a terminal. */
package org.lianban.scenarios.demo;
