/** The one command: all services, their servers and simulated departments in one JVM. */
package org.lianban.scenarios;
