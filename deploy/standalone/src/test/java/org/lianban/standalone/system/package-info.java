/** The place a system runs in: ports, directory, clock. */
package org.lianban.standalone.system;
