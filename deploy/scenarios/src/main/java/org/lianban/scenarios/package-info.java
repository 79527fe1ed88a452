/** The one command: all services, their servers and simulated departments in one JVM. */
@NullMarked
package org.lianban.scenarios;

import org.jspecify.annotations.NullMarked;
