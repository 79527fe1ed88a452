/** Real PostgreSQL and Kafka on this machine, kept on disk for a deployment or thrown away after a test. */
@NullMarked
package org.lianban.servers;

import org.jspecify.annotations.NullMarked;
