/** The local servers are started for real: restart, taken port, kill -9. */
@NullMarked
package org.lianban.servers;

import org.jspecify.annotations.NullMarked;
