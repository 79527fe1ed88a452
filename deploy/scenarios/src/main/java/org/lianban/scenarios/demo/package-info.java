/** A tour of the system, shown on a terminal. */
@NullMarked
package org.lianban.scenarios.demo;

import org.jspecify.annotations.NullMarked;
