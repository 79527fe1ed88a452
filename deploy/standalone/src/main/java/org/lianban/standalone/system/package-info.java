/** One running Lianban on one machine: its directory, ports, servers, services, clock and control door. */
@NullMarked
package org.lianban.standalone.system;

import org.jspecify.annotations.NullMarked;
