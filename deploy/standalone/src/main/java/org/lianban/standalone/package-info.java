/** The one command: all services, their servers and simulated departments in one JVM. */
@NullMarked
package org.lianban.standalone;

import org.jspecify.annotations.NullMarked;
