/** The local servers are started for real: restart, taken port, kill -9. */
package org.lianban.servers;
