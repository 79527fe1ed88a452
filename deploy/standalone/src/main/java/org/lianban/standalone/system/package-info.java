/** One running Lianban on one machine: its directory, ports, servers, services, clock and control door. */
package org.lianban.standalone.system;
